/** Wires one page's session, marks, chip, card, watches and messages to each other, for as long as the page's route lasts. */
import { browser } from 'wxt/browser';
import { textsIn } from '../../components/language.ts';
import { bindTexts } from '../../components/texts.ts';
import { askBackground, isConnected } from '../../messaging/client.ts';
import { answerReader } from '../../messaging/server.ts';
import type { Settings } from '../../model/settings.ts';
import { Chip } from '../../reading/chip.ts';
import { Dock } from '../../reading/dock.ts';
import { PageHost } from '../../reading/page-host.ts';
import { Painter } from '../../reading/painter.ts';
import { paletteOf } from '../../reading/palette.ts';
import { watchPassageInView } from '../../reading/passage-in-view.ts';
import { watchPointing } from '../../reading/pointing.ts';
import { watchPage } from '../../reading/watch-page.ts';
import { watchOffCases } from '../../state/off-cases.ts';
import { watchSettings } from '../../state/settings.ts';
import { cardSheets, lookSheet } from './card-sheets.ts';
import { CardView } from './card-view.tsx';
import { chipLabel } from './chip-label.ts';
import { PageSession } from './page-session.ts';

/** What the watches and messages act on. */
interface Reader {
  readonly host: PageHost;
  readonly dock: Dock;
  readonly painter: Painter;
  readonly session: PageSession;
  readonly card: CardView;
  /** Whether the page changes without end. */
  isStorm: boolean;
}

/** Why a reader ends that another one has taken the place of, on the same page: what is known of the page is the other's to say. */
export const REPLACED = 'replaced';

/** Starts reading; `life` is ended by whoever replaces the reader, or by the page's next route. */
export async function startReader(settings: Settings, offCases: readonly string[], life: AbortController): Promise<void> {
  const reader = makeReader(settings, offCases, life.signal);
  const { session, card } = reader;
  life.signal.addEventListener('abort', () => {
    card.close();
    session.leave(life.signal.reason === REPLACED);
  });
  answer(reader, life);
  watch(reader, life);
  await session.refresh();
}

function makeReader(settings: Settings, offCases: readonly string[], signal: AbortSignal): Reader {
  const lookup = (key: string, values?: string[]) => (isConnected() ? browser.i18n.getMessage(key as 'extensionName', values) : '');
  const texts = textsIn(lookup, browser.i18n.getUILanguage());
  const bound = bindTexts(texts);
  const painter = new Painter(window);
  painter.palette = paletteOf(settings.looks);
  const host = new PageHost(document, cardSheets());
  host.restyle(lookSheet(settings.looks));
  const dock = new Dock(host, { close: bound.t('dockClose'), resize: bound.t('dockResize') }, (isOpen) => chip.stepAside(isOpen));
  const openSidebar = (shown: { eventId?: string }) =>
    void askBackground('sidebar.open', shown)
      .then(({ ticket }) => {
        if (ticket !== undefined) dock.open(browser.runtime.getURL(`/sidepanel.html?ticket=${ticket}` as '/sidepanel.html'));
      })
      .catch(() => undefined);
  const chip = new Chip(host, () => openSidebar({}));
  const session = new PageSession({
    document,
    painter,
    settings,
    offCases,
    ask: askBackground,
    trouble: () => (reader.isStorm ? 'storm' : host.isEvicted ? 'evicted' : undefined),
    onMarks: (isShown) => {
      if (isShown) {
        const about = { label: chipLabel(session.statements, bound), description: bound.t('chipLabel'), hide: bound.t('chipHide') };
        chip.show(about, painter.isPageDark ? 'dark' : 'light');
        host.attach();
      } else {
        dock.close();
        host.detach();
      }
      card.refresh();
    },
  });
  const card = new CardView({ host, painter, session, texts, bound, direction: texts.direction, ask: askBackground, openSidebar }, signal);
  const reader: Reader = { host, dock, painter, session, card, isStorm: false };
  return reader;
}

function answer({ session, card }: Reader, life: AbortController): void {
  answerReader(
    {
      'reader.ping': () => ({ url: session.url }),
      'statements.changed': ({ statements, words }) => {
        session.replaceStatements(statements, words);
        return {};
      },
      'access.ended': () => {
        life.abort();
        return {};
      },
      'mark.step': ({ by }) => ({ isFound: card.step(by) }),
      'passage.show': ({ statementId }) => ({ isFound: session.show(statementId) }),
      'selection.read': () => session.selection(window.getSelection()),
    },
    life.signal,
  );
}

function watch(reader: Reader, life: AbortController): void {
  const { host, dock, painter, session, card } = reader;
  const { signal } = life;
  const own = host.element;
  const stopWatching = watchSettings((changed) => {
    painter.palette = paletteOf(changed.looks);
    host.restyle(lookSheet(changed.looks));
    session.choose({ settings: changed });
  });
  signal.addEventListener('abort', stopWatching);
  signal.addEventListener(
    'abort',
    watchOffCases((off) => session.choose({ offCases: off })),
  );
  watchPointing(window, { own, statementAt: (x, y) => painter.statementAt(x, y), onRest: (id, at) => card.open(id, at), onAway: () => card.leave() }, signal);
  const tell = (statementId: string | undefined) => void askBackground('passage.seen', statementId === undefined ? {} : { statementId }).catch(() => undefined);
  watchPassageInView(window, () => painter.marks, tell, signal);
  const page = {
    own,
    articleRoot: () => session.root,
    onSettled: () => session.refresh(),
    onRemoved: () => {
      // A frame that is put back would begin anew, and its ticket is spent.
      dock.close();
      host.restore();
      session.report();
    },
    onAppearance: () => session.repaint(),
    onReturn: () => void session.return(),
    onStorm: (isStorm: boolean) => {
      reader.isStorm = isStorm;
      session.report();
    },
    onRoute: () => {
      life.abort();
      void askBackground('page.left', { url: session.url }).catch(() => undefined);
    },
  };
  watchPage(window, page, signal);
}
