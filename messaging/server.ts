/**
 * Answers: checks who sends, guards what is sent, calls the handler, and sends back its answer or the error.
 * Knows the wire and the list, not what a message means.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import {
  type Answer,
  BACKGROUND_MESSAGES,
  type BackgroundMessage,
  LONG_MESSAGES,
  MAX_LONG_MESSAGE,
  MAX_MESSAGE,
  READER_MESSAGES,
  type ReaderMessage,
  type RequestOf,
  type ResponseOf,
} from './messages.ts';
import { isOversize } from './size.ts';

export interface Sender {
  /** The tab, for a content script; undefined for a page of the extension. */
  readonly tabId?: number;
  readonly windowId?: number;
  readonly url?: string;
  /** Of a content script's page, which is another one after each loading; undefined where the browser does not tell. */
  readonly documentId?: string;
  readonly isPrivate: boolean;
  /** The same for a message that was sent again because nobody had answered. */
  readonly requestId?: string;
}

type Handler<M extends BackgroundMessage | ReaderMessage> = (body: RequestOf<M>, sender: Sender) => ResponseOf<M> | Promise<ResponseOf<M>>;
export type BackgroundHandlers = { readonly [M in BackgroundMessage]: Handler<M> };
export type ReaderHandlers = { readonly [M in ReaderMessage]: Handler<M> };

const EnvelopeSchema = v.strictObject({
  allegedly: v.literal(1),
  message: v.string(),
  body: v.unknown(),
  id: v.exactOptional(v.pipe(v.string(), v.minLength(8), v.maxLength(64))),
});

/** Who sent it: a content script in a tab's top frame, a page of this extension, or nobody we listen to. */
export function kindOfSender(sender: Browser.runtime.MessageSender, extensionId: string, extensionOrigin: string): 'content' | 'page' | undefined {
  if (sender.id !== extensionId) return undefined;
  if (sender.url?.startsWith(`${extensionOrigin}/`)) return 'page';
  return sender.tab?.id !== undefined && sender.frameId === 0 ? 'content' : undefined;
}

/** Answers the messages meant for the background. To be called at once when the worker starts. */
export function answerBackground(handlers: BackgroundHandlers): void {
  const origin = extensionOrigin();
  browser.runtime.onMessage.addListener((raw: unknown, from, respond) => {
    const kind = kindOfSender(from, browser.runtime.id, origin);
    const envelope = v.safeParse(EnvelopeSchema, raw);
    if (!kind || !envelope.success || !isBackgroundMessage(envelope.output.message)) return false;
    const { message, body, id } = envelope.output;
    const entry = BACKGROUND_MESSAGES[message];
    if (!(entry.from as readonly string[]).includes(kind)) return false;
    // The handler starts in this very turn: opening the sidebar must not lose the reader's gesture.
    void answerOne(message, entry.request, handlers[message] as Handler<BackgroundMessage>, body, {
      ...senderOf(from, kind),
      ...(id === undefined ? {} : { requestId: id }),
    }).then(respond);
    return true;
  });
}

/** Answers the messages meant for the reader in this tab, until the signal aborts. */
export function answerReader(handlers: ReaderHandlers, signal: AbortSignal): void {
  const listener = (raw: unknown, from: Browser.runtime.MessageSender, respond: (answer: Answer) => void) => {
    const envelope = v.safeParse(EnvelopeSchema, raw);
    if (kindOfSender(from, browser.runtime.id, extensionOrigin()) !== 'page' || !envelope.success || !isReaderMessage(envelope.output.message)) return false;
    const { message, body } = envelope.output;
    void answerOne(message, READER_MESSAGES[message].request, handlers[message] as Handler<ReaderMessage>, body, { isPrivate: false }).then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  // Orphaned by an update, a content script has no browser any more that would call it.
  signal.addEventListener('abort', () => browser.runtime?.onMessage.removeListener(listener), { once: true });
}

async function answerOne<M extends BackgroundMessage | ReaderMessage>(
  message: M,
  schema: v.GenericSchema,
  handler: Handler<M>,
  body: unknown,
  sender: Sender,
): Promise<Answer> {
  // Everything else is small, so that a page cannot keep the guards busy.
  const most = LONG_MESSAGES.has(message) ? MAX_LONG_MESSAGE : MAX_MESSAGE;
  if (isOversize(body, most)) return { ok: false, error: `${message}: the message is too large` };
  // A list passes for an object whose keys may all be absent.
  const request = v.safeParse(schema, Array.isArray(body) ? undefined : body);
  if (!request.success) {
    const issue = request.issues[0];
    return { ok: false, error: `${message}: ${v.getDotPath(issue) ?? 'the body'} is not as expected: ${issue.message}` };
  }
  try {
    return { ok: true, body: await handler(request.output as RequestOf<M>, sender) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function senderOf(from: Browser.runtime.MessageSender, kind: 'content' | 'page'): Sender {
  return {
    ...(kind === 'content' && from.tab?.id !== undefined ? { tabId: from.tab.id, windowId: from.tab.windowId } : {}),
    ...(from.url ? { url: from.url } : {}),
    ...(kind === 'content' && from.documentId ? { documentId: from.documentId } : {}),
    isPrivate: from.tab?.incognito ?? browser.extension?.inIncognitoContext ?? false,
  };
}

/** `chrome-extension://…` without a slash at its end. */
function extensionOrigin(): string {
  return browser.runtime.getURL('/').replace(/\/$/, '');
}

function isBackgroundMessage(message: string): message is BackgroundMessage {
  return Object.hasOwn(BACKGROUND_MESSAGES, message);
}

function isReaderMessage(message: string): message is ReaderMessage {
  return Object.hasOwn(READER_MESSAGES, message);
}
