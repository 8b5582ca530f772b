/** Export and import, joined to the store's worker: files in and out of the page. */
import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { EXPORT_FILES, type ExportFile } from '../components/DataTools.tsx';
import type { BoundTexts } from '../components/texts.ts';
import { askBackground } from '../messaging/client.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { ImportPlan } from '../model/import-plan.ts';
import { keepStore } from './keep-store.ts';
import { datedName, saveFile } from './save-file.ts';
import { storeClient } from './store-client.ts';
import type { Say } from './use-say.ts';

/** The largest file that is opened, in bytes. */
const MAX_BYTES = 200_000_000;

export function useDataTools(caseFile: CaseFile, say: Say, { t }: BoundTexts) {
  const [plan, setPlan] = useState<ImportPlan>();
  const [isBusy, setBusy] = useState(false);
  const chosen = useRef<File | undefined>(undefined);
  const busily = (action: () => Promise<unknown>) =>
    say.on(async () => {
      setBusy(true);
      await action().finally(() => setBusy(false));
    });
  const putAway = () => {
    chosen.current = undefined;
    setPlan(undefined);
  };
  const imported = async (file: File, isDry: boolean) => {
    const answer = await storeClient().ask({ ask: 'import', file, isDry, actors: caseFile.actors });
    if ('problem' in answer) throw new Error(t(`importProblem_${answer.problem}`, answer.place));
    return answer;
  };
  return {
    plan,
    isBusy,
    onExport: (format: ExportFile) =>
      busily(async () => {
        saveFile(await storeClient().ask({ ask: 'export', format, caseFile }), fileName(caseFile.id, format));
        if (format === 'backup') await askBackground('backup.note', { what: 'saved' });
        await keepStore();
      }),
    onFile: (file: File) =>
      busily(async () => {
        putAway();
        // There the store is one of its own, and gone with the window.
        if (browser.extension?.inIncognitoContext) throw new Error(t('privateStoresNothing'));
        if (file.size > MAX_BYTES) throw new Error(t('importProblem_too_large'));
        setPlan(await imported(file, true));
        chosen.current = file;
      }),
    onImport: () =>
      busily(async () => {
        if (!chosen.current) return;
        await imported(chosen.current, false);
        putAway();
        say(t('imported'));
        await keepStore();
      }),
    onPutAway: putAway,
  };
}

function fileName(caseId: string, format: ExportFile): string {
  return datedName(format === 'backup' ? 'backup' : `${caseId}-${format}`, EXPORT_FILES[format]);
}
