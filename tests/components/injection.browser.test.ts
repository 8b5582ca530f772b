import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Marked } from '../../components/Marked.tsx';
import { PAYLOADS } from '../support/payloads.ts';
import { views } from './every-view.ts';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
  // Nothing is laid out, which is most of the work of a browser.
  root.hidden = true;
});
afterEach(() => {
  render(null, root);
  root.remove();
});

/** Renders, and opens whatever can be opened, so that nothing stays out of sight. */
async function shown(payload: string): Promise<void> {
  await act(() => render(views(payload), root));
  for (let round = 0; round < 2; round++) {
    await act(() => {
      for (const details of root.querySelectorAll('details')) details.open = true;
      for (const button of root.querySelectorAll<HTMLButtonElement>('button[aria-expanded="false"]')) button.click();
    });
    // `toggle` comes in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
  }
  await act(() => undefined);
}

const LINK = ['href', 'rel', 'target'].join();

/** Names of elements and of their attributes in order; a link and the text that stands for one that may not be are the same. */
function skeleton(): string[] {
  return [...root.querySelectorAll('*')].map((element) => {
    const names = element.getAttributeNames().sort().join();
    return element.localName === 'a' && names === LINK ? 'span ' : `${element.localName} ${names}`;
  });
}

function wordsIn(element: Node): string[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  const words: string[] = [];
  while (walker.nextNode()) words.push(walker.currentNode.nodeValue ?? '');
  return words;
}

let plain: string[];
let fields: Set<string>;
const fieldsIn = (words: readonly string[]) => new Set(words.flatMap((each) => [...each.matchAll(/«([^»]+)»/g)].map(([, name]) => name ?? '')));

test('there are payloads enough, and fields to try them in', async () => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(120);
  await shown('plain words');
  plain = skeleton();
  fields = fieldsIn(wordsIn(root));
  expect([...fields].sort()).toEqual(
    expect.arrayContaining([
      'title',
      'outlet',
      'words',
      'name',
      'note',
      'problem',
      'summary',
      'question',
      'publisher',
      'facet',
      'event',
      'file',
      'message',
      'remedy',
      'site',
      'address',
      'trouble',
      'byline',
      'canonicalUrl',
      'distrustedCanonical',
      'sure',
      'deed',
      'said',
      'action',
      'actor',
    ]),
  );
  expect(plain.length).toBeGreaterThan(150);
});

test.each(PAYLOADS.map((payload, index) => [index, payload.slice(0, 60), payload] as const))('%i: %j stays text', async (_index, _short, payload) => {
  const ran: unknown[] = [];
  Object.assign(globalThis, { __ran: (value: unknown) => ran.push(value) });
  const before = location.href;
  await shown(payload);
  expect(skeleton()).toEqual(plain);
  const words = wordsIn(root);
  // In every field the text is what it was, sign by sign.
  expect(fieldsIn(words)).toEqual(fields);
  const changed = words.flatMap((each) => each.split('«').slice(1)).filter((part) => !part.slice(part.indexOf('»') + 1).startsWith(payload));
  expect(changed).toEqual([]);
  const links = [...root.querySelectorAll('a')].map(({ protocol, rel, target }) => `${protocol} ${rel} ${target}`);
  expect(links.filter((link) => !/^https?: noopener noreferrer _blank$/.test(link))).toEqual([]);
  expect([ran, location.href, ({} as { polluted?: boolean }).polluted]).toEqual([[], before, undefined]);
});

test('words that are searched for are marked in any text, and nothing else is made of either', async () => {
  for (const payload of PAYLOADS) {
    await act(() => render(h(Marked, { text: payload, query: payload }), root));
    expect([payload, root.textContent]).toEqual([payload, payload]);
    expect([...root.children].filter(({ localName, attributes }) => localName !== 'mark' || attributes.length > 0)).toEqual([]);
  }
});
