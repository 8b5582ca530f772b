/** Round trips inside a saved page: range → selectors → range, over the page's own nodes. */
import { Anchors } from '../../../reading/anchoring/anchors.ts';
import { readArticle } from '../../../reading/read-article.ts';
import { anySpans } from '../drift.ts';
import { seeded } from '../random.ts';

export interface RoundTrips {
  readonly text: string;
  readonly ranges: number;
  readonly sameText: number;
  readonly sameNodes: number;
}

/** Ranges at seeded places, from text node to text node; described, and located in another reading of the same page. */
export function roundTrips(count: number, seed: number): RoundTrips {
  const first = readArticle(document);
  const again = readArticle(document);
  const { text } = first.article;
  const describing = new Anchors(text);
  const locating = new Anchors(again.article.text);
  let [ranges, sameText, sameNodes] = [0, 0, 0];
  for (const span of text === '' ? [] : anySpans(text, count, seeded(seed))) {
    const range = joined(first.textIndex.rangesOf(span));
    if (!range) continue;
    ranges++;
    const covered = first.textIndex.spanOf(range);
    const selectors = covered && describing.describe(covered);
    // A range of white space alone has no words to be found again by.
    const found = selectors && locating.locate(selectors);
    const back = found && joined(again.textIndex.rangesOf(found));
    if (wordsOf(back) === wordsOf(range)) sameText++;
    if ((!back && range.toString().trim() === '') || (back && isSame(back, trimmed(range)))) sameNodes++;
  }
  return { text, ranges, sameText, sameNodes };
}

function joined(ranges: readonly Range[]): Range | undefined {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last) return undefined;
  const range = document.createRange();
  range.setStart(first.startContainer, first.startOffset);
  range.setEnd(last.endContainer, last.endOffset);
  return range;
}

const wordsOf = (range: Range | undefined) => (range?.toString() ?? '').trim();

const isSame = (one: Range, other: Range) => one.startContainer === other.startContainer && one.endContainer === other.endContainer;

/** Selectors hold no white space at their ends: a range whose ends are white space begins and ends further in. */
function trimmed(range: Range): Range {
  const words = range.cloneRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = words.startContainer;
  let node: Node | null = words.startContainer;
  while (node && node !== words.endContainer && (node as Text).data.slice(node === words.startContainer ? words.startOffset : 0).trim() === '') {
    node = walker.nextNode();
    if (node) words.setStart(node, 0);
  }
  walker.currentNode = words.endContainer;
  node = words.endContainer;
  while (node && node !== words.startContainer && (node as Text).data.slice(0, words.endOffset).trim() === '') {
    node = walker.previousNode();
    if (node) words.setEnd(node, (node as Text).length);
  }
  return words;
}
