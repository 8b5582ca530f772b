import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PageHost } from '../../reading/page-host.ts';
import { watchPointing } from '../../reading/pointing.ts';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const LONG = 700;
const host = new PageHost(document);

let life: AbortController;
let log: string[];
let paragraph: HTMLParagraphElement;
let link: HTMLAnchorElement;
beforeEach(() => {
  life = new AbortController();
  log = [];
  paragraph = document.createElement('p');
  link = document.createElement('a');
  link.textContent = 'a link';
  paragraph.append('Words and ', link);
  document.body.replaceChildren(paragraph);
  host.attach();
  watchPointing(
    window,
    {
      own: host.element,
      // Two statements side by side: from 100 px and from 200 px on.
      statementAt: (x) => (x >= 200 ? 'second' : x >= 100 ? 'first' : undefined),
      onRest: (id) => log.push(id),
      onAway: () => log.push('away'),
    },
    life.signal,
  );
});
afterEach(() => {
  life.abort();
  host.detach();
  getSelection()?.removeAllRanges();
});

function point(type: 'pointermove' | 'pointerdown' | 'pointerup', x: number, more: PointerEventInit & { on?: Element } = {}): boolean {
  const { on = paragraph, ...init } = more;
  return on.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, pointerType: 'mouse', clientX: x, clientY: 10, ...init }));
}

describe('the mouse', () => {
  test('rests on a statement, and leaves it', async () => {
    point('pointermove', 150);
    await wait(LONG);
    expect(log).toEqual(['first']);
    point('pointermove', 20);
    await wait(LONG);
    expect(log).toEqual(['first', 'away']);
  });

  test('passes over words without asking', async () => {
    for (const x of [90, 110, 160, 50]) {
      point('pointermove', x);
      await wait(45);
    }
    await wait(LONG);
    expect(log).toEqual(['away']);
  });

  test('goes from one statement to the next', async () => {
    point('pointermove', 150);
    await wait(LONG);
    point('pointermove', 250);
    await wait(LONG);
    expect(log).toEqual(['first', 'second']);
  });

  test('may go to the card and stay there', async () => {
    point('pointermove', 150);
    await wait(LONG);
    point('pointermove', 20);
    await wait(60);
    point('pointermove', 20, { on: host.element });
    await wait(LONG);
    expect(log).toEqual(['first']);
  });

  test('selects, or has selected, without being disturbed', async () => {
    point('pointermove', 150, { buttons: 1 });
    await wait(LONG);
    getSelection()?.selectAllChildren(paragraph);
    point('pointermove', 150);
    await wait(LONG);
    expect(log).toEqual([]);
  });
});

describe('a finger', () => {
  const tap = (x: number, on: Element = paragraph, to = x) => {
    point('pointerdown', x, { pointerType: 'touch', on });
    point('pointerup', to, { pointerType: 'touch', on });
  };

  test('taps on a statement, and beside it', () => {
    tap(150);
    tap(20);
    expect(log).toEqual(['first', 'away']);
  });

  test('follows a link in a statement without a card', () => {
    tap(150, link);
    expect(log).toEqual(['away']);
  });

  test('scrolls without a card', () => {
    tap(150, paragraph, 190);
    expect(log).toEqual([]);
  });
});

test('no event of the page is prevented', () => {
  for (const type of ['pointermove', 'pointerdown', 'pointerup'] as const) expect(point(type, 150)).toBe(true);
  expect(link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))).toBe(true);
});

test('nothing is listened to once it has ended', async () => {
  life.abort();
  point('pointermove', 150);
  await wait(LONG);
  expect(log).toEqual([]);
});
