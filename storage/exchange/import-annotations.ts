/** Taking in web annotations: what others have annotated becomes corrections and notes of articles that are stored. */
import type { Actor } from '../../model/case-file.ts';
import type { Change } from '../../model/correction.ts';
import type { ImportPlan } from '../../model/import-plan.ts';
import { comparable } from '../../model/quote.ts';
import type { StoredArticle, StoredStatement } from '../../model/records.ts';
import { articleIdOf } from '../article-identity.ts';
import { correctTogether, statementsOf } from '../corrections.ts';
import type { AllegedlyDatabase } from '../database.ts';
import { byWords } from '../merge-corrections.ts';
import { noteId, writeNote } from '../notes.ts';
import type { ImportOptions } from './import-plan.ts';
import { ImportError } from './import-text.ts';
import type { ReadAnnotation, ReadCollection, ReadComment } from './web-annotation.ts';

/** More corrections by others than anybody looks through. */
const MAX_CHANGES = 5_000;
/** More comments on stored articles than anybody has written; each is looked for among its article's statements. */
const MAX_COMMENTS = 5_000;

/** Says what they would change, and with `isDry` false changes it, in one transaction: each as a correction, so that it can be taken back. */
export async function importAnnotations({ found, comments, others }: ReadCollection, db: AllegedlyDatabase, options: ImportOptions): Promise<ImportPlan> {
  return db.transaction(options.isDry ? 'r' : 'rw', [...db.contents, db.changes, db.kept], async () => {
    const changes: { readonly articleId: string; readonly change: Change }[] = [];
    let unchanged = others;
    // As they were before: each annotation is about words of its own.
    const known = await knownArticles([...found, ...comments], db);
    for (const annotation of found) {
      const { article, wordings } = known.get(annotation.url) ?? NOT_STORED;
      const own = article ? changesOf(annotation, wordings, options.actors) : [];
      if (!article || own.length === 0) unchanged++;
      else changes.push(...own.map((change) => ({ articleId: article.id, change })));
      // Before any is made.
      if (changes.length > MAX_CHANGES) throw new ImportError('too_much');
    }
    const newNotes = await importComments(comments, known, db, options);
    unchanged += comments.length - newNotes;
    if (!options.isDry) {
      const byArticle = Map.groupBy(changes, ({ articleId }) => articleId);
      for (const own of byArticle.values())
        await correctTogether(
          own.map((each) => ({ ...each, id: crypto.randomUUID(), now: options.now })),
          db,
        );
    }
    const newStatements = changes.filter(({ change: { type } }) => type === 'add').length;
    const newCorrections = changes.length - newStatements;
    return { format: 'annotations', newArticles: 0, newerArticles: 0, newStatements, newCorrections, newNotes, unchanged };
  });
}

/** Comments become notes where the reader has none. Gives how many. */
async function importComments(comments: readonly ReadComment[], known: KnownArticles, db: AllegedlyDatabase, { isDry, now }: ImportOptions): Promise<number> {
  const taken = new Set<string>();
  let looked = 0;
  for (const { url, text, about } of comments) {
    const { article, entries } = known.get(url) ?? NOT_STORED;
    if (!article) continue;
    if (++looked > MAX_COMMENTS) throw new ImportError('too_much');
    const statement = about && byWords(entries, about, '')?.statement;
    if (about && !statement) continue;
    const id = noteId(article.id, statement?.id);
    if (taken.has(id) || (await db.notes.get(id))) continue;
    taken.add(id);
    if (!isDry) await writeNote({ articleId: article.id, text, now, ...(statement ? { statementId: statement.id } : {}) }, db);
  }
  return taken.size;
}

interface KnownArticle {
  readonly article?: StoredArticle;
  /** Its statements as words are looked for among them. */
  readonly entries: readonly { readonly statement: StoredStatement; readonly origin: StoredStatement }[];
  /** The first statement of each wording. */
  readonly wordings: ReadonlyMap<string, StoredStatement>;
}

const NOT_STORED: KnownArticle = { entries: [], wordings: new Map() };

/** The stored articles that annotations are about, by the address that these give. */
type KnownArticles = ReadonlyMap<string, KnownArticle>;

/** Reads them, each once and before anything else: a transaction does not outlive a hundred waits for what is not the store. */
async function knownArticles(about: readonly { readonly url: string }[], db: AllegedlyDatabase): Promise<KnownArticles> {
  // A file may be about a great many that are not stored.
  const ids = new Set(await db.articles.toCollection().primaryKeys());
  const byId = new Map<string, KnownArticle>();
  const known = new Map<string, KnownArticle>();
  for (const url of new Set(about.map((each) => each.url))) {
    const id = [url, ...(URL.canParse(url) ? [articleIdOf({ url })] : [])].find((each) => ids.has(each));
    const article = id === undefined ? undefined : (byId.get(id)?.article ?? (await db.articles.get(id)));
    if (id === undefined || !article) continue;
    const read = byId.get(id) ?? knownArticle(article, await statementsOf(id, db));
    byId.set(id, read);
    known.set(url, read);
  }
  return known;
}

function knownArticle(article: StoredArticle, statements: readonly StoredStatement[]): KnownArticle {
  const entries = statements.map((statement) => ({ statement, origin: statement }));
  return { article, entries, wordings: new Map(statements.toReversed().map((statement) => [comparable(statement.words), statement])) };
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
