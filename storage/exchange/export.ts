/** What leaves the store for a file, by format. Reads the store; the formats themselves are pure. */
import type { CaseFile } from '../../model/case-file.ts';
import type { Correction } from '../../model/correction.ts';
import type { Note, StoredAnalysis, StoredArticle, StoredStatement } from '../../model/records.ts';
import type { AllegedlyDatabase } from '../database.ts';
import { toGold } from './gold.ts';
import { toCsl, toTimelineJs } from './record-formats.ts';
import { toCsv, toMarkdown } from './tables.ts';
import { toWebAnnotations } from './web-annotation.ts';

export const EXPORT_FORMATS = ['backup', 'jsonld', 'csv', 'markdown', 'timelinejs', 'csl', 'gold'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The whole store as a backup, or a case in another format, as text. */
export async function exportText(format: ExportFormat, caseFile: CaseFile, db: AllegedlyDatabase): Promise<string> {
  return db.transaction('r', [db.articles, db.statements, db.corrections, db.analysed, db.notes], async () => {
    const [articles, statements, corrections, analysed, notes] = await Promise.all([
      db.articles.toArray(),
      db.statements.toArray(),
      db.corrections.toArray(),
      db.analysed.toArray(),
      db.notes.toArray(),
    ]);
    if (format === 'backup') return backupText({ articles, statements, corrections, analysed, notes });
    const ofCase = <T extends { readonly caseId: string }>(records: readonly T[]) => records.filter(({ caseId }) => caseId === caseFile.id);
    const inOrder = ofCase(statements).toSorted((a, b) => a.articleId.localeCompare(b.articleId) || a.order - b.order);
    const annotated = { articles: ofCase(articles), statements: inOrder, notes: ofCase(notes) };
    if (format === 'jsonld') return toWebAnnotations(annotated);
    if (format === 'csv') return toCsv(annotated);
    if (format === 'markdown') return toMarkdown(annotated, caseFile.name);
    if (format === 'timelinejs') return toTimelineJs(caseFile);
    if (format === 'csl') return toCsl(annotated.articles, caseFile);
    return toGold(ofCase(corrections), annotated.statements);
  });
}

interface Records {
  readonly articles: readonly StoredArticle[];
  readonly statements: readonly StoredStatement[];
  readonly corrections: readonly Correction[];
  readonly analysed: readonly StoredAnalysis[];
  readonly notes: readonly Note[];
}

/**
 * A backup. What a clock that was ahead has written is dated today: a file from the future is refused, and this one would be when the clock
 * is right again. Corrections keep their order.
 */
function backupText({ articles, statements, corrections, analysed, notes }: Records): string {
  const now = Date.now();
  const order = new Map(corrections.toSorted((a, b) => a.at - b.at).map(({ id }, at) => [id, at]));
  const backup = {
    ...{ format: 'allegedly-backup', version: 1 },
    articles: articles.map((article) => ({ ...article, firstReadAt: Math.min(article.firstReadAt, now), lastReadAt: Math.min(article.lastReadAt, now) })),
    statements,
    corrections: corrections.map((correction) => ({ ...correction, at: Math.min(correction.at, now + (order.get(correction.id) ?? 0)) })),
    analysed,
    notes: notes.map((note) => ({ ...note, at: Math.min(note.at, now) })),
  };
  return `${JSON.stringify(backup)}\n`;
}
