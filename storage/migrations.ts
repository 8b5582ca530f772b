/** What is done to the records of an earlier version, by the version that needs it. A migration is never changed once it was released. */
import type { Transaction } from 'dexie';
import type { Correction } from '../model/correction.ts';
import { facetsOf, type Note, type StoredAnalysis, type StoredArticle, type StoredStatement } from '../model/records.ts';
import { normalisedUrl } from './article-identity.ts';
import { isSound } from './sound-record.ts';

/** To version 2: what lists need to know of an article without reading its statements. */
export async function addFacets(transaction: Transaction): Promise<void> {
  const statements = await transaction.table<StoredStatement>('statements').toArray();
  // A broken record must not keep all others from being opened: it is put aside later.
  const sound = statements.filter((statement) => isSound('statements', statement));
  const byArticle = Map.groupBy(sound, ({ articleId }) => articleId);
  await transaction
    .table<StoredArticle>('articles')
    .toCollection()
    .modify((article) => {
      Object.assign(article, { facets: facetsOf(byArticle.get(article.id) ?? []), revision: 1 });
    });
}

/** To version 3: addresses are told apart better now, and what had been stored as two articles becomes one again. */
export async function rejoinArticles(transaction: Transaction): Promise<void> {
  const articles = transaction.table<StoredArticle>('articles');
  const ids = (await articles.toCollection().primaryKeys()) as string[];
  for (const id of ids) {
    const to = URL.canParse(id) ? normalisedUrl(id) : id;
    if (to !== id) await moveArticle(transaction, id, to);
  }
}

/** Gives an article another id. Where there is one already, the later reading stays, with the corrections and notes of both. */
async function moveArticle(transaction: Transaction, from: string, to: string): Promise<void> {
  const articles = transaction.table<StoredArticle>('articles');
  const [moved, there] = [await articles.get(from), await articles.get(to)];
  if (!isSound('articles', moved) || (there && !isSound('articles', there)) || !moved) return;
  const isLater = !there || moved.lastReadAt > there.lastReadAt;
  const stays = isLater ? moved : there;
  await moveReading(transaction, from, to, isLater);
  await transaction
    .table<Correction>('corrections')
    .where('articleId')
    .equals(from)
    .modify((correction) => {
      Object.assign(correction, { articleId: to });
    });
  await moveNotes(transaction, from, to);
  const statementCount = await transaction.table('statements').where('articleId').equals(to).count();
  const firstReadAt = Math.min(moved.firstReadAt, there?.firstReadAt ?? moved.firstReadAt);
  await articles.delete(from);
  await articles.put({ ...stays, id: to, firstReadAt, statementCount, revision: (stays.revision ?? 0) + 1 });
}

/** The statements and what the analysis found, from one article to the other, or away. */
async function moveReading(transaction: Transaction, from: string, to: string, isLater: boolean): Promise<void> {
  const statements = transaction.table<StoredStatement>('statements');
  const analysed = transaction.table<StoredAnalysis>('analysed');
  const renamed = (statement: StoredStatement) => ({ ...statement, articleId: to, key: `${to}/${statement.id}` });
  const own = await statements.where('articleId').equals(from).toArray();
  const found = await analysed.get(from);
  await statements.where('articleId').equals(from).delete();
  await analysed.delete(from);
  if (!isLater) return;
  await statements.where('articleId').equals(to).delete();
  await statements.bulkPut(own.map(renamed));
  if (isSound('analysed', found) && found) await analysed.put({ ...found, articleId: to, statements: found.statements.map(renamed) });
  else await analysed.delete(to);
}

async function moveNotes(transaction: Transaction, from: string, to: string): Promise<void> {
  const notes = transaction.table<Note>('notes');
  for (const note of await notes.where('articleId').equals(from).toArray()) {
    const id = note.statementId === undefined ? to : `${to}/${note.statementId}`;
    const there = await notes.get(id);
    const [first, second] = there && there.at < note.at ? [there, note] : [note, there];
    // Two notes on one article: both are the reader's words.
    const text = second && second.text !== first.text ? `${first.text}\n\n${second.text}` : first.text;
    await notes.delete(note.id);
    await notes.put({ ...note, id, articleId: to, text, at: Math.max(note.at, there?.at ?? 0) });
  }
}
