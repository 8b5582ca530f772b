/** Taking what was read out of the browser and back in: formats with what each is for, and a look before anything is imported. */
import { useState } from 'preact/hooks';
import type { ImportPlan } from '../model/import-plan.ts';
import './data-tools.css';
import { useTexts } from './text.tsx';

/** Formats, each with the ending of its file's name. */
export const EXPORT_FILES = { backup: 'json', jsonld: 'jsonld', csv: 'csv', markdown: 'md', timelinejs: 'json', csl: 'json', gold: 'jsonl' } as const;
export type ExportFile = keyof typeof EXPORT_FILES;

export interface DataToolsProps {
  /** The plan of the file that was chosen, until it is imported or put away. */
  readonly plan: ImportPlan | undefined;
  readonly isBusy: boolean;
  readonly onExport: (format: ExportFile) => void;
  readonly onFile: (file: File) => void;
  readonly onImport: () => void;
  readonly onPutAway: () => void;
}

export function DataTools({ plan, isBusy, onExport, onFile, onImport, onPutAway }: DataToolsProps) {
  const { t } = useTexts();
  const [format, setFormat] = useState<ExportFile>('backup');
  return (
    <details class="data-tools">
      <summary class="small">{t('dataTools')}</summary>
      <div class="data-tool">
        <label>
          <span class="small soft">{t('exportAs')}</span>
          <select value={format} onChange={({ currentTarget }) => setFormat(currentTarget.value as ExportFile)}>
            {(Object.keys(EXPORT_FILES) as ExportFile[]).map((each) => (
              <option key={each} value={each}>
                {t(`format_${each}`)}
              </option>
            ))}
          </select>
        </label>
        <p class="small soft">{t(`formatFor_${format}`)}</p>
        <button type="button" class="button small" id="export" disabled={isBusy} onClick={() => onExport(format)}>
          {t('export')}
        </button>
      </div>
      <div class="data-tool">
        <label>
          <span class="small soft">{t('importFrom')}</span>
          <input
            type="file"
            accept=".json,.jsonld,application/json,application/ld+json"
            disabled={isBusy}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) onFile(file);
              currentTarget.value = '';
            }}
          />
        </label>
        {plan && <Plan plan={plan} isBusy={isBusy} onImport={onImport} onPutAway={onPutAway} />}
      </div>
    </details>
  );
}

function Plan({ plan, isBusy, onImport, onPutAway }: Pick<DataToolsProps, 'isBusy' | 'onImport' | 'onPutAway'> & { readonly plan: ImportPlan }) {
  const { t, locale } = useTexts();
  const number = new Intl.NumberFormat(locale);
  const lines = (['newArticles', 'newerArticles', 'newStatements', 'newCorrections', 'newNotes', 'unchanged'] as const).filter((key) => plan[key] > 0);
  const changes = lines.filter((key) => key !== 'unchanged').length;
  return (
    <div class="import-plan" role="status">
      <p>{t(changes > 0 ? 'importWould' : 'importNothing')}</p>
      <ul class="small">
        {lines.map((key) => (
          <li key={key}>
            {t(`plan_${key}`)}: <b>{number.format(plan[key])}</b>
          </li>
        ))}
      </ul>
      <p class="row-actions">
        <button type="button" class="button small" id="import" data-primary disabled={isBusy || changes === 0} onClick={onImport}>
          {t('import')}
        </button>
        <button type="button" class="button small" onClick={onPutAway}>
          {t('cancel')}
        </button>
      </p>
    </div>
  );
}
