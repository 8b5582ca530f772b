import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BACKGROUND_SAMPLES, READER_SAMPLES } from '../support/message-samples.ts';

type Listener = (raw: unknown, from: object, respond: (answer: unknown) => void) => boolean | undefined;

const wire = vi.hoisted(() => ({ listeners: [] as Listener[], closedTabs: new Set<number>(), states: {} as Record<string, unknown> }));

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'our-id',
      getURL: (path: string) => `chrome-extension://our-id${path}`,
      onMessage: { addListener: (listener: Listener) => wire.listeners.push(listener), removeListener: () => undefined },
    },
    tabs: { get: async (id: number) => (wire.closedTabs.has(id) ? { id } : { id, url: 'https://news.example/a' }) },
    storage: { session: { get: async (key: string) => ({ [key]: wire.states[key] }) } },
  },
}));

const { answerBackground, answerReader } = await import('../../messaging/server.ts');
const { BACKGROUND_MESSAGES, READER_MESSAGES } = await import('../../messaging/messages.ts');
const { ownTabOnly } = await import('../../entrypoints/background/own-tab.ts');

const RUNS = { numRuns: 200, seed: 20191029 };
const PAGE = { id: 'our-id', url: 'chrome-extension://our-id/popup.html' };
const TAB = { id: 'our-id', url: 'https://news.example/a', frameId: 0, tab: { id: 7, windowId: 1, incognito: false } };

const handler = vi.fn((_body: unknown, _sender: unknown): object => ({}));
const handlersOf = (list: object) => Object.fromEntries(Object.keys(list).map((message) => [message, handler])) as never;

/** The answer; `undefined` where nobody listens. */
function send(raw: unknown, from: object): Promise<unknown> {
  return new Promise((resolve) => {
    if (!wire.listeners.some((listener) => listener(raw, from, resolve) === true)) resolve(undefined);
  });
}

interface Case {
  readonly message: string;
  readonly sample: Record<string, unknown>;
  readonly from: object;
  readonly start: () => void;
}

const asReader = () => answerReader(handlersOf(READER_MESSAGES), new AbortController().signal);
const CASES: readonly Case[] = [
  ...Object.entries(BACKGROUND_MESSAGES).flatMap(([message, { from }]) =>
    from.map((kind) => ({
      message,
      sample: BACKGROUND_SAMPLES[message as keyof typeof BACKGROUND_SAMPLES] as Record<string, unknown>,
      from: kind === 'page' ? PAGE : TAB,
      start: () => answerBackground(ownTabOnly(handlersOf(BACKGROUND_MESSAGES))),
    })),
  ),
  ...Object.keys(READER_MESSAGES).map((message) => ({
    message,
    sample: READER_SAMPLES[message as keyof typeof READER_SAMPLES] as Record<string, unknown>,
    from: PAGE,
    start: asReader,
  })),
];
const named = CASES.map((each) => [each.message, each.from === PAGE ? 'a page of ours' : 'a tab', each] as const);

beforeEach(() => {
  wire.listeners.length = 0;
  wire.closedTabs.clear();
  wire.states = { 'tab:7': stateOf('whatsapp-v-nso') };
  handler.mockClear();
});

function stateOf(caseId: string) {
  const verdict = { status: 'about', caseId, score: 1, reasons: [] };
  return { tabId: 7, url: 'https://news.example/a', title: '', status: 'read', verdict, statements: 0, shown: 0, waiting: 0, orphans: 0 };
}

