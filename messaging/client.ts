/**
 * Asks: sends a message of the list and gives its guarded answer. Knows the wire, not what a message means.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import {
  type Answer,
  BACKGROUND_MESSAGES,
  type BackgroundMessage,
  type Envelope,
  READER_MESSAGES,
  type ReaderMessage,
  type RequestOf,
  type ResponseOf,
} from './messages.ts';

/** Thrown where a message could not be delivered or its handler failed; `message` is fit to be shown. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
}

/**
 * How long, in ms, after nobody answered a message is sent again. The browser stops the background when it likes, also in the middle of
 * a message: the next one starts it anew. Handlers may be asked twice (see `Envelope.id`).
 */
const AGAIN_AFTER_MS = [50, 300, 1_000] as const;

/** Asks the background, again where it was stopped before it could answer. Rejects with a `MessageError` where nobody answers, or the answer is an error or not of the list's shape. */
export async function askBackground<M extends BackgroundMessage>(message: M, body: RequestOf<M>): Promise<ResponseOf<M>> {
  const sent: Envelope = { ...envelope(message, body), id: newId() };
  for (const wait of [...AGAIN_AFTER_MS, undefined]) {
    const answer: unknown = await delivered(message, () => browser.runtime.sendMessage(sent)).catch((error: unknown) => error);
    if (v.is(AnswerSchema, answer)) return opened(message, BACKGROUND_MESSAGES[message].response, answer) as ResponseOf<M>;
    // After an update of the extension this script belongs to nobody: no background will ever hear it.
    if (wait === undefined || !isConnected()) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  throw new MessageError(`${message}: nobody answered`);
}

/** Asks the reader in a tab (its top frame). Rejects as `askBackground` does. */
export async function askReader<M extends ReaderMessage>(tabId: number, message: M, body: RequestOf<M>): Promise<ResponseOf<M>> {
  const answer: unknown = await delivered(message, () =>
    // A page in a frame of a web page has no tabs (Firefox); the background passes it on.
    browser.tabs ? browser.tabs.sendMessage(tabId, envelope(message, body), { frameId: 0 }) : relayed(message, body),
  );
  return opened(message, READER_MESSAGES[message].response, answer) as ResponseOf<M>;
}

/** Whether this script still belongs to an extension that is there: false after it was updated, switched off or removed. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined;
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without encryption. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-');
}

async function relayed(message: ReaderMessage, body: unknown): Promise<unknown> {
  const ticket = new URLSearchParams(location.search).get('ticket') ?? '';
  // What may be passed on, and with which body, the background's guard says.
  return (await askBackground('dock.relay', { ticket, message, body } as RequestOf<'dock.relay'>)).answer;
}

function envelope(message: string, body: unknown): Envelope {
  return { allegedly: 1, message, body };
}

async function delivered(message: string, send: () => Promise<unknown>): Promise<unknown> {
  try {
    // Where the extension is gone, the browser throws at once.
    return await send();
  } catch (cause) {
    throw new MessageError(`${message}: nobody answered`, { cause });
  }
}

const AnswerSchema = v.variant('ok', [v.strictObject({ ok: v.literal(true), body: v.unknown() }), v.strictObject({ ok: v.literal(false), error: v.string() })]);

function opened(message: string, schema: v.GenericSchema, raw: unknown): unknown {
  const answer = v.safeParse(AnswerSchema, raw);
  if (!answer.success) throw new MessageError(`${message}: nobody answered`);
  const { output }: { output: Answer } = answer;
  if (!output.ok) throw new MessageError(output.error);
  const body = v.safeParse(schema, output.body);
  if (!body.success) throw new MessageError(`${message}: the answer is not of the expected shape`);
  return body.output;
}
