/** What the reader has kept and forgotten: notes, deletions, backups; and what is not kept in the first place. */
import { browser } from 'wxt/browser';
import type { RequestOf, ResponseOf } from '../../messaging/messages.ts';
import type { Sender } from '../../messaging/server.ts';
import type { Scope } from '../../model/settings.ts';
import { readTabStates, writeTabState } from '../../state/tab-states.ts';
import { isStored } from '../../storage/articles.ts';
import { noteBackup } from '../../storage/backup-reminder.ts';
import { writeNote } from '../../storage/notes.ts';
import { deleteOddities, deleteStored } from '../../storage/usage.ts';
import { inTurn } from './in-turn.ts';
import { withStoreFor } from './with-store.ts';

export async function keepNote(note: RequestOf<'note.write'>, sender: Sender): Promise<ResponseOf<'note.write'>> {
  await withStoreFor(sender, () => writeNote({ ...note, now: Date.now() }));
  return {};
}

export async function keepBackupDate({ what }: RequestOf<'backup.note'>, sender: Sender): Promise<ResponseOf<'backup.note'>> {
  await withStoreFor(sender, () => noteBackup(what, Date.now()));
  return {};
}

/** Forgets an article with its copies elsewhere. */
export async function forgetArticle({ articleId }: RequestOf<'article.delete'>, sender: Sender): Promise<ResponseOf<'article.delete'>> {
  return inTurn(async () => {
    await withStoreFor(sender, () => deleteStored({ scope: 'article', articleId }));
    await leaveDeleted();
    return {};
  });
}

/** Forgets what was read on a site, everything, or what could not be read. Asked again, it answers as before: see `deleteStored`. */
export function forget(what: RequestOf<'store.delete'>, sender: Sender): Promise<ResponseOf<'store.delete'>> {
  const work = async () => {
    if (what.scope !== 'oddities') {
      const counts = await deleteStored(what, undefined, sender.requestId);
      await leaveDeleted();
      return counts;
    }
    await deleteOddities();
    return { articles: 0, statements: 0, corrections: 0, notes: 0 };
  };
  return inTurn(() => withStoreFor(sender, work));
}

/** Pages that are open stay marked, and are not stored again behind the reader's back: whoever wants that loads the page anew. */
async function leaveDeleted(): Promise<void> {
  for (const { articleId, ...state } of await readTabStates()) {
    if (articleId !== undefined && !(await isStored(articleId))) await writeTabState({ ...state, isDeleted: true });
  }
}

/** The address of a page or site that is read in a private window is not to be found on the disk later. Throws where it would be. */
export function mayKeepChoice(scope: Scope, { isPrivate }: Sender): void {
  if (isPrivate && scope !== 'everywhere') throw new Error(browser.i18n.getMessage('privateStoresNothing'));
}
