/** What Firefox shows and says outside pages: its context menu, its sidebar, and the errors in its console. */
import type { Browser } from 'puppeteer-core';
import { FIREFOX_ORIGIN } from '../../scripts/launch-firefox.ts';

/** The driver's own wire, which its interface does not show. */
interface Wire {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}
/** Firefox's names, called within its window. */
interface ErrorMessage {
  readonly sourceName: string;
  readonly errorMessage: string;
  readonly flags: number;
}
declare const Services: { console: { getMessageArray(): unknown[] } };
declare const Ci: { nsIScriptError: new () => ErrorMessage };
declare const SidebarController: { hide(): void };
interface MenuPopup extends HTMLElement {
  readonly state: string;
  activateItem(item: Element): void;
}

export interface FirefoxWindow {
  /** Errors in any script of the extension, wherever it ran, since the browser started. */
  readonly errors: () => Promise<string[]>;
  /** Chooses an entry of ours in the context menu that is open, from a submenu of our entry. */
  readonly chooseEntry: (id: string) => Promise<void>;
  readonly hideSidebar: () => Promise<void>;
}

/** What Firefox says where a page of ours is closed while it waits for the worker's answer, which nobody wants any more. No script can prevent it. */
const LEFT_EARLY = /^Promise rejected after context unloaded: Actor 'Conduits' destroyed before query '\w+' was resolved/;

export async function firefoxWindow(browser: Browser): Promise<FirefoxWindow> {
  const { connection } = browser as unknown as { connection: Wire };
  const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as { contexts: { context: string }[] };
  /** Runs a function in the browser's window; arguments and answer travel as JSON. */
  async function run<A extends unknown[], T>(work: (...words: A) => T | Promise<T>, ...words: A): Promise<T> {
    const answer = (
      await connection.send('script.evaluate', {
        expression: `(async () => JSON.stringify((await (${work})(...${JSON.stringify(words)})) ?? null))()`,
        target: { context: contexts[0]?.context },
        awaitPromise: true,
      })
    ).result as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
    if (!answer.result) throw new Error(answer.exceptionDetails?.text ?? answer.type);
    return JSON.parse(answer.result.value) as T;
  }
  return {
    errors: async () => {
      const said = await run((origin) => {
        // To be asked whether it is one gives a message its fields. Warnings have the first flag.
        const scriptErrors = Services.console.getMessageArray().filter((each) => each instanceof Ci.nsIScriptError);
        const ours = scriptErrors.filter(({ sourceName, flags }) => sourceName.startsWith(origin) && (flags & 1) === 0);
        return ours.map(({ errorMessage, sourceName }) => `${errorMessage} (${sourceName})`);
      }, FIREFOX_ORIGIN);
      return said.filter((message) => !LEFT_EARLY.test(message));
    },
    chooseEntry: (id) =>
      run(async (wanted) => {
        const until = async (isSo: () => boolean | undefined) => {
          for (let tries = 0; !isSo(); tries++) {
            if (tries === 300) throw new Error('The menu did not open.');
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        };
        const find = () => document.querySelector(`#contentAreaContextMenu [id$="-menuitem-_${wanted}"]`);
        await until(() => find() !== null && (document.getElementById('contentAreaContextMenu') as MenuPopup | null)?.state === 'open');
        const item = find();
        const popup = item?.closest('menupopup') as MenuPopup | undefined;
        const menu = popup?.parentElement as (HTMLElement & { openMenu?(isOpen: boolean): void }) | undefined;
        menu?.openMenu?.(true);
        await until(() => popup?.state === 'open');
        if (item) popup?.activateItem(item);
      }, id),
    hideSidebar: () => run(() => SidebarController.hide()),
  };
}
