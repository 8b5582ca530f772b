/** Pages made to hurt: each is read, or given up with its reason, within the budget of work; and the page lives on meanwhile. */
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from '../../reading/page-size.ts';
import { readArticle, readArticleInSlices } from '../../reading/read-article.ts';
import { pageBudget, runInSlices, type WorkBudget } from '../../reading/work-budget.ts';

const SENTENCE = 'The company said that it had never run the tool for anybody, and that the court had been told so. ';

function pageWith(fill: (body: HTMLElement, document: Document) => void): Document {
  const made = document.implementation.createHTMLDocument('A storm in court');
  fill(made.body, made);
  return made;
}

function nested(depth: number): Document {
  return pageWith((body, made) => {
    let inner: HTMLElement = body;
    for (let level = 0; level < depth; level++) {
      const div = made.createElement('div');
      inner.append(div);
      inner = div;
    }
    inner.append(SENTENCE.repeat(10));
  });
}

const manyTexts = (count: number) =>
  pageWith((body, made) => {
    const paragraph = made.createElement('p');
    for (let number = 0; number < count; number++) paragraph.append(made.createTextNode('word '));
    body.append(paragraph);
  });

const longText = (length: number) =>
  pageWith((body, made) => body.append(Object.assign(made.createElement('p'), { textContent: SENTENCE.repeat(length / SENTENCE.length) })));

/** As much time as it takes: what is looked at here is not how busy this machine is. */
const PATIENT: WorkBudget = { ...pageBudget(Number.POSITIVE_INFINITY) };

describe('a page that is too much is given up with its reason', () => {
  it.each([
    ['5,000 elements deep', () => nested(5_000), 'too-deep'],
    ['200,000 text nodes', () => manyTexts(200_000), 'too-many-nodes'],
    ['a text node of 1 MB', () => longText(1_048_576), 'too-long'],
  ])('%s', async (_name, make, reason) => {
    const { gaveUp, article } = await readArticleInSlices(make(), PATIENT);
    expect({ gaveUp, text: article.text, title: article.title }).toEqual({ gaveUp: reason, text: '', title: 'A storm in court' });
  });

  it('and where the time is used up', async () => {
    let now = 0;
    const { gaveUp, article } = await readArticleInSlices(longText(50_000), { ...PATIENT, limitMs: 500, now: () => (now += 200) });
    expect({ gaveUp, text: article.text }).toEqual({ gaveUp: 'out-of-time', text: '' });
  });
});

it.each([
  ['deep', () => nested(MAX_DEPTH - 10)],
  ['long', () => longText(200_000)],
])('a %s page within the bounds is read', async (_name, make) => {
  const { gaveUp, article } = await readArticleInSlices(make(), PATIENT);
  expect(gaveUp).toBeUndefined();
  expect(article.text.length).toBeGreaterThan(500);
});

it('zero-width characters and soft hyphens within words are not text, and lead back to the page', () => {
  const page = pageWith((body) => {
    for (let number = 0; number < 8; number++) {
      const paragraph = body.ownerDocument.createElement('p');
      paragraph.textContent = SENTENCE.replace('company', 'com\u200bpa\u00adny\ufeff').replace('court', 'co\u2060urt');
      body.append(paragraph);
    }
  });
  const { article, textIndex } = readArticle(page);
  const at = article.text.indexOf('company');
  expect(at).toBeGreaterThanOrEqual(0);
  const words = textIndex.rangesOf([at, at + 'company'.length]).map((range) => range.toString());
  expect(words.join('').replace(/[\u00ad\u200b\u2060\ufeff]/g, '')).toBe('company');
});

it('words whose nodes have left the page, or were rewritten, have no place any more', () => {
  const page = pageWith((body) =>
    body.append(...Array.from({ length: 8 }, () => Object.assign(body.ownerDocument.createElement('p'), { textContent: SENTENCE }))),
  );
  const { textIndex } = readArticle(page);
  expect(textIndex.rangesOf([0, 11])).toHaveLength(1);
  page.querySelector('p')?.replaceChildren('Something else altogether stands here now.');
  expect(textIndex.rangesOf([0, 11])).toEqual([]);
});

it('a page without a body is an article without text', () => {
  const page = document.implementation.createHTMLDocument('');
  page.body.remove();
  expect(readArticle(page).article.blocks).toEqual([]);
});

describe('runInSlices', () => {
  function* work(pieces: number): Generator<undefined, string> {
    for (let piece = 0; piece < pieces; piece++) yield;
    return 'done';
  }
  /** A clock that goes on by 5 ms each time it is looked at. */
  const ticking = () => {
    let now = 0;
    return () => (now += 5);
  };

  it('pauses whenever a slice is used up, and counts the work only', async () => {
    let pauses = 0;
    const pause = async () => void pauses++;
    expect(await runInSlices(work(10), { limitMs: 1_000, sliceMs: 8, now: ticking(), pause })).toEqual({ result: 'done', workMs: 55 });
    expect(pauses).toBe(5);
  });

  it('gives up once the budget is spent', async () => {
    expect(await runInSlices(work(1_000), { limitMs: 100, sliceMs: 8, now: ticking(), pause: async () => undefined })).toEqual({
      result: undefined,
      workMs: 105,
    });
  });
});
