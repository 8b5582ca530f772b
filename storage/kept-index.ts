/**
 * The library's index in the database, so that it need not be made anew each time the sidebar opens: the numbers, which are shown first,
 * the facts, which lists need, and the texts, which search needs. The latter two belong together. Derived from everything else; may be
 * lost at any time.
 */
import { changesAfter, dropOldChanges, lastChange } from './changes.ts';
import type { AllegedlyDatabase } from './database.ts';
import type { KeptFacts, KeptSummary, KeptTexts } from './library-index.ts';

/** Grows whenever the form of what is kept changes; what was kept in another form is passed over. */
const FORM = 1;

export interface KeptIndex {
  readonly name: 'facts' | 'texts' | 'summary';
  readonly form: number;
  /** The last change that is in it. */
  readonly seq: number;
  readonly content: KeptFacts | KeptTexts | KeptSummary;
}

/** The facts, and the last change that is in them; undefined where there are none of this form. */
export async function keptFacts(db: AllegedlyDatabase): Promise<{ readonly facts: KeptFacts; readonly seq: number } | undefined> {
  const kept = await db.kept.get('facts');
  return kept?.form === FORM && typeof kept.content === 'string' ? { facts: kept.content, seq: kept.seq } : undefined;
}

/** The texts that belong to facts of this change. */
export async function keptTexts(seq: number, db: AllegedlyDatabase): Promise<KeptTexts | undefined> {
  const kept = await db.kept.get('texts');
  return kept?.form === FORM && kept.seq === seq && kept.content instanceof Object && 'words' in kept.content ? (kept.content as KeptTexts) : undefined;
}

/** The numbers as they were kept last, and whether nothing has changed since. */
export async function keptSummary(db: AllegedlyDatabase): Promise<{ readonly summary: KeptSummary; readonly isCurrent: boolean } | undefined> {
  return db.transaction('r', db.kept, db.changes, async () => {
    const kept = await db.kept.get('summary');
    if (kept?.form !== FORM) return undefined;
    return { summary: kept.content as KeptSummary, isCurrent: (await lastChange(db)) === kept.seq };
  });
}

/** Keeps the numbers alone, which are small; not where something has been deleted since, or where newer ones are kept. */
export async function keepSummary(summary: KeptSummary, seq: number, db: AllegedlyDatabase): Promise<void> {
  await db.transaction('rw', db.kept, db.changes, async () => {
    if (((await db.kept.get('summary'))?.seq ?? 0) > seq || (await hasDeletions(seq, db))) return;
    await db.kept.put({ name: 'summary', form: FORM, seq, content: summary });
  });
}

async function hasDeletions(seq: number, db: AllegedlyDatabase): Promise<boolean> {
  return (await changesAfter(seq, db)).some(({ articleId }) => articleId === undefined);
}

/** Keeps an index as it was after a change; false where something has been deleted since, whose words would be kept on. */
export async function keepIndex(
  { facts, texts, summary }: { readonly facts: KeptFacts; readonly texts: KeptTexts; readonly summary: KeptSummary },
  seq: number,
  db: AllegedlyDatabase,
): Promise<boolean> {
  return db.transaction('rw', db.kept, db.changes, async () => {
    if (await hasDeletions(seq, db)) return false;
    await db.kept.bulkPut([
      { name: 'summary', form: FORM, seq, content: summary },
      { name: 'facts', form: FORM, seq, content: facts },
      { name: 'texts', form: FORM, seq, content: texts },
    ]);
    await dropOldChanges(seq, db);
    return true;
  });
}
