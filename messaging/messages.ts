/**
 * The one list of messages between the parts of the extension: what is asked, what is answered, and the guard for each.
 * Knows nothing of who sends or handles them; `client.ts` and `server.ts` do.
 */
import * as v from 'valibot';
import { ArticleSchema } from '../model/article.ts';
import { CaseFileSchema, RecognitionSchema } from '../model/case-file.ts';
import { ChangeSchema, SelectionSchema } from '../model/correction.ts';
import { KindLookSchema } from '../model/look.ts';
import { OnRecordSchema, RecordQuestionSchema } from '../model/on-record.ts';
import { GIVE_UPS, PageStateSchema, TROUBLES } from '../model/page-state.ts';
import { DENSITIES, SCOPES } from '../model/settings.ts';
import { SidebarTargetSchema } from '../model/sidebar-target.ts';
import { MAX_OUTLETS } from '../model/site-access.ts';
import { STATEMENT_KINDS, StatementSchema } from '../model/statement.ts';
import { STORE_TROUBLES } from '../model/store-state.ts';
import { VerdictSchema } from '../model/verdict.ts';

const TabId = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
/** An address or a title, in UTF-16 code units. */
const Address = v.pipe(v.string(), v.maxLength(4_000));
/** An article's id is an address, and may be as long as one. */
const ArticleId = v.pipe(v.string(), v.minLength(1), v.maxLength(4_500));
const Nothing = v.strictObject({});
const Done = v.strictObject({});
const Statements = v.pipe(v.array(StatementSchema), v.readonly());
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const StatementWanted = v.strictObject({ statementId: Id });

/** Messages that the background answers. `from` says who may send them: a content script in a tab, or a page of the extension. */
export const BACKGROUND_MESSAGES = {
  /** The gate: this page looks like coverage of the case. Answer: the reader has been injected. */
  'page.candidate': { from: ['content'], request: v.strictObject({ caseIds: v.pipe(v.array(Id), v.maxLength(1_000)) }), response: Done },
  /** The reader: this is the article. Answer: what was found in it. */
  'article.read': {
    from: ['content'],
    request: v.strictObject({ article: ArticleSchema }),
    response: v.strictObject({ verdict: VerdictSchema, articleId: v.exactOptional(ArticleId), statements: Statements }),
  },
  /** The reader: the page was given up unread, and why. */
  'page.unread': { from: ['content'], request: v.strictObject({ url: Address, title: Address, reason: v.picklist(GIVE_UPS) }), response: Done },
  /** The reader: what of it stands on the page now. */
  'page.painted': {
    from: ['content'],
    request: v.strictObject({ shown: Count, waiting: Count, orphans: Count, trouble: v.exactOptional(v.picklist(TROUBLES)) }),
    response: Done,
  },
  /** The reader: the page shows another route now, and nothing of the article is left. */
  'page.left': { from: ['content'], request: v.strictObject({ url: Address }), response: Done },
  /** The reader: the passage of this statement (or of none) is where the eye reads. */
  'passage.seen': { from: ['content'], request: v.strictObject({ statementId: v.exactOptional(Id) }), response: Done },
  /**
   * The chip or a card on the page, or the popup: open the sidebar beside this tab, at an event or a statement where one is named.
   * Must be handled at once, or the gesture is lost. Answer: a ticket, where the browser opens no sidebar for a page and the panel is to
   * dock in it.
   */
  'sidebar.open': {
    from: ['content', 'page'],
    request: v.strictObject({ tabId: v.exactOptional(TabId), eventId: v.exactOptional(Id), statementId: v.exactOptional(Id) }),
    response: v.strictObject({ ticket: v.exactOptional(Id) }),
  },
  /** The panel in a frame of a web page, which can see neither tabs nor the session's store: has the reader wanted it here, and what is known? */
  'dock.look': {
    from: ['page'],
    request: v.strictObject({ ticket: Id }),
    response: v.strictObject({
      isWanted: v.boolean(),
      tabId: v.exactOptional(TabId),
      page: v.exactOptional(PageStateSchema),
      inView: v.exactOptional(Id),
      target: v.exactOptional(SidebarTargetSchema),
      storeTrouble: v.exactOptional(v.picklist(STORE_TROUBLES)),
    }),
  },
  /** The same panel asks the reader of its tab. The answer is as it came. */
  'dock.relay': {
    from: ['page'],
    request: v.variant('message', [
      v.strictObject({ ticket: Id, message: v.literal('passage.show'), body: StatementWanted }),
      v.strictObject({ ticket: Id, message: v.literal('selection.read'), body: Nothing }),
    ]),
    response: v.strictObject({ answer: v.unknown() }),
  },
  /** The card: what the case file knows of a statement. */
  'statement.record': { from: ['content'], request: v.strictObject({ caseId: Id, question: RecordQuestionSchema }), response: OnRecordSchema },
  /** Popup: read the page in this tab now, whatever the gate thought of it (needs the tab's permission). */
  'page.read': { from: ['page'], request: v.strictObject({ tabId: TabId }), response: Done },
  /** Switch annotations on or off. */
  'annotations.set': { from: ['page'], request: v.strictObject({ scope: v.picklist(SCOPES), url: Address, isOn: v.boolean() }), response: Done },
  /** How much is marked: everything, or the disputes only. */
  'density.set': { from: ['page'], request: v.strictObject({ density: v.picklist(DENSITIES) }), response: Done },
  /** Switch the marks of one kind on or off. */
  'kind.set': { from: ['page'], request: v.strictObject({ kind: v.picklist(STATEMENT_KINDS), isOn: v.boolean() }), response: Done },
  /** Options: draw a kind as chosen; without a look, as usual. */
  'look.set': { from: ['page'], request: v.strictObject({ kind: v.picklist(STATEMENT_KINDS), look: v.exactOptional(KindLookSchema) }), response: Done },
  /** Options: forget what was chosen for a site and its pages, or for one page. */
  'choice.forget': { from: ['page'], request: v.strictObject({ scope: v.picklist(['page', 'site']), url: Address }), response: Done },
  /** Options, popup: follow a case, or no longer. */
  'case.set': { from: ['page'], request: v.strictObject({ caseId: Id, isOn: v.boolean() }), response: Done },
  /** Options: keep this case. Its references are followed anew, whatever the page has made of them. */
  'case.import': {
    from: ['page'],
    request: v.strictObject({ caseFile: CaseFileSchema, recognition: RecognitionSchema }),
    response: v.strictObject({ caseId: Id }),
  },
  /** Options: forget an imported case. What was read about it stays. */
  'case.remove': { from: ['page'], request: v.strictObject({ caseId: Id }), response: Done },
  /** Welcome: analyse the sample article; nothing is stored. */
  'sample.read': {
    from: ['page'],
    request: v.strictObject({ article: ArticleSchema }),
    response: v.strictObject({ verdict: VerdictSchema, statements: Statements }),
  },
  /** Options, welcome: the reader's list of outlets; grants nothing. */
  'outlets.set': {
    from: ['page'],
    request: v.strictObject({ domains: v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(MAX_OUTLETS)) }),
    response: Done,
  },
  /** Sidebar: forget an article and its statements. */
  'article.delete': { from: ['page'], request: v.strictObject({ articleId: ArticleId }), response: Done },
  /** Options: forget what was read on a site, or everything. Answer: what was there. */
  'store.delete': {
    from: ['page'],
    request: v.variant('scope', [
      v.strictObject({ scope: v.literal('site'), site: Id }),
      v.strictObject({ scope: v.literal('all') }),
      /** Records that were put aside because they could not be read. */
      v.strictObject({ scope: v.literal('oddities') }),
    ]),
    response: v.strictObject({ articles: Count, statements: Count, corrections: Count, notes: Count }),
  },
  /** Sidebar, options: a backup was saved; or the reader wants to be reminded of it later. */
  'backup.note': { from: ['page'], request: v.strictObject({ what: v.picklist(['saved', 'later']) }), response: Done },
  /** Sidebar: write the note of an article or a statement; no text takes it away. */
  'note.write': {
    from: ['page'],
    request: v.strictObject({ articleId: ArticleId, statementId: v.exactOptional(Id), text: v.pipe(v.string(), v.maxLength(20_000)) }),
    response: Done,
  },
  /**
   * The card on the page, or the sidebar: the reader puts a statement right or adds one. Every tab that shows the article is told by
   * `statements.changed`.
   */
  'statement.correct': { from: ['content', 'page'], request: v.strictObject({ articleId: ArticleId, change: ChangeSchema }), response: Done },
  /** Takes back the article's latest correction, or does again the one that was last taken back. Answer: there was one. */
  'correction.turn': {
    from: ['content', 'page'],
    request: v.strictObject({ articleId: ArticleId, to: v.picklist(['undo', 'redo']) }),
    response: v.strictObject({ isDone: v.boolean() }),
  },
} as const;

