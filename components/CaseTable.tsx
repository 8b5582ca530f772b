/** The cases there are: each with a switch, what it holds, and, for imported ones, a way to save or remove it. */
import { useState } from 'preact/hooks';
import type { CaseFile } from '../model/case-file.ts';
import './case-table.css';
import { dateText } from './date-text.ts';
import { SureQuestion } from './SureQuestion.tsx';
import { Switch } from './Switch.tsx';
import { useTexts } from './text.tsx';

/** See `state/cases.ts`. */
export interface ListedCase {
  readonly caseFile: CaseFile;
  readonly isOn: boolean;
  readonly isImported: boolean;
}

export interface CaseTableProps {
  readonly cases: readonly ListedCase[];
  readonly onSet: (caseId: string, isOn: boolean) => void;
  readonly onRemove: (caseId: string) => void;
  readonly onSave: (caseFile: CaseFile) => void;
}

export function CaseTable({ cases, onSet, onRemove, onSave }: CaseTableProps) {
  const { t, count, locale } = useTexts();
  const [asked, setAsked] = useState<string>();
  return (
    <ul class="case-table">
      {cases.map(({ caseFile, isOn, isImported }) => (
        <li key={caseFile.id} data-case={caseFile.id}>
          <Switch label={caseFile.name} note={t(isImported ? 'caseImported' : 'caseBundled')} isOn={isOn} onChange={(next) => onSet(caseFile.id, next)} />
          <p class="small soft">
            {[
              count('eventsHeld', caseFile.events.length),
              count('disputesHeld', caseFile.disputes.length),
              t('recordTo', dateText(caseFile.recordCompleteTo, locale)),
            ].join(' · ')}
          </p>
          <p class="row-buttons">
            <button type="button" class="text-button small" onClick={() => onSave(caseFile)}>
              {t('saveCaseFile')}
            </button>
            {isImported && (
              <button type="button" class="text-button small" data-deed="remove" onClick={() => setAsked(caseFile.id)}>
                {t('remove')}
              </button>
            )}
          </p>
          {asked === caseFile.id && (
            <SureQuestion
              words={t('removeCaseSure', caseFile.name)}
              deed={t('remove')}
              onCancel={() => setAsked(undefined)}
              onSure={() => {
                setAsked(undefined);
                onRemove(caseFile.id);
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
