/**
 * One article on one page, from its reading to its marks: has it analysed, paints what was found, and keeps marks and counts true while
 * the page and the reader's choices change. Everything it needs of the world is given to it.
 */
import { UNCERTAIN_BELOW } from '../../components/card-content.ts';
import type { RequestOf, ResponseOf } from '../../messaging/messages.ts';
import type { PreciseDate } from '../../model/date.ts';
import { isAnnotated, isMarked, type Settings } from '../../model/settings.ts';
import { textOf } from '../../model/span.ts';
import { type Statement, shownSpans } from '../../model/statement.ts';
import { articleRoot } from '../../reading/article-root.ts';
import { isTranslatedSince, pageLanguage } from '../../reading/page-language.ts';
import { type ReadArticle, readArticleInSlices } from '../../reading/read-article.ts';
import { readUnlessTranslated } from '../../reading/read-unless-translated.ts';
import { relocated } from '../../reading/relocate.ts';
import { selectedQuote } from '../../reading/selected-quote.ts';
import { statementPlaces, statementRanges } from '../../reading/statement-places.ts';
import { nextTask } from '../../reading/work-budget.ts';
import type { PageSessionParts } from './session-parts.ts';

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
  /** Of painting: what was painted since has the last word. */
  #turn = 0;
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
    if (document.designMode === 'on' || document.body?.isContentEditable) {
      // The reader writes here: these are not a page's words any more.
      this.#withdraw();
      return 0;
    }
    const { read, isTranslated } = await readUnlessTranslated(
      this.#found && this.#read,
      () => isTranslatedSince(this.#language, pageLanguage(document)),
      () => (this.#parts.read ?? readArticleInSlices)(document),
    );
    const spent = read.workMs;
    if (this.#hasLeft) return spent;
    if (read.gaveUp) {
      if (!this.#found) await ask('page.unread', { url: this.url, title: read.article.title, reason: read.gaveUp });
      return spent;
    }
    const before = this.#read;
    const isSame = before?.article.text === read.article.text && before.article.title === read.article.title;
    if (before && this.#found && !isSame) {
      // Until the changed text has been analysed, what is known of the old one stays on its words.
      this.#found = { ...this.#found, statements: relocated(this.#found.statements, before.article.text, read.article.text) };
    }
    this.#read = read;
    this.#root = articleRoot(read);
    if (isSame && this.#found) {
      // The words are the same, but a page that renders anew may have put them into other nodes.
      if (isTranslated || !painter.isIntact || painter.marks.length < this.#wanted.length) this.#show();
      else this.#count();
      return spent;
    }
    if (read.article.text === '' && !before) return spent;
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

  /** The reader has chosen anew what is to be marked, or which cases are looked for. */
  choose({ settings = this.#settings, offCases = this.#offCases }: Partial<Pick<PageSessionParts, 'settings' | 'offCases'>>): void {
    this.#settings = settings;
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
    const quote = selectedQuote(this.#read?.textIndex, selection);
    return quote ? { quote } : {};
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
    return this.#parts.painter.marks.find(({ id }) => id === statementId)?.ranges ?? this.#locateById(statementId);
  }

  #locateById(statementId: string): readonly Range[] {
    const statement = this.statements.find(({ id }) => id === statementId);
    return statement ? statementRanges(this.#read?.textIndex, statement) : [];
  }

  #show(): void {
    const { painter, onMarks } = this.#parts;
    if (this.#hasLeft || !this.#found) return;
    const { verdict } = this.#found;
    const isShown = isAnnotated(this.#settings, this.url) && verdict.status === 'about' && !this.#offCases.includes(verdict.caseId ?? '');
    const turn = ++this.#turn;
    const settle = () => {
      if (turn !== this.#turn) return;
      this.#count();
      onMarks(isShown);
    };
    if (isShown) {
      const index = this.#read?.textIndex;
      const marks = this.#wanted.map((each) => ({
        id: each.id,
        kind: each.kind,
        isFaint: each.confidence < UNCERTAIN_BELOW,
        ranges: statementRanges(index, each),
      }));
      painter.paint(marks.filter(({ ranges }) => ranges.length > 0));
      // To look where the marks have come to stand is a task of its own: on a long page each takes a good part of what a task may.
      void nextTask().then(settle);
    } else {
      painter.clear();
      settle();
    }
  }

  #count(): void {
    const { painter, ask, trouble } = this.#parts;
    const ids = this.statements.map(({ id }) => id);
    const { shownIds, ...places } = statementPlaces(ids, painter.marks, (id) => this.#locateById(id));
    this.#markedIds = shownIds;
    const problem = trouble();
    const counts: RequestOf<'page.painted'> = { ...places, ...(problem ? { trouble: problem } : {}) };
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

  #withdraw(): void {
    this.#turn++;
    this.#parts.painter.clear();
    this.#markedIds = [];
    this.#parts.onMarks(false);
  }
}
