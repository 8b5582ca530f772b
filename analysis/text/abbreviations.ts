/**
 * Abbreviations: words whose full stop belongs to them and seldom ends a sentence.
 */
import type { Token } from './tokens.ts';

const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr sen sens rep reps gov gen col lt sgt capt maj cmdr adm rev hon prof st jr sr vs v etc inc corp co cos ltd llc dept univ bros messrs ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ' +
    'atty asst supt pres ft no art cl para sec supp cir fed dist doc ex exh app stat reg cf approx est al'
  ).split(' '),
);

/** Of these the full stop belongs to the word only before a number ("No. 20-16408") or a name ("Art. 5", "Doc. 111"). */
const BEFORE_NUMBER = new Set('no art cl para sec supp doc ex exh app stat reg approx'.split(' '));

/** Joins each abbreviation with the full stop behind it, from token `first` on, in place. */
export function joinAbbreviations(tokens: Token[], first: number): void {
  let kept = first;
  for (let index = first; index < tokens.length; index++) {
    const token = tokens[index];
    const dot = tokens[index + 1];
    if (!token) continue;
    if (dot?.text === '.' && dot.start === token.end && isAbbreviation(token.text, tokens[index + 2])) {
      tokens[kept++] = { ...token, text: `${token.text}.`, end: dot.end };
      index++;
    } else tokens[kept++] = token;
  }
  tokens.length = kept;
}

function isAbbreviation(word: string, next: Token | undefined): boolean {
  const lower = word.toLowerCase();
  if (BEFORE_NUMBER.has(lower)) return next !== undefined && /^\d/.test(next.text);
  // A single capital is an initial ("John D. Smith"), but "Plan B." ends its sentence.
  if (/^\p{Lu}$/u.test(word)) return next !== undefined && /^\p{L}/u.test(next.text);
  return ABBREVIATIONS.has(lower);
}
