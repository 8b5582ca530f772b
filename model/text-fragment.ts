/**
 * Links to the very words on a page (text fragments, WICG): `#:~:text=prefix-,start,end,-suffix`. Knows no page.
 */

/** Words longer than this, in UTF-16 code units, are named by their first and last ones. */
const LONGEST = 300;
const FEW = 5;

export interface Fragment {
  readonly words: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The address with a fragment for the words; the address alone where there are no words. Discontinuous words are named from first to last. */
export function textFragmentUrl(url: string, { words, prefix, suffix }: Fragment): string {
  const base = url.replace(/#.*$/s, '');
  const parts = words.split(' … ').map((part) => part.trim());
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (first === '') return base;
  const isLong = parts.length > 1 || words.length > LONGEST;
  const text = isLong ? `${encoded(wordsOf(first).slice(0, FEW).join(' '))},${encoded(wordsOf(last).slice(-FEW).join(' '))}` : encoded(words);
  // Half a word, where the surroundings were cut off, would never be found; nor is one of another block.
  const before = wholeWords(prefix.split('\n').at(-1) ?? '', 'start')
    .slice(-3)
    .join(' ');
  const after = wholeWords(suffix.split('\n')[0] ?? '', 'end')
    .slice(0, 3)
    .join(' ');
  return `${base}#:~:text=${before ? `${encoded(before)}-,` : ''}${text}${after ? `,-${encoded(after)}` : ''}`;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function wholeWords(text: string, cutAt: 'start' | 'end'): string[] {
  const words = wordsOf(text);
  if (text === '' || words.length === 0) return [];
  return cutAt === 'start' ? words.slice(1) : words.slice(0, -1);
}

/** Percent-encoded, with the three signs that mean something to a text fragment. */
function encoded(text: string): string {
  return encodeURIComponent(text.isWellFormed() ? text : text.toWellFormed()).replaceAll('-', '%2D');
}
