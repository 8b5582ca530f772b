/** The reader's entry point. Injected where the gate or the reader of the news asks for it. */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { readOffCases } from '../../state/off-cases.ts';
import { readSettings } from '../../state/settings.ts';
import { REPLACED, startReader } from './start-reader.ts';

export default defineContentScript({
  registration: 'runtime',
  // Other scripts of a page must not hear from us.
  noScriptStartedPostMessage: true,
  // Whoever injects a script waits for what its main function promises, and a page that is left meanwhile keeps that promise for as long as
  // the browser can go back to it: the background would stay awake for it.
  main: (context) => void start(context),
});

async function start(context: ContentScriptContext): Promise<void> {
  const [settings, offCases] = await Promise.all([readSettings(), readOffCases()]);
  // Ends with this page's route, with a newer reader, or with an update of the extension.
  const life = new AbortController();
  context.signal.addEventListener('abort', () => life.abort(REPLACED));
  // After an update of the extension nobody answers this script any more, and it learns of that only when it asks. The reader that is
  // started in its place says so; the event says no more than its name, since nothing else passes between the worlds of two versions.
  const started = `${browser.runtime.id}:reader`;
  for (const type of [started, 'visibilitychange']) context.addEventListener(document, type as 'visibilitychange', () => void context.isInvalid);
  document.dispatchEvent(new Event(started));
  if (!context.isInvalid) await startReader(settings, offCases, life);
}
