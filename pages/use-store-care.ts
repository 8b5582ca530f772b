/** What the reader should know of the store, kept up to date, and what can be done about it. */
import { useEffect, useState } from 'preact/hooks';
import type { StoreNoticeProps } from '../components/StoreNotice.tsx';
import { useObservable } from '../components/use-observable.ts';
import { askBackground } from '../messaging/client.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { StoreTrouble } from '../model/store-state.ts';
import { readStoreTrouble, watchStoreTrouble } from '../state/store-health.ts';
import { liveBackupState } from '../storage/backup-reminder.ts';
import { database } from '../storage/database.ts';
import { troubleOf } from '../storage/store-trouble.ts';
import { liveOddityCount, readOddities } from '../storage/usage.ts';
import { isDocked, watchDock } from './docked.ts';
import { keepStore } from './keep-store.ts';
import { datedName, saveFile } from './save-file.ts';
import { storeClient } from './store-client.ts';
import type { Say } from './use-say.ts';
import { always } from './use-stored-article.ts';

/** The store's trouble, as the background or this page has met it. */
export function useStoreTrouble(): StoreTrouble | undefined {
  const [told, setTold] = useState<StoreTrouble>();
  const [own, setOwn] = useState<StoreTrouble>();
  useEffect(() => {
    const tell = (trouble: StoreTrouble | undefined) => {
      setTold(trouble);
      if (trouble === undefined) setOwn(undefined);
    };
    if (!isDocked) void readStoreTrouble().then(setTold);
    const stop = isDocked ? watchDock(({ storeTrouble }) => setTold(storeTrouble)) : watchStoreTrouble(tell);
    database()
      .opened()
      .catch((error: unknown) => setOwn(troubleOf(error) ?? 'unavailable'));
    return stop;
  }, []);
  return told ?? own;
}

type Care = Omit<StoreNoticeProps, 'onSeeStored'>;

/** What is not pressing is asked once `isIdle`. */
export function useStoreCare(caseFile: CaseFile | undefined, say: Say, isIdle: boolean): Care {
  const trouble = useStoreTrouble();
  const oddities = useObservable(() => (isIdle ? liveOddityCount() : always(0)), [isIdle]);
  const backup = useObservable(() => (isIdle ? liveBackupState() : always(undefined)), [isIdle]);
  const saveBackup = async () => {
    if (!caseFile) return;
    saveFile(await storeClient().ask({ ask: 'export', format: 'backup', caseFile }), datedName('backup', 'json'));
    await askBackground('backup.note', { what: 'saved' });
    await keepStore();
  };
  return {
    trouble,
    oddities: oddities.status === 'ready' ? oddities.value : 0,
    backup: backup.status === 'ready' ? backup.value : undefined,
    onSaveBackup: () => say.on(saveBackup),
    onLater: () => say.on(() => askBackground('backup.note', { what: 'later' })),
    onSaveOddities: () => say.on(async () => saveFile(JSON.stringify(await readOddities(), null, 1), datedName('put-aside', 'json'))),
    onForgetOddities: () => say.on(() => askBackground('store.delete', { scope: 'oddities' })),
  };
}
