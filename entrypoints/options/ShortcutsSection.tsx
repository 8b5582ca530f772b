/** Wires *Shortcuts*: the commands as the browser knows them now. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Shortcuts, type ShownCommand } from '../../components/Shortcuts.tsx';
import { useTexts } from '../../components/text.tsx';
import type { Say } from '../../pages/use-say.ts';

/** Firefox's own interface for it, which the types of other browsers lack. */
interface WithShortcutSettings {
  readonly openShortcutSettings?: () => Promise<void>;
}

export function ShortcutsSection({ say }: { say: Say }) {
  const { t } = useTexts();
  const [commands, setCommands] = useState<readonly ShownCommand[]>([]);
  useEffect(() => {
    const refresh = () =>
      void browser.commands.getAll().then((all) =>
        setCommands(
          all.map(({ name = '', description, shortcut = '' }) => ({
            name,
            description: name === '_execute_action' ? t('commandOpenPopup') : description || name,
            shortcut,
          })),
        ),
      );
    refresh();
    // They are changed on a page of the browser's, from which the reader comes back.
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, []);
  const { openShortcutSettings } = browser.commands as WithShortcutSettings;
  const isChromium = browser.runtime.getURL('/').startsWith('chrome-extension:');
  const open = openShortcutSettings ?? (isChromium ? () => browser.tabs.create({ url: 'chrome://extensions/shortcuts' }) : undefined);
  return <Shortcuts commands={commands} onChange={open && (() => say.on(() => open() as Promise<unknown>))} />;
}
