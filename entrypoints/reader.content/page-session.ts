/**
 * One article on one page, from its reading to its marks: has it analysed, paints what was found, and keeps marks and counts true while
 * the page and the reader's choices change. Everything it needs of the world is given to it.
 */
import { UNCERTAIN_BELOW } from '../../components/card-content.ts';
import type { askBackground } from '../../messaging/client.ts';
import type { RequestOf, ResponseOf } from '../../messaging/messages.ts';
import { MAX_QUOTE } from '../../model/correction.ts';
import type { PreciseDate } from '../../model/date.ts';
import type { Trouble } from '../../model/page-state.ts';
import { describeQuote } from '../../model/quote.ts';
import { isAnnotated, isMarked, type Settings } from '../../model/settings.ts';
import { type Span, textOf } from '../../model/span.ts';
import { type Statement, shownSpans } from '../../model/statement.ts';
import { isTranslatedSince, pageLanguage } from '../../reading/page-language.ts';
import type { Mark, Painter } from '../../reading/painter.ts';
import { type ReadArticle, readArticleInSlices } from '../../reading/read-article.ts';
import { relocated } from '../../reading/relocate.ts';
import { linesOf } from '../../reading/words-in-view.ts';

export interface PageSessionParts {
  readonly document: Document;
  readonly painter: Painter;
  /** How the article is read; as any page's, where it is not given. */
  readonly read?: (document: Document) => ReturnType<typeof readArticleInSlices>;
  readonly ask: typeof askBackground;
  readonly settings: Settings;
  /** Ids of the cases that are switched off. */
  readonly offCases: readonly string[];
  /** The marks have changed: `isShown` says whether this page is annotated at all. */
  readonly onMarks: (isShown: boolean) => void;
  /** What keeps the page from being watched, if anything does. */
  readonly trouble: () => Trouble | undefined;
}

type Counts = RequestOf<'page.painted'>;

export class PageSession {
  readonly #parts: PageSessionParts;
  /** The page's address when it was read: a route that comes later is another page. */
  readonly url: string;
  readonly #language: ReturnType<typeof pageLanguage>;
  #settings: Settings;
  #offCases: readonly string[];
  #read: ReadArticle | undefined;
  #found: ResponseOf<'article.read'> | undefined;
  #root: Node | undefined;
  #markedIds: readonly string[] = [];
  #lastCounts = '';
  #hasLeft = false;
  /** Another reader has taken this one's place: what is known of the page is the other's to say. */
  #isReplaced = false;
  /** Readings are made one after the other. */
  #lastRead: Promise<unknown> = Promise.resolve();

