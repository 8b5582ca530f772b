/**
 * What is timed inside a saved page, side by side with its yardsticks: each measure is the least of several runs, in turn with the others,
 * so that a busy machine slows all of them alike.
 */
import { Readability } from '@mozilla/readability';
import Mark from 'mark.js';
import { Anchors } from '../../../reading/anchoring/anchors.ts';
import { gatePage } from '../../../reading/gate.ts';
import { type GateTerms, gateTable } from '../../../reading/gate-table.ts';
import { Painter } from '../../../reading/painter.ts';
import { readArticle } from '../../../reading/read-article.ts';
import { statementSpans } from '../drift.ts';
import { seeded } from '../random.ts';

export interface PageTimes {
  readonly words: number;
  readonly marks: number;
  /** In ms, the least of all runs. */
  readonly walk: number;
  readonly gate: number;
  readonly readability: number;
  readonly read: number;
  readonly anchor: number;
  readonly paint: number;
  readonly readAnchorPaint: number;
  readonly paintPhrases: number;
  readonly markJs: number;
}

const PHRASES = 20;
/** Both take a fraction of a millisecond, which the machine disturbs more easily than the rest. */
const TURNS_OF_GATE = 5;

/** Times everything on this page. The gate looks for the bundled terms. */
export function times(terms: readonly GateTerms[], runs: number, seed: number): PageTimes {
  const { article } = readArticle(document);
  const anchors = new Anchors(article.text);
  const selectors = statementSpans(article.text, PHRASES, seeded(seed)).flatMap((span) => anchors.describe(span) ?? []);
  const phrases = selectors.map(({ quote }) => quote.exact);
  const painter = new Painter(window);
  const table = gateTable(terms);
  const least: Record<string, number> = {};
  const time = (name: string, work: () => void) => {
    const begun = performance.now();
    work();
    least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, performance.now() - begun);
  };
  const paintAll = (readAs: ReturnType<typeof readArticle>, spans: readonly (readonly [number, number])[]) =>
    painter.paint(
      spans.map((span, at) => ({ id: String(at), kind: at % 2 === 0 ? 'claim' : 'denial', isFaint: false, ranges: readAs.textIndex.rangesOf(span) })),
    );
  for (let run = 0; run < runs; run++) {
    for (let turn = 0; turn < TURNS_OF_GATE; turn++) {
      time('walk', walk);
      time('gate', () => gatePage(document, table));
    }
    time('readability', () => new Readability(document.cloneNode(true) as Document).parse());
    let readAs = readArticle(document);
    time('read', () => {
      readAs = readArticle(document);
    });
    let spans: (readonly [number, number])[] = [];
    const locate = (from: typeof readAs) => {
      // A new text each time, as on a page that is read again.
      const locating = new Anchors(from.article.text);
      spans = selectors.flatMap((each) => [locating.locate(each) ?? []].filter((span) => span.length === 2));
    };
    time('anchor', () => locate(readAs));
    painter.clear();
    time('paint', () => paintAll(readAs, spans));
    painter.clear();
    time('readAnchorPaint', () => {
      const again = readArticle(document);
      locate(again);
      paintAll(again, spans);
    });
    painter.clear();
    // What mark.js does: find phrases and mark them; in the text that has been read, as mark.js is given the article's words.
    time('paintPhrases', () => {
      const found = phrases.map((phrase) => readAs.article.text.indexOf(phrase)).map((at, index) => [at, at + (phrases[index]?.length ?? 0)] as const);
      paintAll(readAs, found);
    });
    painter.clear();
    // Last in each turn, and undone: it changes the page. As warm as what it is compared with.
    const mark = new Mark(document.body);
    time('markJs', () => mark.mark(phrases, { separateWordSearch: false, acrossElements: true }));
    mark.unmark();
  }
  const of = (name: string) => least[name] ?? 0;
  return {
    words: article.text.split(/\s+/).length,
    marks: phrases.length,
    walk: of('walk'),
    gate: of('gate'),
    readability: of('readability'),
    read: of('read'),
    anchor: of('anchor'),
    paint: of('paint'),
    readAnchorPaint: of('readAnchorPaint'),
    paintPhrases: of('paintPhrases'),
    markJs: of('markJs'),
  };
}

/** The floor: every text node of the page, looked at once. */
function walk(): number {
  let length = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) length += (node as Text).data.length;
  return length;
}
