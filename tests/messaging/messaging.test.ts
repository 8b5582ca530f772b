import * as v from 'valibot';
import { beforeEach, describe, expect, test, vi } from 'vitest';

type Listener = (raw: unknown, from: object, respond: (answer: unknown) => void) => boolean | undefined;

const wire = vi.hoisted(() => ({
  listeners: [] as Listener[],
  answer: undefined as unknown,
  failure: undefined as Error | undefined,
  extension: undefined as { inIncognitoContext: boolean } | undefined,
}));

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'our-id',
      getURL: (path: string) => `chrome-extension://our-id${path}`,
      onMessage: {
        addListener: (listener: Listener) => wire.listeners.push(listener),
        removeListener: (listener: Listener) => wire.listeners.splice(wire.listeners.indexOf(listener), 1),
      },
      sendMessage: async () => {
        if (wire.failure) throw wire.failure;
        return wire.answer;
      },
    },
    tabs: { sendMessage: async () => wire.answer },
    get extension() {
      return wire.extension;
    },
  },
}));

const { askBackground, askReader, MessageError } = await import('../../messaging/client.ts');
const { answerBackground, answerReader } = await import('../../messaging/server.ts');
const { BACKGROUND_MESSAGES } = await import('../../messaging/messages.ts');

const PAGE = { id: 'our-id', url: 'chrome-extension://our-id/popup.html' };
const TAB = { id: 'our-id', url: 'https://news.example/a', frameId: 0, tab: { id: 7, windowId: 1, incognito: false } };
const SET = { allegedly: 1, message: 'annotations.set', body: { scope: 'page', url: 'https://news.example/a', isOn: false } };
const PAINTED = { allegedly: 1, message: 'page.painted', body: { shown: 1, waiting: 0, orphans: 0 } };

/** What the listeners answer; `undefined` where none listens. */
function send(raw: unknown, from: object): Promise<unknown> {
  return new Promise((resolve) => {
    if (!wire.listeners.some((listener) => listener(raw, from, resolve) === true)) resolve(undefined);
  });
}

const done = vi.fn(async () => ({}));
const handlers = Object.fromEntries(Object.keys(BACKGROUND_MESSAGES).map((message) => [message, done])) as unknown as Parameters<typeof answerBackground>[0];

beforeEach(() => {
  wire.listeners.length = 0;
  wire.failure = undefined;
  wire.extension = undefined;
  done.mockClear();
});

// What is private is not stored: handlers know it from here alone.
test.each<[string, unknown, object, { inIncognitoContext: boolean } | undefined, boolean]>([
  ['a tab', PAINTED, TAB, undefined, false],
  ['a private tab', PAINTED, { ...TAB, tab: { ...TAB.tab, incognito: true } }, undefined, true],
  ['a private tab, whatever the background’s own context', PAINTED, { ...TAB, tab: { ...TAB.tab, incognito: true } }, { inIncognitoContext: false }, true],
  ['a page of the extension', SET, PAGE, { inIncognitoContext: false }, false],
  ['a page of the extension in a private window, which is no tab', SET, PAGE, { inIncognitoContext: true }, true],
  ['a page of the extension in a private tab', SET, { ...PAGE, tab: { id: 8, windowId: 2, incognito: true } }, undefined, true],
])('%s is told apart as private or not', async (_name, raw, from, extension, isPrivate) => {
  wire.extension = extension;
  answerBackground(handlers);
  await send(raw, from);
  expect(done).toHaveBeenCalledExactlyOnceWith(expect.anything(), expect.objectContaining({ isPrivate }));
});

