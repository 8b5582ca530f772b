/** Taking in web annotations: what others have annotated becomes corrections and notes of articles that are stored. */
import type { Actor } from '../../model/case-file.ts';
import type { Change } from '../../model/correction.ts';
import type { ImportPlan } from '../../model/import-plan.ts';
import { comparable } from '../../model/quote.ts';
import type { StoredArticle, StoredStatement } from '../../model/records.ts';
import { articleIdOf } from '../article-identity.ts';
import { correctStatement, statementsOf } from '../corrections.ts';
import type { AllegedlyDatabase } from '../database.ts';
import { byWords } from '../merge-corrections.ts';
import { noteId, writeNote } from '../notes.ts';
import type { ImportOptions } from './import-plan.ts';
import { ImportError } from './import-text.ts';
import type { ReadAnnotation, ReadCollection, ReadComment } from './web-annotation.ts';

/** More corrections by others than anybody looks through; each is laid over its article by itself. */
const MAX_CHANGES = 5_000;

/** Says what they would change, and with `isDry` false changes it, in one transaction: each as a correction, so that it can be taken back. */
export async function importAnnotations({ found, comments, others }: ReadCollection, db: AllegedlyDatabase, options: ImportOptions): Promise<ImportPlan> {
  return db.transaction(options.isDry ? 'r' : 'rw', [...db.contents, db.changes, db.kept], async () => {
    const changes: { readonly articleId: string; readonly change: Change }[] = [];
    let unchanged = others;
    // As they were before: each annotation is about words of its own.
    const known = new KnownArticles(db);
    for (const annotation of found) {
      const { article, wordings } = await known.at(annotation.url);
      const own = article ? changesOf(annotation, wordings, options.actors) : [];
      if (!article || own.length === 0) unchanged++;
      else changes.push(...own.map((change) => ({ articleId: article.id, change })));
      // Before any is made.
      if (changes.length > MAX_CHANGES) throw new ImportError('too_much');
    }
    const newNotes = await importComments(comments, known, db, options);
    unchanged += comments.length - newNotes;
    if (!options.isDry) {
      for (const { articleId, change } of changes) await correctStatement({ articleId, change, id: crypto.randomUUID(), now: options.now }, db);
    }
    const newStatements = changes.filter(({ change: { type } }) => type === 'add').length;
    const newCorrections = changes.length - newStatements;
    return { format: 'annotations', newArticles: 0, newerArticles: 0, newStatements, newCorrections, newNotes, unchanged };
  });
}

/** Comments become notes where the reader has none. Gives how many. */
async function importComments(comments: readonly ReadComment[], known: KnownArticles, db: AllegedlyDatabase, { isDry, now }: ImportOptions): Promise<number> {
  const taken = new Set<string>();
  for (const { url, text, about } of comments) {
    const { article, statements } = await known.at(url);
    const entries = statements.map((statement) => ({ statement, origin: statement }));
    const statement = about && byWords(entries, about, '')?.statement;
    if (!article || (about && !statement)) continue;
    const id = noteId(article.id, statement?.id);
    if (taken.has(id) || (await db.notes.get(id))) continue;
    taken.add(id);
    if (!isDry) await writeNote({ articleId: article.id, text, now, ...(statement ? { statementId: statement.id } : {}) }, db);
  }
  return taken.size;
}

interface KnownArticle {
  readonly article?: StoredArticle;
  readonly statements: readonly StoredStatement[];
  /** The first statement of each wording. */
  readonly wordings: ReadonlyMap<string, StoredStatement>;
}

/** The stored articles that annotations are about, with their statements, each read once. */
class KnownArticles {
  readonly #db: AllegedlyDatabase;
  readonly #read = new Map<string, KnownArticle>();

  constructor(db: AllegedlyDatabase) {
    this.#db = db;
  }

  async at(url: string): Promise<KnownArticle> {
    let known = this.#read.get(url);
    if (!known) {
      const article = (await this.#db.articles.get(url)) ?? (await this.#db.articles.get(URL.canParse(url) ? articleIdOf({ url }) : url));
      const statements = article ? await statementsOf(article.id, this.#db) : [];
      const wordings = new Map(statements.toReversed().map((statement) => [comparable(statement.words), statement]));
      known = { ...(article ? { article } : {}), statements, wordings };
      this.#read.set(url, known);
    }
    return known;
  }
}

function changesOf({ kind, actorId, quote }: ReadAnnotation, wordings: ReadonlyMap<string, StoredStatement>, actors: readonly Actor[]): Change[] {
  const statement = wordings.get(comparable(quote.exact));
  const actor = actors.find(({ id }) => id === actorId);
  const speaker = actor ? ({ status: 'actor', actorId: actor.id, name: actor.name, side: actor.side } as const) : ({ status: 'unresolved' } as const);
  if (!statement) return quote.end - quote.start === quote.exact.length ? [{ type: 'add', quote, kind, speaker }] : [];
  const isSameSpeaker = !actor || (statement.speaker.status === 'actor' && statement.speaker.actorId === actor.id);
  return [
    ...(statement.kind === kind ? [] : [{ type: 'kind' as const, statementId: statement.id, kind }]),
    ...(isSameSpeaker ? [] : [{ type: 'speaker' as const, statementId: statement.id, speaker }]),
  ];
}
