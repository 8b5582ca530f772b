/**
 * Runs the reader's own parts on one article of an extension page: text index, painter, card. Only what reads a whole page, and what
 * talks to a tab, is left out; the analysis is the background's, and nothing is stored.
 */
import { browser } from 'wxt/browser';
import { bindTexts } from '../../components/texts.ts';
import { askBackground } from '../../messaging/client.ts';
import type { RequestOf } from '../../messaging/messages.ts';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { browserTexts } from '../../pages/mount-page.tsx';
import { highlightRules } from '../../reading/highlight-rules.ts';
import { PageHost } from '../../reading/page-host.ts';
import { Painter } from '../../reading/painter.ts';
import { paletteOf } from '../../reading/palette.ts';
import { watchPointing } from '../../reading/pointing.ts';
import { readElement } from '../../reading/read-element.ts';
import { readSettings, watchSettings } from '../../state/settings.ts';
import { cardSheets, lookSheet } from '../reader.content/card-sheets.ts';
import { CardView } from '../reader.content/card-view.tsx';
import { PageSession } from '../reader.content/page-session.ts';

/** Marks the article, and gives how many statements were found in it. Everything is taken away when the signal aborts. */
export async function showSample(element: HTMLElement, signal: AbortSignal): Promise<number> {
  const ask = askFor((await browser.tabs.getCurrent())?.id);
  const settings = { ...DEFAULT_SETTINGS, looks: (await readSettings()).looks };
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const painter = new Painter(window);
  const host = new PageHost(document, cardSheets());
  const dress = (looks: typeof settings.looks) => {
    painter.palette = paletteOf(looks);
    sheet.replaceSync(highlightRules(painter.palette));
    // The sample is nobody's article: there is nothing to put right.
    host.restyle(`${lookSheet(looks)}.card footer .actions{display:none}`);
  };
  dress(settings.looks);
  const session = new PageSession({
    document,
    painter,
    settings,
    offCases: [],
    read: async () => readElement(element),
    ask,
    trouble: () => undefined,
    onMarks: () => host.attach(),
  });
  const bound = bindTexts(browserTexts);
  const { direction } = browserTexts;
  const openSidebar = (shown: { eventId: string }) => void ask('sidebar.open', shown).catch(() => undefined);
  const card = new CardView({ host, painter, session, texts: browserTexts, bound, direction, ask, openSidebar }, signal);
  const pointing = { own: host.element, statementAt: (x: number, y: number) => painter.statementAt(x, y) };
  watchPointing(window, { ...pointing, onRest: (id, at) => card.open(id, at), onAway: () => card.leave() }, signal);
  const stop = watchSettings(({ looks }) => {
    dress(looks);
    session.repaint();
  });
  signal.addEventListener('abort', () => {
    stop();
    session.leave();
    host.detach();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
  await session.refresh();
  return session.statements.length;
}

/** What the reader asks of the background, as far as a sample that nobody stores can be answered. */
function askFor(tabId: number | undefined): typeof askBackground {
  return async (message, body) => {
    if (message === 'article.read') {
      const { article } = body as RequestOf<'article.read'>;
      return (await askBackground('sample.read', { article })) as never;
    }
    if (message === 'statement.record') return askBackground(message, body);
    if (message === 'sidebar.open') return askBackground(message, { ...body, ...(tabId === undefined ? {} : { tabId }) });
    return {} as never;
  };
}