describe('the background answers whom the list names, and nobody else', () => {
  test.each<[string, unknown, object, boolean]>([
    ['a page of the extension', SET, PAGE, true],
    ['a content script, what only pages may ask', SET, TAB, false],
    ['a content script, what it may report', PAINTED, TAB, true],
    ['a page, what only content scripts report', PAINTED, PAGE, false],
    ['another extension', SET, { ...PAGE, id: 'another' }, false],
    ['another extension that borrows an address', SET, { id: 'another', url: PAGE.url }, false],
    ['a page whose address only begins alike', SET, { id: 'our-id', url: 'chrome-extension://our-id.example/popup.html' }, false],
    ['a frame within a page', PAINTED, { ...TAB, frameId: 3 }, false],
    ['an unknown message', { ...SET, message: 'database.drop' }, PAGE, false],
    ['a name of every object', { ...SET, message: 'constructor' }, PAGE, false],
    ['another protocol', { ...SET, allegedly: 2 }, PAGE, false],
    ['an envelope with more in it', { ...SET, more: 1 }, PAGE, false],
    ['a string', 'annotations.set', PAGE, false],
    ['null', null, PAGE, false],
  ])('%s', async (_name, raw, from, isAnswered) => {
    answerBackground(handlers);
    const answer = await send(raw, from);
    expect(answer).toEqual(isAnswered ? { ok: true, body: {} } : undefined);
    expect(done).toHaveBeenCalledTimes(isAnswered ? 1 : 0);
  });
});

describe('a body of the wrong shape is refused by name, and not handled', () => {
  test.each<[unknown, string]>([
    [{ scope: 'galaxy', url: '', isOn: true }, 'scope'],
    [{ scope: 'page', url: 3, isOn: true }, 'url'],
    [{ scope: 'page', url: '' }, 'isOn'],
    [{ scope: 'page', url: '', isOn: true, extra: 1 }, 'extra'],
    [[], 'annotations.set'],
    [undefined, 'annotations.set'],
  ])('%j', async (body, named) => {
    answerBackground(handlers);
    expect(await send({ ...SET, body }, PAGE)).toEqual({ ok: false, error: expect.stringContaining(named) });
    expect(done).not.toHaveBeenCalled();
  });
});

test('the handler starts in the turn in which the message arrives, so that a gesture is not lost', () => {
  answerBackground(handlers);
  void send(SET, PAGE);
  expect(done).toHaveBeenCalledTimes(1);
});

test('an error of the handler is the answer', async () => {
  answerBackground({ ...handlers, 'annotations.set': () => Promise.reject(new Error('disk full')) });
  expect(await send(SET, PAGE)).toEqual({ ok: false, error: 'disk full' });
});

test('the reader answers pages of the extension only, and nobody once it is stopped', async () => {
  const stop = new AbortController();
  answerReader(
    {
      'reader.ping': () => ({ url: 'https://news.example/a' }),
      'statements.changed': () => ({}),
      'access.ended': () => ({}),
      'mark.step': () => ({ isFound: true }),
      'selection.read': () => ({}),
      'passage.show': () => ({ isFound: true }),
    },
    stop.signal,
  );
  const ping = { allegedly: 1, message: 'reader.ping', body: {} };
  expect(await send(ping, PAGE)).toEqual({ ok: true, body: { url: 'https://news.example/a' } });
  expect(await send(ping, TAB)).toBeUndefined();
  stop.abort();
  expect(await send(ping, PAGE)).toBeUndefined();
});

describe('asking', () => {
  const ask = () => askBackground('annotations.set', { scope: 'page', url: 'https://news.example/a', isOn: true });

  test('gives the answer', async () => {
    wire.answer = { ok: true, body: { isFound: false } };
    expect(await askReader(7, 'passage.show', { statementId: 's1' })).toEqual({ isFound: false });
  });

  test.each<[string, unknown, string]>([
    ['an error', { ok: false, error: 'disk full' }, 'disk full'],
    ['nothing', undefined, 'nobody answered'],
    ['what is no answer', { yes: true }, 'nobody answered'],
    ['an answer of the wrong shape', { ok: true, body: { surprise: 1 } }, 'not of the expected shape'],
  ])('rejects %s', async (_name, answer, message) => {
    wire.answer = answer;
    await expect(ask()).rejects.toThrow(message);
    await expect(ask()).rejects.toBeInstanceOf(MessageError);
  });

  test('rejects where nobody is there', async () => {
    wire.failure = new Error('Could not establish connection.');
    await expect(ask()).rejects.toThrow('nobody answered');
  });
});

test('every message of the list has guards for both ways', () => {
  for (const { request, response } of Object.values(BACKGROUND_MESSAGES)) {
    expect(v.is(request, 'nonsense')).toBe(false);
    expect(v.is(response, 'nonsense')).toBe(false);
  }
});
