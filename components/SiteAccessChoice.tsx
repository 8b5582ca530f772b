/** On which sites the extension may read: all, a list of outlets, or none by itself. The browser's answer is what is shown as chosen. */
import type { AccessMode, SiteAccess } from '../model/site-access.ts';
import './site-access.css';
import { useTexts } from './text.tsx';

const MODES = ['all-sites', 'outlets', 'on-click'] as const satisfies readonly AccessMode[];

export interface SiteAccessChoiceProps {
  /** Undefined until the browser has been asked. */
  readonly access: SiteAccess | undefined;
  /** What the reader has chosen in this session, where nothing had to be granted for it. */
  readonly chosen?: AccessMode | undefined;
  /** Called in the very turn of the click. */
  readonly onChoose: (mode: AccessMode) => void;
}

export function SiteAccessChoice({ access, chosen, onChoose }: SiteAccessChoiceProps) {
  const { t } = useTexts();
  const mode = chosen ?? access?.mode;
  return (
    <fieldset class="access">
      <legend class="visually-hidden">{t('whereMayRead')}</legend>
      {MODES.map((each) => (
        <label key={each} class="access-choice" data-mode={each}>
          <input
            type="radio"
            name="access"
            value={each}
            checked={mode === each}
            // A click on what seems to be chosen asks again: the reader may have refused before.
            onClick={({ currentTarget }) => {
              currentTarget.checked = mode === each;
              onChoose(each);
            }}
          />
          <span>
            <b>{t(`access_${each.replace('-', '_')}`)}</b>
            <span class="small soft">{t(`accessText_${each.replace('-', '_')}`, access?.outlets.length ?? 0)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
