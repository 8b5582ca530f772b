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

/** Asks the background. Rejects with a `MessageError` where nobody answers, or the answer is an error or not of the list's shape. */
export async function askBackground<M extends BackgroundMessage>(message: M, body: RequestOf<M>): Promise<ResponseOf<M>> {
  const answer: unknown = await delivered(message, () => browser.runtime.sendMessage(envelope(message, body)));
  return opened(message, BACKGROUND_MESSAGES[message].response, answer) as ResponseOf<M>;
}

/** Asks the reader in a tab (its top frame). Rejects as `askBackground` does. */
export async function askReader<M extends ReaderMessage>(tabId: number, message: M, body: RequestOf<M>): Promise<ResponseOf<M>> {
  const answer: unknown = await delivered(message, () =>
    // A page in a frame of a web page has no tabs (Firefox); the background passes it on.
    browser.tabs ? browser.tabs.sendMessage(tabId, envelope(message, body), { frameId: 0 }) : relayed(message, body),
  );
  return opened(message, READER_MESSAGES[message].response, answer) as ResponseOf<M>;
}

async function relayed(message: ReaderMessage, body: unknown): Promise<unknown> {
  const ticket = new URLSearchParams(location.search).get('ticket') ?? '';
  return (await askBackground('dock.relay', { ticket, message: message as RequestOf<'dock.relay'>['message'], body })).answer;
}

function envelope(message: string, body: unknown): Envelope {
  return { allegedly: 1, message, body };
}

async function delivered(message: string, send: () => Promise<unknown>): Promise<unknown> {
  try {
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
