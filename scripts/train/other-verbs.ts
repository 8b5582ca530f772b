/**
 * The same article in other verbs of saying: what the tagger learns of "said" it is to know of "averred" too, of which there are too few. Each verb of saying
 * that is a whole cue is exchanged for another one of the same form; spans move along. No chance: the same article and turn give the same verbs.
 */
import type { Span } from '../../model/span.ts';

interface Marked {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly { readonly source: readonly Span[]; readonly cue: readonly Span[]; readonly content: readonly Span[] }[];
}

/** Verbs that take a clause or a quotation as "say" does. */
const VERBS = (
  'say add argue insist maintain contend claim assert note stress explain reply counter retort respond warn complain declare state write observe remark submit protest object reckon ' +
  'opine quip fume grumble aver plead attest profess proclaim lament gripe moan caution muse reflect joke sniff snap thunder venture volunteer reveal disclose confide recount report ' +
  'announce reiterate repeat reaffirm underline underscore emphasise emphasize concede allow grant acknowledge admit confess agree suggest conclude recall charge allege propose hint ' +
  'predict testify rejoin scoff bristle marvel boast brag clarify elaborate continue point-out hold believe think estimate'
).split(' ');
const IRREGULAR: Readonly<Record<string, string>> = { say: 'said', write: 'wrote', hold: 'held', think: 'thought', 'point-out': 'pointed out' };
const DOUBLED = new Set(['quip', 'submit', 'admit', 'snap', 'brag', 'aver']);

const FORMS = {
  past: (verb: string) => IRREGULAR[verb] ?? `${stem(verb)}ed`,
  present: (verb: string) =>
    verb === 'point-out' ? 'points out' : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|ss|x)$/.test(verb) ? `${verb}es` : `${verb}s`,
  participle: (verb: string) => (verb === 'point-out' ? 'pointing out' : `${stem(verb).replace(/i$/, 'y')}ing`),
} as const;

function stem(verb: string): string {
  if (DOUBLED.has(verb)) return `${verb}${verb.at(-1)}`;
  return verb.endsWith('e') ? verb.slice(0, -1) : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}i` : verb;
}

/** The form in which each word stands, by the word. */
const FORM_OF = new Map(Object.entries(FORMS).flatMap(([form, make]) => VERBS.map((verb) => [make(verb), form as keyof typeof FORMS] as const)));

/** The article with other verbs; `turn` chooses which. */
export function inOtherVerbs<Article extends Marked>(article: Article, turn: number): Article {
  const changes = article.attributions
    .flatMap(({ cue }) => {
      const [span] = cue;
      const form = span && cue.length === 1 ? FORM_OF.get(article.text.slice(...span)) : undefined;
      return span && form
        ? [{ start: span[0], end: span[1], word: FORMS[form](VERBS[hash(`${article.id} ${span[0]} ${turn}`) % VERBS.length] as string) }]
        : [];
    })
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, index, all) => start !== all[index - 1]?.start);
  const moved = (offset: number) => changes.reduce((sum, { start, end, word }) => (end <= offset ? sum + word.length - (end - start) : sum), offset);
  const spans = (list: readonly Span[]) => list.map(([start, end]): Span => [moved(start), moved(end)]);
  let text = '';
  let read = 0;
  for (const { start, end, word } of changes) {
    text += article.text.slice(read, start) + word;
    read = end;
  }
  const attributions = article.attributions.map((each) => ({ ...each, source: spans(each.source), cue: spans(each.cue), content: spans(each.content) }));
  return { ...article, text: text + article.text.slice(read), attributions };
}

/** FNV-1a, 32 bits. */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (const letter of words) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value >>> 0;
}
