/** When a backup is due: after so much that only the reader could make again, or so long with anything of it. */
import { liveQuery, type Observable } from 'dexie';
import type { BackupState } from '../model/store-state.ts';
import { type AllegedlyDatabase, database } from './database.ts';

const DAY = 86_400_000;
/** Corrections and notes that are more than one would like to make again. */
const MANY_OWN = 10;
/** Articles that would have to be found and read again. */
const MANY_READ = 200;
const LONG = 30 * DAY;
/** How long "later" is. */
const SNOOZE = 7 * DAY;

/** `now` in milliseconds since 1970. A date that lies in the future was written by a clock that was wrong: it counts for nothing. */
export async function backupState(now: number, db: AllegedlyDatabase = database()): Promise<BackupState> {
  return db.transaction('r', [db.articles, db.corrections, db.notes, db.meta], async () => {
    const noted = async (key: string) => {
      const at = (await db.meta.get(key))?.at;
      return at !== undefined && at <= now ? at : undefined;
    };
    const lastAt = await noted('backup');
    const laterAt = await noted('backup-later');
    const since = lastAt ?? -1;
    const corrections = db.corrections.where('at').above(since);
    const notes = db.notes.where('at').above(since);
    const [correctionCount, noteCount, articles, firstCorrection, firstNote] = [
      await corrections.count(),
      await notes.count(),
      // No further than matters: to count a large library takes longer than to show it.
      (await db.articles.where('lastReadAt').above(since).limit(MANY_READ).primaryKeys()).length,
      await corrections.first(),
      await notes.first(),
    ];
    const oldest = Math.min(firstCorrection?.at ?? now, firstNote?.at ?? now);
    const own = correctionCount + noteCount;
    const isMuch = own >= MANY_OWN || articles >= MANY_READ || (own > 0 && now - oldest >= LONG);
    const isSnoozed = laterAt !== undefined && now - laterAt < SNOOZE;
    return { lastAt, corrections: correctionCount, notes: noteCount, isDue: isMuch && !isSnoozed };
  });
}

/** The same by this machine's clock, now and after every change of the store. */
export function liveBackupState(db: AllegedlyDatabase = database()): Observable<BackupState> {
  return liveQuery(() => backupState(Date.now(), db));
}

/** Notes that a backup was saved, or that the reader wants to be left alone for a while. The background's alone to call. */
export async function noteBackup(what: 'saved' | 'later', now: number, db: AllegedlyDatabase = database()): Promise<void> {
  await db.meta.put({ key: what === 'saved' ? 'backup' : 'backup-later', at: now });
}
