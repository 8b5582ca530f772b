/**
 * Lays the reader's corrections over what the analysis found. Pure; finds a corrected statement again by its words and
 * surroundings, so that corrections survive another analysis. Knows nothing of the database.
 */
import type { Correction, Quote } from '../model/correction.ts';
import { comparable, describeQuote, locateQuote } from '../model/quote.ts';
import type { StoredStatement } from '../model/records.ts';
import { hull, type Span } from '../model/span.ts';

export interface Merged {
  /** In reading order. */
  readonly statements: readonly StoredStatement[];
  /** Corrections that found nothing to correct. */
  readonly lostIds: readonly string[];
}

interface Entry {
  statement: StoredStatement;
  /** The words that the analysis found: what later corrections are about, even after the span has been put right. */
  readonly origin: Pick<StoredStatement, 'words' | 'prefix' | 'suffix'>;
}

export interface MergeOptions {
  /** The text as it is now; without it the quotes' positions are taken at their word. */
  readonly text?: string | undefined;
  /** Corrections known to have lost their words; not tried without a text. */
  readonly lostIds?: readonly string[] | undefined;
  /** The article whose statements these are, where the corrections were made in copies of it. */
  readonly articleId?: string;
}

/** The id of a statement that the reader has added. */
export function addedId(correctionId: string): string {
  return `added-${correctionId}`;
}

/** The statements with the corrections applied in their order; corrections that were taken back are left out. */
export function mergeCorrections(analysed: readonly StoredStatement[], corrections: readonly Correction[], options: MergeOptions = {}): Merged {
  const entries: Entry[] = analysed.map((statement) => ({ statement, origin: statement }));
  const lostIds: string[] = [];
  for (const correction of corrections.filter(({ isUndone }) => !isUndone).toSorted((a, b) => a.at - b.at)) {
    const isLost = options.text === undefined && options.lostIds?.includes(correction.id);
    const own = options.articleId === undefined ? correction : { ...correction, articleId: options.articleId };
    if (isLost || !applied(entries, own, options.text)) lostIds.push(correction.id);
  }
  return { statements: inOrder(entries.map(({ statement }) => statement)), lostIds };
}

/** Applies one correction in place; false where its words are not there. */
function applied(entries: Entry[], correction: Correction, text: string | undefined): boolean {
  const { change, target } = correction;
  if (change.type === 'add') return added(entries, correction, text);
  const entry = entryOf(entries, change.statementId, target);
  if (!entry) return false;
  const corrected = { ...entry.statement, confidence: 1, isCorrected: true } as const;
  if (change.type === 'dismiss') entries.splice(entries.indexOf(entry), 1);
  if (change.type === 'kind') entry.statement = { ...corrected, kind: change.kind };
  if (change.type === 'speaker') entry.statement = { ...corrected, speaker: change.speaker };
  if (change.type === 'span') {
    const place = placeOf(change.quote, text);
    if (!place) return false;
    entry.statement = { ...corrected, ...wordsAt(place, change.quote, text) };
  }
  return true;
}

function added(entries: Entry[], { id, articleId, caseId, change }: Correction, text: string | undefined): boolean {
  if (change.type !== 'add') return false;
  const place = placeOf(change.quote, text);
  if (!place) return false;
  // The analysis may meanwhile have found it as well: then the reader's word goes over it, and it is there once.
  const same = entries.find(({ statement }) => likeness(hull(statement.contentSpans), place) >= SAME_PLACE);
  const words = wordsAt(place, change.quote, text);
  const isQuoted = /["“«„]\s*$/.test(words.prefix) || /^["“«„]/.test(words.words);
  const statement: StoredStatement = {
    ...(same?.statement ?? { sourceSpans: [], cueSpans: [], quoteType: isQuoted ? 'direct' : 'indirect', sourceWords: '', cueWords: '', order: 0 }),
    id: addedId(id),
    key: `${articleId}/${addedId(id)}`,
    articleId,
    caseId,
    kind: change.kind,
    speaker: change.speaker,
    confidence: 1,
    isCorrected: true,
    ...words,
  };
  if (same) entries.splice(entries.indexOf(same), 1);
  entries.push({ statement, origin: statement });
  return true;
}

