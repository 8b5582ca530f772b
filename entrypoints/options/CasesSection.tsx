/** Wires *Cases*: the cases there are, and a file that is looked at before it becomes one of them. */
import { CaseProblems } from '../../components/CaseProblems.tsx';
import { CaseTable } from '../../components/CaseTable.tsx';
import { useTexts } from '../../components/text.tsx';
import { askBackground } from '../../messaging/client.ts';
import type { CaseFile } from '../../model/case-file.ts';
import { saveFile } from '../../pages/save-file.ts';
import { useCaseImport } from '../../pages/use-case-import.ts';
import { useKnownCases } from '../../pages/use-cases.ts';
import type { Say } from '../../pages/use-say.ts';

export function CasesSection({ say }: { say: Say }) {
  const { t, count } = useTexts();
  const known = useKnownCases();
  const { checked, isBusy, onFiles, onAdd, onPutAway } = useCaseImport(say, t);
  const same = checked?.caseFile && known?.find(({ caseFile }) => caseFile.id === checked.caseFile?.id);
  return (
    <>
      <p class="soft">{t('casesLead')}</p>
      {known ? (
        <CaseTable
          cases={known}
          onSet={(caseId, isOn) => say.on(() => askBackground('case.set', { caseId, isOn }))}
          onRemove={(caseId) => say.on(() => askBackground('case.remove', { caseId }))}
          onSave={(caseFile: CaseFile) => saveFile(`${JSON.stringify(caseFile, null, 2)}\n`, `${caseFile.id}.json`)}
        />
      ) : (
        <p class="soft">{t('loading')}</p>
      )}
      <h3>{t('importCase')}</h3>
      <label class="file-choice">
        <span class="small soft">{t('importCaseHow')}</span>
        <input
          type="file"
          id="case-files"
          multiple
          accept=".json,application/json"
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
      {checked && (
        <div class="case-check">
          {checked.caseFile ? (
            <div class="sure" role="status">
              <p>
                <b>{checked.caseFile.name}</b>: {count('eventsHeld', checked.caseFile.events.length)}, {count('disputesHeld', checked.caseFile.disputes.length)}
              </p>
              {same && <p class="problem">{t(same.isImported ? 'replacesImported' : 'replacesBundled', same.caseFile.name)}</p>}
              <p class="row-buttons">
                <button type="button" class="button" data-primary id="add-case" disabled={isBusy} onClick={onAdd}>
                  {t('addCase')}
                </button>
                <button type="button" class="button" onClick={onPutAway}>
                  {t('cancel')}
                </button>
              </p>
            </div>
          ) : (
            <CaseProblems problems={checked.problems} texts={checked.texts} />
          )}
        </div>
      )}
    </>
  );
}