/** A value that no field of any message may hold, whatever its type: too large a text, a number that is none, a thing of another kind. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(null, Number.NaN, Number.POSITIVE_INFINITY, -7, 1.5, 1e300, [[]], '\u0000'.repeat(300_000)),
  fc.object({ maxDepth: 2 }).map((value) => ({ ...value, extra: 1 })),
  fc.array(
    fc.object({ maxDepth: 1 }).map((value) => ({ ...value, extra: 1 })),
    { minLength: 1 },
  ),
);

/** Bodies made of a sound one that must not pass: a key more, or a value spoilt at any depth. */
function broken(sample: Record<string, unknown>): fc.Arbitrary<unknown> {
  const more = fc
    .tuple(fc.constantFrom('extra', '__proto__x', 'constructor', 'tabID', 'toString', 'then'), fc.anything())
    .map(([key, value]) => ({ ...sample, [key]: value }));
  const keys = Object.keys(sample);
  const junk = fc.anything({ withNullPrototype: true, maxDepth: 3 }).filter((value) => typeof value !== 'object' || value === null || Array.isArray(value));
  if (keys.length === 0) return fc.oneof(more, junk);
  const spoilt = fc.tuple(fc.constantFrom(...keys), wrong).map(([key, value]) => ({ ...sample, [key]: value }));
  return fc.oneof(more, junk, spoilt);
}

test('there is a sample of every message, and it passes', async () => {
  for (const { message, sample, from, start } of CASES) {
    wire.listeners.length = 0;
    start();
    expect([message, await send({ allegedly: 1, message, body: sample }, from)]).toEqual([message, { ok: true, body: {} }]);
  }
  expect(handler).toHaveBeenCalledTimes(CASES.length);
});