/** From here on two spans are taken for the same words. */
const SAME_PLACE = 0.8;

/** Shared code units over all code units of two spans, 0 to 1. */
function likeness(a: Span | undefined, b: Span): number {
  if (!a) return 0;
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared <= 0 ? 0 : shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}

function placeOf(quote: Quote, text: string | undefined): Span | undefined {
  return text === undefined ? [quote.start, quote.end] : locateQuote(text, quote);
}

function wordsAt(place: Span, quote: Quote, text: string | undefined): Pick<StoredStatement, 'words' | 'prefix' | 'suffix' | 'contentSpans'> {
  const { exact, prefix, suffix } = text === undefined ? quote : describeQuote(text, place);
  return { words: exact, prefix, suffix, contentSpans: [place] };
}

/** The statement that a correction is about. */
function entryOf(entries: readonly Entry[], statementId: string, target: Quote): Entry | undefined {
  if (statementId.startsWith(addedId(''))) return entries.find(({ statement }) => statement.id === statementId);
  return byWords(entries, target, statementId);
}

/** The words of what was found, made comparable once: a journal looks at each of them for each of its corrections. */
const compared = new WeakMap<Entry['origin'], string>();

function comparableWords(origin: Entry['origin']): string {
  const words = compared.get(origin) ?? comparable(origin.words);
  compared.set(origin, words);
  return words;
}

/** The entry with these words, the nearest where several have them; else the one whose words are a little longer or shorter. */
export function byWords<T extends Entry>(entries: readonly T[], target: Pick<Quote, 'exact' | 'prefix' | 'suffix'>, statementId: string): T | undefined {
  const words = comparable(target.exact);
  const rated = entries
    .filter(({ origin }) => comparableWords(origin) === words)
    .map((entry) => ({ entry, score: surroundings(entry.origin, target) + (entry.statement.id === statementId ? 0.5 : 0) }))
    // Few words say too little where nothing around them agrees.
    .filter(({ score }) => score > 0 || words.split(' ').length >= 5)
    .toSorted((a, b) => b.score - a.score);
  return rated[0]?.entry ?? grown(entries, words);
}

/** The one statement whose words hold the old ones, or are held by them, and are not much longer or shorter. */
function grown<T extends Entry>(entries: readonly T[], words: string): T | undefined {
  const near = entries.filter(({ origin }) => {
    const other = comparableWords(origin);
    const [short, long] = other.length < words.length ? [other, words] : [words, other];
    return short.length >= 20 && short.length / long.length >= 0.6 && long.includes(short);
  });
  return near.length === 1 ? near[0] : undefined;
}

function surroundings(origin: Entry['origin'], target: Pick<Quote, 'prefix' | 'suffix'>): number {
  const isSame = (a: string, b: string) => comparable(a) === comparable(b);
  return (isSame(origin.prefix.slice(-16), target.prefix.slice(-16)) ? 1 : 0) + (isSame(origin.suffix.slice(0, 16), target.suffix.slice(0, 16)) ? 1 : 0);
}

/** In reading order, with references to statements that are gone taken out. */
function inOrder(statements: readonly StoredStatement[]): StoredStatement[] {
  const startOf = ({ contentSpans, cueSpans, order }: StoredStatement) => hull(contentSpans.length > 0 ? contentSpans : cueSpans)?.[0] ?? order;
  const ids = new Set(statements.map(({ id }) => id));
  return statements
    .toSorted((a, b) => startOf(a) - startOf(b) || a.order - b.order)
    .map(({ answerId, parentId, ...statement }, order) => ({
      ...statement,
      order,
      ...(answerId !== undefined && ids.has(answerId) ? { answerId } : {}),
      ...(parentId !== undefined && ids.has(parentId) ? { parentId } : {}),
    }));
}
