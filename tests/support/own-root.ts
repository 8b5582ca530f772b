/**
 * What stands in our closed shadow root on a page, for tests: as a debugger sees it, since the page's own scripts cannot.
 */
import type { Page, Protocol } from 'puppeteer-core';

type Node = Protocol.DOM.Node;

export interface OwnElement {
  readonly tag: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Border box in CSS px of the viewport; undefined where it is not rendered. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } | undefined;
}

function textOf(node: Node): string {
  return node.nodeType === 3 ? node.nodeValue : (node.children ?? []).map(textOf).join('');
}

function attributesOf({ attributes = [] }: Node): Record<string, string> {
  return Object.fromEntries(attributes.flatMap((name, index) => (index % 2 === 0 ? [[name, attributes[index + 1] ?? '']] : [])));
}

const all = (node: Node): Node[] => [node, ...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap((each, index) => (index === 0 ? [each] : all(each)));

/** All elements in our root, in order; none where our element is not on the page. */
export async function ownElements(page: Page): Promise<OwnElement[]> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = all(root).find(({ nodeName }) => nodeName === 'ALLEGEDLY-CHIP');
    const nodes = host ? all(host).filter((node) => node.nodeType === 1 && node !== host) : [];
    return await Promise.all(
      nodes.map(async (node) => {
        const model = await session.send('DOM.getBoxModel', { nodeId: node.nodeId }).catch(() => undefined);
        const [left = 0, top = 0, , , right = 0, bottom = 0] = model?.model.border ?? [];
        return {
          tag: node.localName,
          text: textOf(node).replace(/\s+/g, ' ').trim(),
          attributes: attributesOf(node),
          box: model ? { left, top, right, bottom } : undefined,
        };
      }),
    );
  } finally {
    await session.detach();
  }
}

/** The open card; undefined where none is. */
export async function openCard(page: Page): Promise<OwnElement | undefined> {
  return (await ownElements(page)).find(({ attributes, box }) => attributes['class'] === 'card' && box !== undefined);
}

/** Asks until the answer is one, or throws after 20 s. */
export async function eventually<T>(ask: () => Promise<T | undefined | false>, what = 'what was waited for'): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Did not come: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Clicks the first element of ours that shows just this text or bears this label. */
export async function clickOwn(page: Page, label: string): Promise<void> {
  const { box } = await eventually(
    async () =>
      (await ownElements(page)).find(
        (each) =>
          each.box && (each.tag === 'button' || each.tag === 'select') && (each.text === label || (each.attributes['aria-label'] ?? '').startsWith(label)),
      ),
    label,
  );
  if (box) await page.mouse.click((box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

export interface MarkOnPage {
  readonly words: string;
  readonly lines: { left: number; top: number; right: number; bottom: number }[];
}

/** Scrolls to the mark whose words contain the text, and tells where its lines are. */
export async function markAt(page: Page, words: string): Promise<MarkOnPage> {
  return page.evaluate((wanted) => {
    const ranges = [...CSS.highlights].filter(([name]) => /^allegedly-(?!active|flash)/.test(name)).flatMap(([, highlight]) => [...highlight] as Range[]);
    const range = ranges.find((each) => each.toString().includes(wanted));
    if (!range) throw new Error(`No mark has the words “${wanted}”.`);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const lines = [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
    return { words: range.toString(), lines };
  }, words);
}

/** Rests the mouse on the mark, and gives the card that opens. */
export async function hover(page: Page, words: string): Promise<{ card: OwnElement; mark: MarkOnPage }> {
  await page.bringToFront();
  const mark = await markAt(page, words);
  const line = mark.lines[0];
  if (!line) throw new Error('The mark is not rendered.');
  const [x, y] = [line.left + Math.min(30, (line.right - line.left) / 2), (line.top + line.bottom) / 2];
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  // Filled from the case file it has its last size.
  let last = '';
  const card = await eventually(async () => {
    const open = await openCard(page);
    const isSettled = open !== undefined && open.text !== '' && open.text === last;
    last = open?.text ?? '';
    return isSettled ? open : undefined;
  }, 'the card');
  return { card, mark };
}

/** Takes the pointer off every mark and the card away. */
export async function withoutCard(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.keyboard.press('Escape');
  // Longer than hit tests are apart, so that the pointer is seen to have left.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await eventually(async () => !(await openCard(page)));
}
