/** The keyboard commands with their keys as they are now. The browser alone can change them. */
import './shortcuts.css';
import { useTexts } from './text.tsx';

export interface ShownCommand {
  readonly name: string;
  readonly description: string;
  /** "" where no key is set. */
  readonly shortcut: string;
}

export interface ShortcutsProps {
  readonly commands: readonly ShownCommand[];
  /** Opens the browser's own page for them; undefined where no page can be opened, and words must tell the way. */
  readonly onChange: (() => void) | undefined;
}

export function Shortcuts({ commands, onChange }: ShortcutsProps) {
  const { t } = useTexts();
  return (
    <>
      <dl class="shortcuts">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description}</dt>
            <dd>
              {shortcut === '' ? (
                <span class="soft">{t('noKey')}</span>
              ) : (
                shortcut.split(/\+(?=.)/).map((key, index) => (
                  <>
                    {index > 0 && ' + '}
                    <kbd>{key}</kbd>
                  </>
                ))
              )}
            </dd>
          </div>
        ))}
      </dl>
      {onChange ? (
        <button type="button" class="button" id="change-shortcuts" onClick={onChange}>
          {t('changeShortcuts')}
        </button>
      ) : (
        <p class="soft">{t('changeShortcutsHow')}</p>
      )}
    </>
  );
}
