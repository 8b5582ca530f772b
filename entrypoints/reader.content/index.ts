/** The reader's entry point. Injected where the gate or the reader of the news asks for it. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { readOffCases } from '../../state/off-cases.ts';
import { readSettings } from '../../state/settings.ts';
import { startReader } from './start-reader.ts';

export default defineContentScript({
  registration: 'runtime',
  // Other scripts of a page must not hear from us.
  noScriptStartedPostMessage: true,
  async main(context) {
    const [settings, offCases] = await Promise.all([readSettings(), readOffCases()]);
    // Ends with this page's route, with a newer reader, or with an update of the extension.
    const life = new AbortController();
    context.signal.addEventListener('abort', () => life.abort());
    if (!context.isInvalid) await startReader(settings, offCases, life);
  },
});
