/**
 * The gate: runs on every page the reader has granted, decides by a few words whether it looks like coverage of a case, and
 * if so asks for the reader. Must stay small and fast; touches nothing of the page.
 */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { Envelope } from '../messaging/messages.ts';
import { GATE_KEY, type GateTable, isGateTable } from '../model/gate-table.ts';
import { gatePage } from '../reading/gate.ts';

/** Late headlines and single-page routes: looked at again this long after the page has loaded or changed, and once more. */
const SECOND_LOOK_MS = 1_500;
const LAST_LOOK_MS = 8_000;
/** A click may open what was hidden behind a question (consent, "read on"); so many are followed on one page. */
const MAX_CLICKS = 10;

export default defineContentScript({
  registration: 'runtime',
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main(context) {
    let announced = '';
    let table: GateTable | undefined;
    const look = async () => {
      // After an update of the extension this script belongs to nobody, and its calls would throw.
      if (context.isInvalid || announced === location.href) return;
      // The cases are the reader's choice, so that they cannot be part of this script; without them nothing is looked for.
      table ??= await storedTable();
      if (!table || context.isInvalid || announced === location.href) return;
      announced = '';
      const caseIds = gatePage(document, table);
      if (caseIds.length === 0) return;
      announced = location.href;
      // The message client's guards would be most of this bundle; the gate needs no answer.
      const envelope: Envelope = { allegedly: 1, message: 'page.candidate', body: { caseIds } };
      void browser.runtime.sendMessage(envelope).catch(() => undefined);
    };
    // The reader of the news has withdrawn this site while the page was open. Pages and other extensions are not heard.
    const onMessage = (message: unknown, { id, tab }: { id?: string; tab?: object }) => {
      if (id === browser.runtime.id && !tab && (message as Partial<Envelope> | null)?.message === 'access.ended') context.abort();
    };
    browser.runtime.onMessage.addListener(onMessage);
    context.onInvalidated(() => browser.runtime?.id && browser.runtime.onMessage.removeListener(onMessage));
    const lookTwice = () => {
      void look();
      context.setTimeout(look, SECOND_LOOK_MS);
    };
    lookTwice();
    context.setTimeout(look, LAST_LOOK_MS);
    let clicks = 0;
    context.addEventListener(
      window,
      'click',
      () => {
        if (announced !== location.href && clicks++ < MAX_CLICKS) context.setTimeout(lookTwice, 0);
      },
      { capture: true, passive: true },
    );
    // Fires in every world, after the new address is committed.
    globalThis.navigation?.addEventListener('navigatesuccess', lookTwice, { signal: context.signal });
    context.addEventListener(window, 'pageshow', (event) => {
      if (event.persisted) lookTwice();
    });
  },
});

async function storedTable(): Promise<GateTable | undefined> {
  const stored: unknown = (await browser.storage.local.get(GATE_KEY).catch(() => undefined))?.[GATE_KEY];
  return isGateTable(stored) ? stored : undefined;
}
