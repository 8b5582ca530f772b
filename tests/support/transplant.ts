/**
 * Puts an own article into a real page: the paragraphs that a reader mode keeps give way to ours, everything else stays, and whatever
 * would ask for something elsewhere is taken out. Runs in a browser, on a blank page.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

const PAGES = join(import.meta.dirname, '../../../shared/pages');

export interface RealPage {
  readonly name: string;
  readonly source: string;
  /** What a reader mode keeps of it, as HTML. */
  readonly expected: string;
}

/** The real pages beside the project; none where they are absent. */
export function realPages(): RealPage[] {
  if (!existsSync(PAGES)) return [];
  return readdirSync(PAGES)
    .filter((name) => existsSync(join(PAGES, name, 'expected.html')))
    .sort()
    .map((name) => ({
      name,
      source: readFileSync(join(PAGES, name, 'source.html'), 'utf8'),
      expected: readFileSync(join(PAGES, name, 'expected.html'), 'utf8'),
    }));
}

export interface Transplant {
  readonly html: string;
  /** How many of the page's own paragraphs gave way. */
  readonly replaced: number;
  /** Whether the page shows its title in a heading, so that it could be given ours. */
  readonly hasTitle: boolean;
}

export function transplant(page: Page, { source, expected }: RealPage, title: string, paragraphs: readonly string[]): Promise<Transplant> {
  return page.evaluate(inPage, source, expected, title, [...paragraphs]);
}

/** Stands by itself: it is sent to the browser as text. */
function inPage(source: string, expected: string, title: string, paragraphs: string[]): Transplant {
  const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
  const page = parse(source);
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const BLOCKS = 'p, div, li, ul, ol, pre, blockquote, table, td, section, article, h1, h2, h3, h4, h5, h6, figure, figcaption, header, footer, dl, dd, dt';

  const neutralise = () => {
    for (const script of page.querySelectorAll('script')) {
      if (script.type !== 'application/ld+json') script.remove();
      else
        script.textContent = (script.textContent ?? '').replace(
          /"headline"\s*:\s*"(?:[^"\\]|\\.)*"/g,
          () => `"headline":${JSON.stringify(title).replaceAll('<', '\\u003c')}`,
        );
    }
    for (const element of page.querySelectorAll('iframe, frame, object, embed, base, link:not([rel="canonical"]), meta[http-equiv], noscript, video, audio'))
      element.remove();
    for (const element of page.querySelectorAll('*')) {
      for (const name of ['src', 'srcset', 'data-src', 'poster', 'background', 'autofocus']) element.removeAttribute(name);
      for (const { name } of [...element.attributes]) if (name.startsWith('on')) element.removeAttribute(name);
      const style = element.getAttribute('style');
      if (style?.includes('url(')) element.setAttribute('style', style.replace(/url\([^)]*\)/g, 'none'));
    }
    for (const element of page.querySelectorAll('image, use')) element.remove();
    for (const style of page.querySelectorAll('style'))
      style.textContent = (style.textContent ?? '').replace(/@import[^;]*;/g, '').replace(/url\([^)]*\)/g, 'none');
  };

  const titleHeading = () => {
    const old = plain(page.title);
    const headings = [...page.querySelectorAll('h1, h2')].filter((heading) => plain(heading.textContent) !== '' && !heading.closest('nav, footer, aside'));
    return (
      headings.find((each) => plain(each.textContent).length > 12 && old.includes(plain(each.textContent))) ?? headings.find((each) => each.tagName === 'H1')
    );
  };

  const retitle = (heading: Element | undefined) => {
    page.title = title;
    const names = 'meta[property="og:title"], meta[name="twitter:title"], meta[name="title"], meta[name="dc.title"]';
    for (const meta of page.querySelectorAll(names)) meta.setAttribute('content', title);
    if (heading) heading.textContent = title;
  };

  const replace = (heading: Element | undefined) => {
    const kept = new Set([...parse(expected).querySelectorAll(BLOCKS)].map((element) => plain(element.textContent)).filter((text) => text !== ''));
    const isLeaf = (element: Element) => element.querySelector(BLOCKS) === null;
    const all = [...page.body.querySelectorAll(BLOCKS)].filter((element) => element !== heading && isLeaf(element) && kept.has(plain(element.textContent)));
    const own = all.filter((element) => !/^(?:H[1-6]|FIGCAPTION)$/.test(element.tagName) && !element.closest('figure, nav, footer'));
    const weight = new Map<Element, number>();
    for (const { parentElement, textContent } of own)
      if (parentElement) weight.set(parentElement, (weight.get(parentElement) ?? 0) + (textContent ?? '').length);
    const home = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0];
    const slots = own.filter(({ parentElement }) => parentElement === home);
    for (const element of all) if (!slots.includes(element)) element.remove();
    // What else of the article stands between the paragraphs, in tables and captions and whatever it is made of.
    const whole = plain(parse(expected).body.textContent);
    const isApart = (element: Element) => ![...slots, heading].some((each) => each && (each.contains(element) || element.contains(each)));
    for (const element of page.body.querySelectorAll('*')) {
      const text = plain(element.textContent);
      if (text.length > (home?.contains(element) ? 0 : 40) && isApart(element) && whole.includes(text)) element.remove();
    }
    // Words of the article that stand in no element of their own.
    for (const node of [...(home?.childNodes ?? [])]) if (node.nodeType === Node.TEXT_NODE && plain(node.textContent) !== '') node.remove();
    let last = slots.at(-1);
    const filled = paragraphs.map((text, index) => {
      let slot = slots[index];
      if (!slot && last) {
        slot = last.cloneNode(false) as Element;
        slot.removeAttribute('id');
        last.after(slot);
      }
      if (slot) {
        slot.textContent = text;
        last = slot;
      }
      return slot;
    });
    for (const slot of slots) if (!filled.includes(slot)) slot.remove();
    return own.length;
  };

  const heading = titleHeading();
  const replaced = replace(heading);
  retitle(heading);
  neutralise();
  const icon = page.createElement('link');
  icon.rel = 'icon';
  icon.href = 'data:,';
  page.head.append(icon);
  return { html: `<!doctype html>\n${page.documentElement.outerHTML}`, replaced, hasTitle: heading !== undefined };
}
