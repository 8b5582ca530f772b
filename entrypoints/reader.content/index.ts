/** The reader: wires the page, its marks and the messages. Injected where the gate or the reader of the news asks for it. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { askBackground } from '../../messaging/client.ts';
import { answerReader } from '../../messaging/server.ts';
import { Chip } from '../../reading/chip.ts';
import '../../reading/highlights.css';
import { bindTexts } from '../../components/texts.ts';
import { Painter } from '../../reading/painter.ts';
import { watchPassageInView } from '../../reading/passage-in-view.ts';
import { watchPage } from '../../reading/watch-page.ts';
import { readSettings, watchSettings } from '../../state/settings.ts';
import { PageSession } from './page-session.ts';

export default defineContentScript({
  registration: 'runtime',
  // Other scripts of a page must not hear from us.
  noScriptStartedPostMessage: true,
  async main(context) {
    const chip = new Chip(document, () => void askBackground('sidebar.open', {}).catch(() => undefined));
    const painter = new Painter(window);
    const session = new PageSession({
      document,
      painter,
      chip,
      texts: bindTexts({
        lookup: (key, substitutions) => browser.i18n.getMessage(key as 'extensionName', substitutions),
        locale: browser.i18n.getUILanguage(),
      }),
      ask: askBackground,
      settings: await readSettings(),
    });
    // A newer reader, or an update of the extension, ends this one.
    context.signal.addEventListener('abort', () => session.leave());
    if (context.isInvalid) return;
    answerReader(
      {
        'reader.ping': () => ({ url: session.url }),
        'statements.changed': ({ statements }) => {
          session.replaceStatements(statements);
          return {};
        },
        'passage.show': ({ statementId }) => ({ isFound: session.show(statementId) }),
        'selection.read': () => session.selection(window.getSelection()),
      },
      context.signal,
    );
    watchPassageInView(
      window,
      () => painter.marks,
      (statementId) => void askBackground('passage.seen', statementId === undefined ? {} : { statementId }).catch(() => undefined),
      context.signal,
    );
    context.onInvalidated(watchSettings((settings) => session.choose(settings)));
    watchPage(
      window,
      {
        ignored: [chip.host],
        onSettled: () => void session.refresh(),
        onRoute: () => {
          session.leave();
          void askBackground('page.left', {}).catch(() => undefined);
        },
      },
      context.signal,
    );
    await session.refresh();
  },
});
