/** The gate on documents of a real browser. */
import { afterEach, describe, expect, it } from 'vitest';
import whatsappTerms from '../../cases/whatsapp-v-nso/recognition.json' with { type: 'json' };
import { gatePage as gatePageBy } from '../../reading/gate.ts';
import { type GateTerms, gateTable } from '../../reading/gate-table.ts';

const acme: GateTerms = {
  caseId: 'acme-v-borg',
  plaintiff: [
    { term: 'Acme', weight: 2 },
    { term: 'road runner firm', weight: 1 },
  ],
  defendant: [
    { term: 'BORG', weight: 1, isCased: true },
    { term: 'BORG Works', weight: 2 },
    { term: 'skate copier', weight: 1 },
  ],
};
const other: GateTerms = { caseId: 'other', plaintiff: [{ term: 'Zed', weight: 2 }], defendant: [{ term: 'Wye', weight: 2 }] };
const whatsapp = whatsappTerms as unknown as GateTerms;
const gatePage = (page: Document, list: readonly GateTerms[]) => gatePageBy(page, gateTable(list));

interface Fixture {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly expectedVerdict: string;
}

const parse = (body: string, head = '<title>News</title>') =>
  new DOMParser().parseFromString(`<html><head>${head}</head><body>${body}</body></html>`, 'text/html');
const ids = (body: string, head?: string, list: readonly GateTerms[] = [acme, other]) => gatePage(parse(body, head), list);

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
  document.designMode = 'off';
});

