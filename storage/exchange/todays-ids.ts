/**
 * A backup under the ids by which articles are known today: earlier versions told addresses apart less well, and a hand may have changed
 * some. What had been two articles becomes one, as the store's own upgrade makes it. Pure.
 */
import type { Backup } from '../../model/record-guards.ts';
import { normalisedUrl } from '../article-identity.ts';
import { noteId } from '../notes.ts';
import { ImportError } from './import-text.ts';

type Note = Backup['notes'][number];

/** The backup with today's ids; itself where it has them. @throws ImportError for an id that is no address */
export function withTodaysIds(backup: Backup): Backup {
  const ids = new Map(backup.articles.map(({ id }, at) => [id, todaysId(id, `articles.${at}.id`)]));
  const isOfToday = backup.articles.every(({ id, copyOf }) => ids.get(id) === id && (copyOf === undefined || ids.has(copyOf) || isNormal(copyOf)));
  if (isOfToday) return backup;
  const idOf = (old: string) => ids.get(old) ?? old;
  const staying = latestOf(backup.articles, idOf);
  const isStaying = ({ articleId }: { readonly articleId: string }) => staying.get(idOf(articleId))?.id === articleId;
  const moved = <T extends { readonly articleId: string; readonly id: string }>(each: T) => ({
    ...each,
    articleId: idOf(each.articleId),
    key: `${idOf(each.articleId)}/${each.id}`,
  });
  return {
    ...backup,
    articles: [...staying].map(([id, { copyOf, ...article }]) => ({
      ...article,
      id,
      ...(copyOf === undefined ? {} : { copyOf: ids.get(copyOf) ?? todaysId(copyOf, 'articles.copyOf') }),
    })),
    statements: backup.statements.filter(isStaying).map(moved),
    analysed: backup.analysed.filter(isStaying).map((each) => ({ ...each, articleId: idOf(each.articleId), statements: each.statements.map(moved) })),
    corrections: backup.corrections.map((correction) => ({ ...correction, articleId: idOf(correction.articleId) })),
    notes: joinedNotes(backup.notes.map((note) => ({ ...note, articleId: idOf(note.articleId), id: noteId(idOf(note.articleId), note.statementId) }))),
  };
}

function todaysId(id: string, place: string): string {
  try {
    return normalisedUrl(id);
  } catch {
    throw new ImportError('no_backup', place);
  }
}

function isNormal(id: string): boolean {
  return URL.canParse(id) && normalisedUrl(id) === id;
}

/** Of the articles that are one, the one read last, known since the first of them was read; by today's id. */
function latestOf(articles: Backup['articles'], idOf: (old: string) => string): ReadonlyMap<string, Backup['articles'][number]> {
  const latest = new Map<string, Backup['articles'][number]>();
  for (const article of articles) {
    const other = latest.get(idOf(article.id));
    const stays = other && other.lastReadAt >= article.lastReadAt ? other : article;
    latest.set(idOf(article.id), { ...stays, firstReadAt: Math.min(article.firstReadAt, other?.firstReadAt ?? article.firstReadAt) });
  }
  return latest;
}

/** Two notes on one thing: both are the reader's words. */
function joinedNotes(notes: readonly Note[]): Note[] {
  const joined = new Map<string, Note>();
  for (const note of notes.toSorted((a, b) => a.at - b.at)) {
    const before = joined.get(note.id);
    joined.set(note.id, before && before.text !== note.text ? { ...note, text: `${before.text}\n\n${note.text}` } : note);
  }
  return [...joined.values()];
}