/** Largest messages that are looked at, counted as `isOversize` counts: those that carry an article, its statements or a case, and all others. */
export const MAX_LONG_MESSAGE = 4_900_000;
export const LONG_MESSAGES: ReadonlySet<string> = new Set(['article.read', 'sample.read', 'statements.changed', 'case.import']);
export const MAX_MESSAGE = 250_000;

/** Messages that the reader in a tab answers. */
export const READER_MESSAGES = {
  /** Is a reader there, and for which address? */
  'reader.ping': { request: Nothing, response: v.strictObject({ url: v.string() }) },
  /**
   * The reader of the news has corrected something: these are the article's statements now, each with its words in the text that is stored,
   * by which a tab that shows another text of the same article knows that they are not for it.
   */
  'statements.changed': { request: v.strictObject({ statements: Statements, words: v.array(v.string()) }), response: Done },
  /** The browser no longer lets us into this page: whatever of us is there ends. The gate listens too. */
  'access.ended': { request: Nothing, response: Done },
  /** Go to the next mark, or the one before, and open its card. */
  'mark.step': { request: v.strictObject({ by: v.picklist([1, -1]) }), response: v.strictObject({ isFound: v.boolean() }) },
  /** Scroll to a statement's passage and flash it. */
  'passage.show': { request: StatementWanted, response: v.strictObject({ isFound: v.boolean() }) },
  /** The words of the article that are selected on the page, if any. */
  'selection.read': { request: Nothing, response: v.strictObject({ quote: v.exactOptional(SelectionSchema) }) },
} as const;

export type BackgroundMessages = typeof BACKGROUND_MESSAGES;
export type ReaderMessages = typeof READER_MESSAGES;
export type BackgroundMessage = keyof BackgroundMessages;
export type ReaderMessage = keyof ReaderMessages;
export type RequestOf<M extends BackgroundMessage | ReaderMessage> = v.InferOutput<(BackgroundMessages & ReaderMessages)[M]['request']>;
export type ResponseOf<M extends BackgroundMessage | ReaderMessage> = v.InferOutput<(BackgroundMessages & ReaderMessages)[M]['response']>;

/** What travels: the message's name and its body, or the answer or error. */
export interface Envelope {
  readonly allegedly: 1;
  readonly message: string;
  readonly body: unknown;
  /** The same for a message that is sent again because nobody answered: it is carried out once. Absent where that does not matter. */
  readonly id?: string;
}
export type Answer = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly error: string };
