/** What is marked on pages: everything or the disputes only, and which kinds. */
import { DENSITIES, type Density, type Settings } from '../model/settings.ts';
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import './kinds.css';
import './mark-choices.css';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';

export interface MarkChoicesProps {
  readonly settings: Pick<Settings, 'density' | 'hiddenKinds'>;
  readonly onDensity: (density: Density) => void;
  readonly onKind: (kind: StatementKind, isOn: boolean) => void;
}

/** How much is marked. */
export function DensityChoice({ density, onDensity }: Pick<Settings, 'density'> & Pick<MarkChoicesProps, 'onDensity'>) {
  const { t } = useTexts();
  return (
    <fieldset class="mark-choices">
      <legend>{t('density')}</legend>
      <div class="density">
        {DENSITIES.map((each) => (
          <label key={each}>
            <input type="radio" name="density" value={each} checked={density === each} onChange={() => onDensity(each)} />
            <span>{t(`density_${each}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function MarkChoices({ settings, onDensity, onKind }: MarkChoicesProps) {
  const { t } = useTexts();
  return (
    <>
      <DensityChoice density={settings.density} onDensity={onDensity} />
      <fieldset class="mark-choices kinds">
        <legend>{t('markedKinds')}</legend>
        {STATEMENT_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              name={kind}
              checked={!settings.hiddenKinds.includes(kind)}
              onChange={({ currentTarget }) => onKind(kind, currentTarget.checked)}
            />
            <span class="kind" data-kind={kind}>
              {t(kindKey(kind))}
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
