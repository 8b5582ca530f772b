/** The reader: wires the page, its marks and the messages. Injected where the gate or the reader of the news asks for it. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { bindTexts } from '../../components/texts.ts';
import { askBackground } from '../../messaging/client.ts';
import { answerReader } from '../../messaging/server.ts';
import { Chip } from '../../reading/chip.ts';
import { PageHost } from '../../reading/page-host.ts';
import { Painter } from '../../reading/painter.ts';
import { watchPassageInView } from '../../reading/passage-in-view.ts';
import { watchPointing } from '../../reading/pointing.ts';
import { watchPage } from '../../reading/watch-page.ts';
import { readSettings, watchSettings } from '../../state/settings.ts';
import { cardSheets } from './card-sheets.ts';
import { CardView } from './card-view.tsx';
import { chipLabel } from './chip-label.ts';
import { PageSession } from './page-session.ts';

export default defineContentScript({
  registration: 'runtime',
  // Other scripts of a page must not hear from us.
  noScriptStartedPostMessage: true,
  async main(context) {
    const settings = await readSettings();
    if (context.isInvalid) return;
    // Ends with this page's route, with a newer reader, or with an update of the extension.
    const life = new AbortController();
    const { signal } = life;
    context.signal.addEventListener('abort', () => life.abort());
    const texts = { lookup: (key: string, values?: string[]) => browser.i18n.getMessage(key as 'extensionName', values), locale: browser.i18n.getUILanguage() };
    const bound = bindTexts(texts);
    const painter = new Painter(window);
    const host = new PageHost(document, cardSheets());
    const chip = new Chip(host, () => void askBackground('sidebar.open', {}).catch(() => undefined));
    let isStorm = false;
    const session = new PageSession({
      document,
      painter,
      settings,
      ask: askBackground,
      trouble: () => (isStorm ? 'storm' : host.isEvicted ? 'evicted' : undefined),
      onMarks: (isShown) => {
        if (isShown) {
          const about = { label: chipLabel(session.statements, bound), description: bound.t('chipLabel'), hide: bound.t('chipHide') };
          chip.show(about, painter.isPageDark ? 'dark' : 'light');
          host.attach();
        } else host.detach();
        card.refresh();
      },
    });
    const card: CardView = new CardView({ host, painter, session, texts, bound, direction: bound.t('@@bidi_dir'), ask: askBackground }, signal);
    signal.addEventListener('abort', () => {
      card.close();
      session.leave();
    });
    answerReader(
      {
        'reader.ping': () => ({ url: session.url }),
        'statements.changed': ({ statements }) => {
          session.replaceStatements(statements);
          return {};
        },
        'mark.step': ({ by }) => ({ isFound: card.step(by) }),
        'passage.show': ({ statementId }) => ({ isFound: session.show(statementId) }),
        'selection.read': () => session.selection(window.getSelection()),
      },
      signal,
    );
    signal.addEventListener(
      'abort',
      watchSettings((changed) => session.choose(changed)),
    );
    watchPointing(
      window,
      { own: host.element, statementAt: (x, y) => painter.statementAt(x, y), onRest: (id, at) => card.open(id, at), onAway: () => card.leave() },
      signal,
    );
    watchPassageInView(
      window,
      () => painter.marks,
      (statementId) => void askBackground('passage.seen', statementId === undefined ? {} : { statementId }).catch(() => undefined),
      signal,
    );
    watchPage(
      window,
      {
        own: host.element,
        articleRoot: () => session.root,
        onSettled: () => {
          host.restore();
          return session.refresh();
        },
        onAppearance: () => session.repaint(),
        onReturn: () => void session.return(),
        onStorm: (is) => {
          isStorm = is;
          session.report();
        },
        onRoute: () => {
          life.abort();
          void askBackground('page.left', { url: session.url }).catch(() => undefined);
        },
      },
      signal,
    );
    await session.refresh();
  },
});
