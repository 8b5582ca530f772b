/**
 * One article on one page, from its reading to its marks: has it analysed, paints what was found, and keeps the marks true while the page
 * and the reader's choices change. Everything it needs of the world is given to it.
 */
import type { BoundTexts } from '../../components/texts.ts';
import type { askBackground } from '../../messaging/client.ts';
import type { ResponseOf } from '../../messaging/messages.ts';
import { MAX_QUOTE } from '../../model/correction.ts';
import { describeQuote } from '../../model/quote.ts';
import { isAnnotated, type Settings } from '../../model/settings.ts';
import type { Span } from '../../model/span.ts';
import type { Statement } from '../../model/statement.ts';
import type { Chip } from '../../reading/chip.ts';
import type { Mark, Painter } from '../../reading/painter.ts';
import { type ReadArticle, readArticle } from '../../reading/read-article.ts';

/** Statements less sure than this are painted fainter. */
const FAINT_BELOW = 0.6;

export interface PageSessionParts {
  readonly document: Document;
  readonly painter: Painter;
  readonly chip: Chip;
  readonly texts: BoundTexts;
  readonly ask: typeof askBackground;
  readonly settings: Settings;
}

export class PageSession {
  readonly #parts: PageSessionParts;
  /** The page's address when it was read: a route that comes later is another page. */
  readonly url: string;
  #settings: Settings;
  #read: ReadArticle | undefined;
  #found: ResponseOf<'article.read'> | undefined;
  #hasLeft = false;
  /** Readings are made one after the other. */
  #lastRead: Promise<void> = Promise.resolve();

  constructor(parts: PageSessionParts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.url = parts.document.location.href.replace(/#.*$/s, '');
  }

  /** Reads the page, or looks whether what was read still stands: only an article whose text has changed is analysed again. */
  refresh(): Promise<void> {
    this.#lastRead = this.#lastRead.then(() => this.#refresh()).catch(() => undefined);
    return this.#lastRead;
  }

  async #refresh(): Promise<void> {
    if (this.#hasLeft) return;
    const before = this.#read;
    const read = readArticle(this.#parts.document);
    const isSame = before?.article.text === read.article.text && before.article.title === read.article.title;
    this.#read = read;
    if (isSame && this.#found) {
      // The words are the same, but a page that renders anew may have put them into other nodes.
      if (!this.#parts.painter.isIntact) await this.#show();
      return;
    }
    if (read.article.text === '' && !before) return;
    const found = await this.#parts.ask('article.read', { article: read.article });
    if (this.#hasLeft) return;
    this.#found = found;
    await this.#show();
  }

  /** The reader has chosen anew what is to be marked. */
  choose(settings: Settings): void {
    this.#settings = settings;
    void this.#show();
  }

  /** The reader has corrected something: these are the statements now. */
  replaceStatements(statements: readonly Statement[]): void {
    if (!this.#found) return;
    this.#found = { ...this.#found, statements };
    void this.#show();
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
    const statement = this.#found?.statements.find(({ id }) => id === statementId);
    return statement !== undefined && this.#parts.painter.flash(this.#rangesOf(statement));
  }

  /** Takes everything away: the page shows something else now, or nobody is there any more to answer for it. */
  leave(): void {
    this.#hasLeft = true;
    this.#parts.painter.clear();
    this.#parts.chip.remove();
  }

  async #show(): Promise<void> {
    const { painter, chip, texts, ask } = this.#parts;
    const found = this.#found;
    if (this.#hasLeft || found?.verdict.status !== 'about') return;
    const { statements } = found;
    if (!isAnnotated(this.#settings, this.url)) {
      painter.clear();
      chip.remove();
      await ask('page.painted', { shown: 0, waiting: statements.length, orphans: 0 });
      return;
    }
    const marks = statements.map(
      (statement): Mark => ({ id: statement.id, kind: statement.kind, isFaint: statement.confidence < FAINT_BELOW, ranges: this.#rangesOf(statement) }),
    );
    const shown = marks.filter(({ ranges }) => ranges.length > 0);
    painter.paint(shown);
    chip.show({ label: chipLabel(statements, texts), description: texts.t('chipLabel'), hide: texts.t('chipHide') });
    await ask('page.painted', { shown: shown.length, waiting: 0, orphans: marks.length - shown.length });
  }

  /** The words of a statement on the page: its content, or its cue where it has no content; none where a part is gone. */
  #rangesOf({ contentSpans, cueSpans }: Statement): Range[] {
    const index = this.#read?.textIndex;
    if (!index) return [];
    const parts = (contentSpans.length > 0 ? contentSpans : cueSpans).map((span) => index.rangesOf(span));
    return parts.some((ranges) => ranges.length === 0) ? [] : parts.flat();
  }
}

/** The span without the white space at its ends. */
function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - words.length + words.trimEnd().length];
}

/** "5 claims · 3 denials", or how many statements where there are neither. */
function chipLabel(statements: readonly Statement[], { count }: BoundTexts): string {
  const parts = (['claim', 'denial'] as const)
    .map((kind) => ({ kind, number: statements.filter((statement) => statement.kind === kind).length }))
    .filter(({ number }) => number > 0);
  return parts.length > 0 ? parts.map(({ kind, number }) => count(`chip_${kind}`, number)).join(' · ') : count('chip_statement', statements.length);
}
