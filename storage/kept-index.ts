/**
 * The library's index in the database, so that it need not be made anew each time the sidebar opens: the facts, which lists need, and
 * the texts, which search needs, as two records that belong together. Derived from everything else; may be lost at any time.
 */
import { changesAfter, dropOldChanges } from './changes.ts';
import type { AllegedlyDatabase } from './database.ts';
import type { KeptFacts, KeptTexts } from './library-index.ts';

/** Grows whenever the form of what is kept changes; what was kept in another form is passed over. */
const FORM = 1;

export interface KeptIndex {
  readonly name: 'facts' | 'texts';
  readonly form: number;
  /** The last change that is in it. */
  readonly seq: number;
  readonly content: KeptFacts | KeptTexts;
}

/** The facts, and the last change that is in them; undefined where there are none of this form. */
export async function keptFacts(db: AllegedlyDatabase): Promise<{ readonly facts: KeptFacts; readonly seq: number } | undefined> {
  const kept = await db.kept.get('facts');
  return kept?.form === FORM && typeof kept.content === 'string' ? { facts: kept.content, seq: kept.seq } : undefined;
}

/** The texts that belong to facts of this change. */
export async function keptTexts(seq: number, db: AllegedlyDatabase): Promise<KeptTexts | undefined> {
  const kept = await db.kept.get('texts');
  return kept?.form === FORM && kept.seq === seq && typeof kept.content === 'object' ? kept.content : undefined;
}

/** Keeps an index as it was after a change; false where something has been deleted since, whose words would be kept on. */
export async function keepIndex(
  { facts, texts }: { readonly facts: KeptFacts; readonly texts: KeptTexts },
  seq: number,
  db: AllegedlyDatabase,
): Promise<boolean> {
  return db.transaction('rw', db.kept, db.changes, async () => {
    if ((await changesAfter(seq, db)).some(({ articleId }) => articleId === undefined)) return false;
    await db.kept.bulkPut([
      { name: 'facts', form: FORM, seq, content: facts },
      { name: 'texts', form: FORM, seq, content: texts },
    ]);
    await dropOldChanges(seq, db);
    return true;
  });
}