describe('200 broken bodies are refused in words, and reach no handler', () => {
  test.each(named)('%s from %s', async (_message, _from, { message, sample, from, start }) => {
    start();
    await fc.assert(
      fc.asyncProperty(broken(sample), async (body) => {
        expect(await send({ allegedly: 1, message, body }, from)).toEqual({ ok: false, error: expect.stringMatching(/./) });
      }),
      RUNS,
    );
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('what the docked panel has passed on is as strict as what is sent to a reader', () => {
  test.each<[name: string, message: unknown, body: unknown]>([
    ['a statement without its id', 'passage.show', {}],
    ['a statement with more', 'passage.show', { statementId: 's1', extra: 1 }],
    ['the other one’s body', 'selection.read', { statementId: 's1' }],
    ['no body', 'selection.read', undefined],
    ['a message that only the background may send', 'access.ended', {}],
    ['statements of its own', 'statements.changed', READER_SAMPLES['statements.changed']],
    ['a list of messages', ['passage.show'], { statementId: 's1' }],
  ])('%s', async (_name, message, body) => {
    answerBackground(ownTabOnly(handlersOf(BACKGROUND_MESSAGES)));
    expect(await send({ allegedly: 1, message: 'dock.relay', body: { ticket: 't1', message, body } }, PAGE)).toMatchObject({ ok: false });
    expect(handler).not.toHaveBeenCalled();
  });

  test('and both pass when they are sound', async () => {
    answerBackground(ownTabOnly(handlersOf(BACKGROUND_MESSAGES)));
    for (const message of ['passage.show', 'selection.read'] as const)
      expect(await send({ allegedly: 1, message: 'dock.relay', body: { ticket: 't1', message, body: READER_SAMPLES[message] } }, PAGE)).toMatchObject({
        ok: true,
      });
  });
});

describe('200 envelopes that are none get no answer', () => {
  test.each(named)('%s from %s', async (_message, _from, { message, sample, from, start }) => {
    start();
    const whole = { allegedly: 1, message, body: sample };
    const envelope = fc.oneof(
      fc.anything(),
      fc.tuple(fc.string(), fc.anything()).map(([key, value]) => ({ ...whole, [`x${key}`]: value })),
      fc
        .anything()
        .filter((value) => value !== 1)
        .map((allegedly) => ({ ...whole, allegedly })),
      fc
        .oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', `${message} `, message.toUpperCase()))
        .map((other) => ({ ...whole, message: other })),
    );
    await fc.assert(
      fc.asyncProperty(envelope, async (raw) => {
        expect(await send(raw, from)).toBeUndefined();
      }),
      RUNS,
    );
    expect(handler).not.toHaveBeenCalled();
  });
});

/** Senders that are not ours: another extension, a web page, a frame, something made up. */
const stranger = fc.oneof(
  fc.record({ id: fc.string().filter((id) => id !== 'our-id'), url: fc.constantFrom(PAGE.url, TAB.url), frameId: fc.constant(0), tab: fc.constant(TAB.tab) }),
  fc.record({ url: fc.webUrl(), origin: fc.webUrl(), frameId: fc.constant(0), tab: fc.constant(TAB.tab) }),
  fc.record({ id: fc.constant('our-id'), url: fc.webUrl(), frameId: fc.integer({ min: 1 }), tab: fc.constant(TAB.tab) }),
  fc.record({
    id: fc.constant('our-id'),
    url: fc.constantFrom('chrome-extension://our-id.example/popup.html', 'chrome-extension://our-i/popup.html', 'https://our-id/popup.html', ' ', ''),
  }),
  fc.record({ id: fc.constant('our-id') }),
);

describe('200 senders that are not ours get no answer', () => {
  test.each(named)('%s instead of %s', async (_message, _from, { message, sample, start }) => {
    start();
    await fc.assert(
      fc.asyncProperty(stranger, async (from) => {
        expect(await send({ allegedly: 1, message, body: sample }, from)).toBeUndefined();
      }),
      RUNS,
    );
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('what only the one kind of ours may ask is not answered to the other', () => {
  const listed = Object.entries(BACKGROUND_MESSAGES).filter(([, { from }]) => from.length === 1);
  test.each(listed.map(([message, { from }]) => [message, from[0] === 'page' ? TAB : PAGE] as const))('%s', async (message, from) => {
    answerBackground(ownTabOnly(handlersOf(BACKGROUND_MESSAGES)));
    const body = BACKGROUND_SAMPLES[message as keyof typeof BACKGROUND_SAMPLES];
    expect(await send({ allegedly: 1, message, body }, from)).toBeUndefined();
    expect(handler).not.toHaveBeenCalled();
  });

  test.each(Object.keys(READER_MESSAGES))('%s: a reader hears no other tab', async (message) => {
    asReader();
    expect(await send({ allegedly: 1, message, body: READER_SAMPLES[message as keyof typeof READER_SAMPLES] }, TAB)).toBeUndefined();
  });
});

describe('a message too large is refused before it is looked at', () => {
  const deep = () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 10_000; depth++) value = { deeper: [value] };
    return value;
  };
  const endless: Record<string, unknown> = {};
  endless['self'] = [endless, endless];
  test.each<[string, () => unknown]>([
    ['5 MB of text', () => 'x'.repeat(5_000_000)],
    ['a million items', () => Array.from({ length: 1_000_000 }, () => 0)],
    ['20,000 long keys', () => Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key-${index}`.padStart(300), true]))],
    ['one that holds itself', () => endless],
    ['ten thousand deep and as wide', () => Array.from({ length: 30 }, deep)],
  ])('%s', async (_name, make) => {
    const bulk = make();
    for (const { message, sample, from, start } of CASES) {
      wire.listeners.length = 0;
      start();
      expect(await send({ allegedly: 1, message, body: { ...sample, bulk } }, from)).toEqual({ ok: false, error: `${message}: the message is too large` });
    }
    expect(handler).not.toHaveBeenCalled();
  });

  test('ten thousand deep alone is refused too', async () => {
    for (const { message, sample, from, start } of CASES) {
      wire.listeners.length = 0;
      start();
      expect(await send({ allegedly: 1, message, body: { ...sample, bulk: deep() } }, from)).toMatchObject({ ok: false });
    }
  });

  test('the longest article that may be read still passes', async () => {
    answerBackground(ownTabOnly(handlersOf(BACKGROUND_MESSAGES)));
    const text = 'x'.repeat(2_000_000);
    const blocks = Array.from({ length: 50_000 }, (_, index) => ({ kind: 'paragraph', start: index * 40, end: index * 40 + 39 }));
    const article = { url: 'https://news.example/a', title: '', text, blocks };
    expect(await send({ allegedly: 1, message: 'article.read', body: { article } }, TAB)).toEqual({ ok: true, body: {} });
  });
});

describe('a content script acts for its own tab and page only', () => {
  const article = (url: string) => ({ article: { ...BACKGROUND_SAMPLES['article.read'].article, url } });
  const calledOwn = (canonicalUrl: string, url = TAB.url) => ({ article: { ...article(url).article, canonicalUrl } });
  const start = () => answerBackground(ownTabOnly(handlersOf(BACKGROUND_MESSAGES)));

  test.each<[string, string, unknown]>([
    ['an article of another site', 'article.read', article('https://other.example/a')],
    ['an article of a subdomain', 'article.read', article('https://www.news.example/a')],
    ['an article of another port', 'article.read', article('https://news.example:8443/a')],
    ['an article of the unencrypted site', 'article.read', article('http://news.example/a')],
    ['an article of no address', 'article.read', article('')],
    ['an article of a script', 'article.read', article('javascript:alert(1)')],
    ['an article of the extension', 'article.read', article('chrome-extension://our-id/popup.html')],
    ['an article that calls itself another site’s', 'article.read', calledOwn('https://other.example/a')],
    ['an article that calls itself a neighbour’s', 'article.read', calledOwn('https://b.pages.example/a', 'https://a.pages.example/a')],
    ['an article that calls itself a script', 'article.read', calledOwn('javascript:alert(1)')],
    ['an article that calls itself nonsense', 'article.read', calledOwn('news')],
    ['another page given up', 'page.unread', { ...BACKGROUND_SAMPLES['page.unread'], url: 'https://other.example/' }],
    ['another page left', 'page.left', { url: 'https://other.example/' }],
    ['a sidebar beside another tab', 'sidebar.open', { tabId: 8 }],
    ['the record of a case it is not about', 'statement.record', { caseId: 'another-v-case', question: {} }],
  ])('%s is refused', async (_name, message, body) => {
    start();
    const { article: { url = TAB.url, canonicalUrl = undefined } = {} } = body as { article?: { url?: string; canonicalUrl?: string } };
    // Who lies about the canonical address alone says the truth about the page's own.
    const from = canonicalUrl === undefined ? TAB : { ...TAB, url };
    expect(await send({ allegedly: 1, message, body }, from)).toMatchObject({ ok: false });
    expect(handler).not.toHaveBeenCalled();
  });

  test('the address that the page calls its own may be its site’s', async () => {
    start();
    const body = calledOwn('https://www.news.example/2020/a');
    expect(await send({ allegedly: 1, message: 'article.read', body }, TAB)).toEqual({ ok: true, body: {} });
  });

  test('a file of this machine is no page of the web, though it speaks for itself', async () => {
    start();
    const file = 'file:///a.html';
    expect(await send({ allegedly: 1, message: 'article.read', body: article(file) }, { ...TAB, url: file })).toMatchObject({ ok: false });
  });

  test('nothing is read in a tab that may no longer be entered', async () => {
    start();
    wire.closedTabs.add(7);
    expect(await send({ allegedly: 1, message: 'article.read', body: BACKGROUND_SAMPLES['article.read'] }, TAB)).toMatchObject({ ok: false });
    expect(handler).not.toHaveBeenCalled();
  });

  test('a message played again from another tab is that tab’s own', async () => {
    start();
    wire.states['tab:8'] = stateOf('whatsapp-v-nso');
    for (const [message, { from }] of Object.entries(BACKGROUND_MESSAGES)) {
      if (!(from as readonly string[]).includes('content')) continue;
      await send({ allegedly: 1, message, body: BACKGROUND_SAMPLES[message as keyof typeof BACKGROUND_SAMPLES] }, { ...TAB, tab: { ...TAB.tab, id: 8 } });
      expect([message, handler.mock.lastCall?.[1]]).toEqual([message, expect.objectContaining({ tabId: 8 })]);
    }
  });

  test('the sidebar opens in the turn in which the message arrives', () => {
    start();
    void send({ allegedly: 1, message: 'sidebar.open', body: {} }, TAB);
    expect(handler).toHaveBeenCalledTimes(1);
  });
});
