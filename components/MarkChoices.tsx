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

export function MarkChoices({ settings, onDensity, onKind }: MarkChoicesProps) {
  const { t } = useTexts();
  return (
    <>
      <fieldset class="mark-choices">
        <legend>{t('density')}</legend>
        <div class="density">
          {DENSITIES.map((density) => (
            <label key={density}>
              <input type="radio" name="density" value={density} checked={settings.density === density} onChange={() => onDensity(density)} />
              <span>{t(`density_${density}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
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