  constructor(parts: PageSessionParts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.#offCases = parts.offCases;
    this.url = parts.document.location.href.replace(/#.*$/s, '');
    this.#language = pageLanguage(parts.document);
  }

  /** Reads the page, or looks whether what was read still stands. Gives the ms of this tab's time that the reading took. */
  refresh(): Promise<number> {
    const next = this.#lastRead.then(() => this.#refresh()).catch(() => 0);
    this.#lastRead = next;
    return next;
  }

  /** Tells the background anew what stands on the page: it has forgotten, as the page had been left. */
  return(): Promise<number> {
    this.#found = undefined;
    this.#lastCounts = '';
    return this.refresh();
  }

  async #refresh(): Promise<number> {
    const { document, painter, ask } = this.#parts;
    if (this.#hasLeft) return 0;
    const begun = performance.now();
    if (document.designMode === 'on' || document.body?.isContentEditable) {
      // The reader writes here: these are not a page's words any more.
      this.#withdraw();
      return performance.now() - begun;
    }
    // Of a translated page nothing is read; what still stands in its first language stays marked.
    const isTranslated = this.#found !== undefined && isTranslatedSince(this.#language, pageLanguage(document));
    const read = isTranslated && this.#read ? { ...this.#read, workMs: 0 } : await (this.#parts.read ?? readArticleInSlices)(document);
    const spent = read.workMs;
    if (this.#hasLeft) return spent;
    if (read.gaveUp) {
      if (!this.#found) await ask('page.unread', { url: this.url, title: read.article.title, reason: read.gaveUp });
      return spent;
    }
    const before = this.#read;
    const isSame = before?.article.text === read.article.text && before.article.title === read.article.title;
    const isFirst = before === undefined;
    if (before && this.#found && !isSame) {
      // Until the changed text has been analysed, what is known of the old one stays on its words.
      this.#found = { ...this.#found, statements: relocated(this.#found.statements, before.article.text, read.article.text) };
    }
    this.#read = read;
    this.#root = rootOf(read);
    if (isSame && this.#found) {
      // The words are the same, but a page that renders anew may have put them into other nodes.
      if (isTranslated || !painter.isIntact || painter.marks.length < this.#wanted.length) this.#show();
      else this.#count();
      return spent;
    }
    if (read.article.text === '' && isFirst) return spent;
    if (this.#found) this.#show();
    const found = await ask('article.read', { article: read.article });
    if (this.#hasLeft) {
      if (!this.#isReplaced) await ask('page.left', { url: this.url });
      return spent;
    }
    this.#found = found;
    this.#show();
    return spent;
  }

  /** The reader has chosen anew what is to be marked. */
  choose(settings: Settings): void {
    this.#settings = settings;
    this.#show();
  }

  /** A case was switched on or off. */
  follow(offCases: readonly string[]): void {
    this.#offCases = offCases;
    this.#show();
  }

  /**
   * The reader has corrected something: these are the statements now, with their words. Another tab may have read another text of this
   * article since (a new version, a page less): where the words are not here, this page's own text is analysed anew, which lays the
   * corrections over it.
   */
  replaceStatements(statements: readonly Statement[], words: readonly string[]): void {
    if (!this.#found) return;
    if (statements.some((statement, at) => textOf(this.text, shownSpans(statement)) !== words[at])) {
      void this.return();
      return;
    }
    this.#found = { ...this.#found, statements };
    this.#lastCounts = '';
    this.#show();
  }

  /** Backgrounds or what is folded away may have changed. */
  repaint(): void {
    if (this.#markedIds.length > 0) this.#show();
  }

  /** The article's words that are selected, with their surroundings; nothing where none of the article is. */
  selection(selection: Selection | null): ResponseOf<'selection.read'> {
    const index = this.#read?.textIndex;
    if (!index || !selection || selection.isCollapsed || selection.rangeCount === 0) return {};
    const span = index.spanOf(selection.getRangeAt(0));
    return span && span[1] - span[0] <= MAX_QUOTE ? { quote: describeQuote(index.text, trimmed(index.text, span)) } : {};
  }

  /** Scrolls to a statement's words and lights them up; false where they are no longer there. */
  show(statementId: string): boolean {
    return this.#parts.painter.flash(this.rangesOf(statementId));
  }

  /** Takes everything away: the page shows something else now, or nobody is there any more to answer for it. */
  leave(isReplaced = false): void {
    this.#hasLeft = true;
    this.#isReplaced = isReplaced;
    this.#withdraw();
  }

  get statements(): readonly Statement[] {
    return this.#found?.verdict.status === 'about' ? this.#found.statements : [];
  }

  get text(): string {
    return this.#read?.article.text ?? '';
  }

  get published(): PreciseDate | undefined {
    return this.#read?.article.published;
  }

  get caseId(): string | undefined {
    return this.#found?.verdict.caseId;
  }

  get articleId(): string | undefined {
    return this.#found?.articleId;
  }

  /** The element that holds the whole article, where one was read. */
  get root(): Node | undefined {
    return this.#root;
  }

  /** Ids of the statements that are marked and can be seen on the page, in reading order. */
  get markedIds(): readonly string[] {
    return this.#markedIds;
  }

  /** The words of a statement on the page: its content, or its cue where it has no content; none where a part is gone. */
  rangesOf(statementId: string): readonly Range[] {
    const painted = this.#parts.painter.marks.find(({ id }) => id === statementId);
    if (painted) return painted.ranges;
    const statement = this.statements.find(({ id }) => id === statementId);
    return statement ? this.#locate(statement) : [];
  }

  #show(): void {
    const { painter, onMarks } = this.#parts;
    if (this.#hasLeft || !this.#found) return;
    const { verdict } = this.#found;
    const isShown = isAnnotated(this.#settings, this.url) && verdict.status === 'about' && !this.#offCases.includes(verdict.caseId ?? '');
    if (isShown) {
      painter.paint(this.#wanted.map((statement) => this.#markOf(statement)).filter(({ ranges }) => ranges.length > 0));
    } else painter.clear();
    this.#count();
    onMarks(isShown);
  }

  /** Shown, waiting and orphans: each statement is one of them, whatever the page and the reader do. */
  #count(): void {
    const { painter, ask, trouble } = this.#parts;
    const painted = new Map(painter.marks.map((mark) => [mark.id, mark]));
    const places = this.statements.map((statement) => {
      const mark = painted.get(statement.id);
      const isThere = (mark?.ranges ?? this.#locate(statement)).length > 0;
      return { id: statement.id, place: !isThere ? 'orphans' : mark && linesOf(mark.ranges).length > 0 ? 'shown' : 'waiting' } as const;
    });
    const number = (wanted: string) => places.filter(({ place }) => place === wanted).length;
    this.#markedIds = places.filter(({ place }) => place === 'shown').map(({ id }) => id);
    const problem = trouble();
    const counts: Counts = { shown: number('shown'), waiting: number('waiting'), orphans: number('orphans'), ...(problem ? { trouble: problem } : {}) };
    const key = JSON.stringify(counts);
    if (key === this.#lastCounts) return;
    this.#lastCounts = key;
    void ask('page.painted', counts).catch(() => undefined);
  }

  /** What hinders the page's watching has changed. */
  report(): void {
    if (!this.#hasLeft && this.#found) this.#count();
  }

  /** The statements that the reader wants marked. */
  get #wanted(): readonly Statement[] {
    return this.statements.filter((statement) => isMarked(this.#settings, statement));
  }

  #markOf(statement: Statement): Mark {
    return { id: statement.id, kind: statement.kind, isFaint: statement.confidence < UNCERTAIN_BELOW, ranges: this.#locate(statement) };
  }

  #locate(statement: Statement): Range[] {
    const index = this.#read?.textIndex;
    if (!index) return [];
    const parts = shownSpans(statement).map((span) => index.rangesOf(span));
    return parts.some((ranges) => ranges.length === 0) ? [] : parts.flat();
  }

  #withdraw(): void {
    this.#parts.painter.clear();
    this.#markedIds = [];
    this.#parts.onMarks(false);
  }
}

/** The smallest element that holds the article's first and last words. */
function rootOf({ article, textIndex }: ReadArticle): Node | undefined {
  const [first, last] = [article.blocks[0], article.blocks.at(-1)];
  const from = first && textIndex.rangesOf([first.start, first.start + 1])[0];
  const to = last && textIndex.rangesOf([last.end - 1, last.end])[0];
  if (!from || !to) return undefined;
  const whole = from.cloneRange();
  whole.setEnd(to.endContainer, to.endOffset);
  return whole.commonAncestorContainer;
}

/** The span without the white space at its ends. */
function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length];
}
