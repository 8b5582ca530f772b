/**
 * Copies of one work: the same article at another address, or carried by another outlet. The first that was read stands for the work;
 * the others point at it, are listed with it, and share the reader's corrections.
 */
import type { Correction } from '../model/correction.ts';
import type { StoredArticle } from '../model/records.ts';
import { recordChange } from './changes.ts';
import type { AllegedlyDatabase } from './database.ts';
import { areSameWork, type Fingerprint, marksOf } from './fingerprint.ts';

/** The article that stands for the work with this fingerprint; undefined where no other article of the case is the same. */
export async function findOriginal(id: string, caseId: string, fingerprint: Fingerprint, db: AllegedlyDatabase): Promise<string | undefined> {
  const candidates = await db.articles.where('marks').anyOf(marksOf(fingerprint)).distinct().toArray();
  const same = candidates
    .filter((article) => article.id !== id && article.caseId === caseId && article.sketch && areSameWork(article.sketch, fingerprint))
    .toSorted((a, b) => a.firstReadAt - b.firstReadAt);
  return same[0]?.copyOf ?? same[0]?.id;
}

/** The ids of the other articles of its work. */
export async function copiesOf(id: string, db: AllegedlyDatabase): Promise<string[]> {
  const original = (await db.articles.get(id))?.copyOf ?? id;
  const copies = await db.articles.where('copyOf').equals(original).primaryKeys();
  return [original, ...copies].filter((each) => each !== id);
}

/** Which of these articles are listed with the one that stands for their work. A copy whose original is gone is listed itself. */
export async function listedWithOthers(articles: readonly StoredArticle[], db: AllegedlyDatabase): Promise<ReadonlySet<string>> {
  const copies = articles.flatMap(({ id, copyOf }) => (copyOf === undefined ? [] : [{ id, copyOf }]));
  const originals = await db.articles.bulkGet([...new Set(copies.map(({ copyOf }) => copyOf))]);
  const there = new Set(originals.map((original) => original?.id));
  return new Set(copies.flatMap(({ id, copyOf }) => (there.has(copyOf) ? [id] : [])));
}

/** Makes another article stand for the work, where `id` did and goes. `leaving` are all that go. To be called in a transaction. */
export async function leaveWork(id: string, leaving: readonly string[], db: AllegedlyDatabase): Promise<void> {
  const copies = (await db.articles.where('copyOf').equals(id).toArray()).filter((copy) => !leaving.includes(copy.id));
  const [heir, ...others] = copies.toSorted((a, b) => a.firstReadAt - b.firstReadAt);
  if (!heir) return;
  const { copyOf: _, ...standing } = heir;
  await db.articles.put({ ...standing, revision: (heir.revision ?? 0) + 1 });
  for (const other of others) await db.articles.put({ ...other, copyOf: heir.id });
  for (const { id: changed } of copies) await recordChange(changed, db);
}

/** The reader's corrections of the other copies of the work, in the order in which they were made. */
export async function correctionsOfCopies(id: string, db: AllegedlyDatabase): Promise<Correction[]> {
  const corrections = await db.corrections
    .where('articleId')
    .anyOf(await copiesOf(id, db))
    .toArray();
  return corrections.filter(({ isUndone }) => !isUndone).toSorted((a, b) => a.at - b.at);
}

/**
 * Has each work of these articles stand once: what comes from another store may know another of its articles as the one that stands for
 * it, and then neither would be listed. To be called in a transaction.
 */
export async function untangleCopies(ids: ReadonlySet<string>, db: AllegedlyDatabase): Promise<void> {
  const pointing = await db.articles
    .where('copyOf')
    .anyOf([...ids])
    .primaryKeys();
  for (const id of new Set([...ids, ...pointing])) {
    const article = await db.articles.get(id);
    if (article?.copyOf === undefined) continue;
    const standing = await standingFor(article, db);
    if (standing.copyOf !== undefined) await put(standing, undefined, db);
    if (standing.id !== id && article.copyOf !== standing.id) await put(article, standing.id, db);
  }
}

/** The article to which the copies lead; where they lead in a circle, the one of it that was read first. */
async function standingFor(article: StoredArticle, db: AllegedlyDatabase): Promise<StoredArticle> {
  const met = [article];
  for (let at = article; at.copyOf !== undefined; ) {
    const { copyOf } = at;
    const circle = met.findIndex(({ id }) => id === copyOf);
    if (circle >= 0) return met.slice(circle).toSorted((a, b) => a.firstReadAt - b.firstReadAt || (a.id < b.id ? -1 : 1))[0] ?? at;
    const next = await db.articles.get(copyOf);
    // It points at what is not there, and is listed itself.
    if (!next) return at;
    met.push(next);
    at = next;
  }
  return met.at(-1) ?? article;
}

async function put({ copyOf: _, ...article }: StoredArticle, copyOf: string | undefined, db: AllegedlyDatabase): Promise<void> {
  await db.articles.put({ ...article, ...(copyOf === undefined ? {} : { copyOf }), revision: (article.revision ?? 0) + 1 });
  await recordChange(article.id, db);
}
