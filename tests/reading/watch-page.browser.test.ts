import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

  test('not our own element, unless the page throws it out', async () => {
    host.attach();
    await wait(3 * TIMES.rest);
    expect(count('settled')).toBe(0);
    host.element.remove();
    await until(() => count('settled') === 1);
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

describe('a page that never rests', () => {
  const storm = () => {
    const node = document.createTextNode('0');
    article.append(node);
    let ticks = 0;
    const timer = setInterval(() => {
      node.data = String(ticks++);
    }, 5);
    life.signal.addEventListener('abort', () => clearInterval(timer));
    return () => clearInterval(timer);
  };

  test('is looked at seldom, then given up, and says so; once it is calm it is watched again', async () => {
    const stop = storm();
    await until(() => log.includes('storm'));
    expect(count('settled')).toBeLessThanOrEqual(2);
    stop();
    await until(() => log.includes('calm'));
    await until(() => log.at(-1) === 'settled');
    article.append(paragraph('News'));
    const before = count('settled');
    await until(() => count('settled') > before);
  });

  test('is given up at once where it is still at it after a pause, and left alone for longer', async () => {
    storm();
    await until(() => count('storm') === 2);
    expect(count('settled')).toBeLessThanOrEqual(2);
    expect(count('calm')).toBe(1);
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
    [
      'our element thrown out',
      () => {
        document.documentElement.append(host.element);
        host.element.remove();
      },
      true,
    ],
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
