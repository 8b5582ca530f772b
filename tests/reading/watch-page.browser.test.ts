import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PageHost } from '../../reading/page-host.ts';
import { mattersToArticle } from '../../reading/relevant-change.ts';
import { watchPage } from '../../reading/watch-page.ts';

const TIMES = { rest: 40, longest: 120, pause: 400, share: 0.5 };
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (condition: () => boolean) => {
  for (let tries = 0; !condition() && tries < 200; tries++) await wait(20);
  expect(condition()).toBe(true);
};

let life: AbortController;
let log: string[];
let work: number;
const host = new PageHost(document);
const article = document.createElement('article');

beforeEach(() => {
  life = new AbortController();
  log = [];
  work = 0;
  article.replaceChildren();
  document.body.replaceChildren(article);
  watchPage(
    window,
    {
      own: host.element,
      articleRoot: () => article,
      onSettled: async () => {
        log.push('settled');
        return work;
      },
      onRemoved: () => log.push('removed'),
      onRoute: () => log.push('route'),
      onAppearance: () => log.push('appearance'),
      onReturn: () => log.push('return'),
      onStorm: (isStorm) => log.push(isStorm ? 'storm' : 'calm'),
    },
    life.signal,
    TIMES,
  );
});
afterEach(async () => {
  life.abort();
  host.detach();
  document.documentElement.removeAttribute('class');
  await wait(0);
});

const count = (what: string) => log.filter((each) => each === what).length;
const paragraph = (text: string) => {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
};

describe('what is looked at', () => {
  test('content that comes late, once it has come to rest', async () => {
    for (let index = 0; index < 5; index++) {
      article.append(paragraph(`Paragraph ${index}`));
      await wait(5);
    }
    await until(() => count('settled') === 1);
    await wait(3 * TIMES.rest);
    expect(count('settled')).toBe(1);
  });

  test('not our own element; that the page has thrown it out is told', async () => {
    host.attach();
    await wait(3 * TIMES.rest);
    expect(count('settled')).toBe(0);
    host.element.remove();
    await until(() => count('removed') === 1);
    expect(count('settled')).toBe(0);
  });

  test('nothing, once it has ended', async () => {
    life.abort();
    article.append(paragraph('Too late'));
    document.documentElement.className = 'dark';
    await wait(5 * TIMES.rest);
    expect(log).toEqual([]);
  });

  test('a theme that is switched', async () => {
    await until(() => count('appearance') <= 1);
    await wait(400);
    const before = count('appearance');
    document.documentElement.className = 'dark';
    await until(() => count('appearance') === before + 1);
    expect(count('settled')).toBe(0);
  });
});

// By a clock of its own: on a busy machine a page that never rests is made to.
describe('a page that never rests', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const storm = () => {
    const node = document.createTextNode('0');
    article.append(node);
    let ticks = 0;
    const timer = setInterval(() => {
      node.data = String(ticks++);
    }, 5);
    return () => clearInterval(timer);
  };
  const pass = async (condition: () => boolean) => {
    for (let ms = 0; !condition() && ms < 4_000; ms += 5) await vi.advanceTimersByTimeAsync(5);
    expect(condition()).toBe(true);
  };

  test('is looked at seldom, then given up, and says so; once it is calm it is watched again', async () => {
    const stop = storm();
    await pass(() => log.includes('storm'));
    expect(count('settled')).toBe(2);
    stop();
    await pass(() => log.includes('calm'));
    await pass(() => log.at(-1) === 'settled');
    article.append(paragraph('News'));
    const before = count('settled');
    await pass(() => count('settled') > before);
  });

  test('is given up at once where it is still at it after a pause, and left alone for longer', async () => {
    const stop = storm();
    await pass(() => count('storm') === 2);
    expect(log.filter((each) => each !== 'appearance')).toEqual(['settled', 'settled', 'storm', 'calm', 'storm']);
    const since = performance.now();
    await pass(() => count('calm') === 2);
    expect(performance.now() - since).toBeGreaterThan(1.9 * TIMES.pause);
    stop();
  });
});

test('looking is rare where it is dear', async () => {
  work = 300;
  article.append(paragraph('One'));
  await until(() => count('settled') === 1);
  const begun = performance.now();
  article.append(paragraph('Two'));
  await until(() => count('settled') === 2);
  expect(performance.now() - begun).toBeGreaterThan((work / TIMES.share) * 0.8);
});

describe('changes that matter to the article', () => {
  const records = async (change: () => void): Promise<MutationRecord[]> => {
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    change();
    const taken = observer.takeRecords();
    observer.disconnect();
    return taken;
  };
  const aside = document.createElement('aside');
  const LONG = 'A paragraph of news. '.repeat(20);

  test.each<[name: string, change: () => void, matters: boolean]>([
    ['a paragraph in it', () => article.append(paragraph('More.')), true],
    [
      'words in it',
      () => {
        (article.firstChild?.firstChild as Text).data = 'Other words.';
      },
      true,
    ],
    ['an advertisement’s frame in it', () => article.append(document.createElement('iframe')), false],
    ['an empty box in it', () => article.append(document.createElement('div')), false],
    ['a script in it', () => article.append(Object.assign(document.createElement('script'), { type: 'text/plain', textContent: LONG })), false],
    ['a label elsewhere', () => aside.append(paragraph('12:04')), false],
    [
      'a clock elsewhere',
      () => {
        (aside.firstChild?.firstChild as Text).data = '12:05';
      },
      false,
    ],
    ['a long text elsewhere', () => aside.append(paragraph(LONG)), true],
    ['its removal', () => article.remove(), true],
    ['our element', () => document.documentElement.append(host.element), false],
  ])('%s: %s', async (_name, change, matters) => {
    article.replaceChildren(paragraph('Words.'));
    aside.replaceChildren(paragraph('12:03'));
    document.body.replaceChildren(article, aside);
    host.element.remove();
    expect(mattersToArticle(await records(change), article, host.element)).toBe(matters);
  });

  test('every change, while no article is known', async () => {
    document.body.replaceChildren(aside);
    expect(mattersToArticle(await records(() => aside.append(paragraph('x'))), undefined, host.element)).toBe(true);
  });
});