describe('gatePage', () => {
  it.each([
    ['both sides in the title', '<p>Nothing here.</p>', '<title>Acme sues BORG</title>'],
    ['one in the title, one in the body', '<p>It was BORG Works.</p>', '<title>Acme in court</title>'],
    ['both in the description', '', '<meta name="description" content="Acme v. BORG">'],
    ['both in the social title', '', '<meta property="og:title" content="Acme v. BORG">'],
    ['both in the text', '<article><p>Acme went to court.</p><p>BORG’s lawyers stayed away.</p></article>', undefined],
    ['far down in the text', `<p>${'The wind blew. '.repeat(20_000)}</p><p>Acme and BORG.</p>`, undefined],
    ['in what the page tells search engines', '', '<script type="application/ld+json">{"headline":"Acme v. BORG"}</script>'],
    ['a term without fixed case, in small letters', '<p>acme, says the skate copier</p>', undefined],
    ['a term without fixed case, as in a headline', '<h1>Road Runner Firm Beats Skate Copier</h1>', undefined],
    ['in capitals', '<h1>ACME BEATS SKATE COPIER</h1>', undefined],
    ['blocks that touch', '<h2>A lawsuit</h2><p>It was Acme</p><p>The judge met BORG</p><div>Nobody spoke.</div>', undefined],
    ['paragraphs that are none', `<div>Acme went to court.<br><br>BORG stayed away.</div><p>${'Cookies. '.repeat(20)}</p>`, undefined],
    [
      'paragraphs that are none, beside long ones, with one side in the title',
      `<div>BORG stayed away.</div><p>${'Cookies. '.repeat(500)}</p>`,
      '<title>Acme in court</title>',
    ],
    [
      'an article of other elements beside teasers of the party in the title, each in its own',
      `<h1>Acme in court</h1><div>Acme went to court.<br>BORG stayed away.</div>${`<section><p>${'Acme opens a shop. '.repeat(9)}</p></section>`.repeat(20)}`,
      '<title>Acme in court</title>',
    ],
    [
      'a party that stands in the article’s lists alone',
      `<main><div><p>${'Acme went to court. '.repeat(90)}</p><ul><li>BORG stayed away.</li></ul></div></main>`,
      '<title>Acme in court</title>',
    ],
    [
      'a party that stands in the article’s headings alone',
      `<article><h2>BORG stays away</h2>${`<p>${'Acme went to court. '.repeat(20)}</p>`.repeat(9)}</article>`,
      '<title>Acme in court</title>',
    ],
    ['paragraphs that stand in the body itself', `<p>${'Acme went to court. '.repeat(90)}</p><div>BORG stayed away.</div>`, '<title>Acme in court</title>'],
    ['next to a script without spaces', '<p>Acme社とBORG社</p>', undefined],
  ])('passes %s', (_name, body, head) => {
    expect(ids(body, head)).toEqual(['acme-v-borg']);
  });

  it.each([
    ['the plaintiff alone', '<p>Acme went to court.</p>'],
    ['the defendant alone', '<p>BORG Works went to court.</p>'],
    ['names within words', '<p>Acmeology at CYBORGS and FABORGIA</p>'],
    ['a cased term in other letters', '<p>Acme met Borg and borg.</p>'],
    ['names in the menus of a long article on something else', `<nav>Acme BORG</nav><p>${'The wind blew. '.repeat(500)}</p>`],
    [
      'a long article on the party in its title, with the other in a menu',
      `<nav>BORG</nav><article><p>${'Acme opens a shop. '.repeat(90)}</p></article>`,
      '<title>Acme opens a shop</title>',
    ],
    ['an empty page', ''],
  ])('turns down %s', (_name, body, head?: string) => {
    expect(ids(body, head)).toEqual([]);
  });

  it('names every case that may be meant, in the order given', () => {
    expect(ids('<p>Acme, BORG, Zed and Wye.</p>', undefined, [other, acme])).toEqual(['other', 'acme-v-borg']);
  });

  it('turns down documents that are not HTML', () => {
    expect(gatePage(new DOMParser().parseFromString('<feed><title>Acme v. BORG</title></feed>', 'application/xml'), [acme])).toEqual([]);
    expect(
      gatePage(new DOMParser().parseFromString('<svg xmlns="http://www.w3.org/2000/svg"><text>Acme v. BORG</text></svg>', 'image/svg+xml'), [acme]),
    ).toEqual([]);
  });

  it('takes XHTML, and HTML without a body', () => {
    const xhtml = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Acme v. BORG</title></head><body/></html>';
    expect(gatePage(new DOMParser().parseFromString(xhtml, 'application/xhtml+xml'), [acme])).toEqual(['acme-v-borg']);
    const bare = parse('', '<title>Acme v. BORG</title>');
    bare.body.remove();
    expect(gatePage(bare, [acme])).toEqual(['acme-v-borg']);
  });

  it('turns down frames and editors', () => {
    const frame = document.createElement('iframe');
    frames.push(frame);
    document.body.append(frame);
    const inner = frame.contentDocument;
    if (!inner) throw new Error('the frame has no document');
    inner.body.textContent = 'Acme v. BORG';
    expect(gatePage(inner, [acme])).toEqual([]);

    const edited = parse('<p>Acme v. BORG</p>');
    expect(gatePage(edited, [acme])).toEqual(['acme-v-borg']);
    edited.designMode = 'on';
    expect(gatePage(edited, [acme])).toEqual([]);
  });

  it('changes nothing on the page', () => {
    const page = parse('<p>Acme v. BORG</p>');
    const before = page.documentElement.outerHTML;
    gatePage(page, [acme]);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('passes coverage of the bundled case and not the everyday page with a share button', () => {
    const share = '<footer><a>Share on WhatsApp</a> <a>Facebook</a> SPONSORED CONTENT</footer>';
    expect(ids(`<p>A jury told NSO Group to pay.</p>${share}`, undefined, [whatsapp])).toEqual(['whatsapp-v-nso']);
    expect(ids(`<p>The council met on Monday.</p>${share}`, undefined, [whatsapp])).toEqual([]);
  });

  it('lets every own article through that has to do with the case', () => {
    const articles = Object.values(import.meta.glob<Fixture>('../fixtures/articles/*.json', { eager: true, import: 'default' }));
    const stopped = articles.filter(({ title, paragraphs }) => {
      const body = paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('');
      return ids(`<h1>${title}</h1>${body}`, `<title>${title}</title>`, [whatsapp]).length === 0;
    });
    expect(articles.length).toBeGreaterThan(40);
    expect(stopped.filter(({ expectedVerdict }) => expectedVerdict !== 'no').map(({ id }) => id)).toEqual([]);
    // Share buttons and orchestras may pass, most look-alikes must not.
    expect(stopped.length).toBeGreaterThan(10);
  });

  it('takes time in step with the page, not with its square', () => {
    const time = (count: number) => {
      const page = parse(`<p>${'FABORGIA and CYBORGS. '.repeat(40)}</p>`.repeat(count));
      gatePage(page, [acme]);
      return Math.min(
        ...Array.from({ length: 7 }, () => {
          const begun = performance.now();
          for (let i = 0; i < 20; i++) gatePage(page, [acme]);
          return performance.now() - begun;
        }),
      );
    };
    expect(time(400) / time(50)).toBeLessThan(24);
  });
});
