/**
 * Of a translated page nothing is read: what was read in its first language stays. A translation may come while the page is being read,
 * and what that reading gives is thrown away: it is neither the page's words nor all of the translation's.
 */
import type { ReadArticle } from './read-article.ts';

type TimedArticle = ReadArticle & { readonly workMs: number };

export interface Reading {
  /** With the ms of this tab's time that it took. */
  readonly read: TimedArticle;
  readonly isTranslated: boolean;
}

/** What was read before where the page has been translated since; else the page, read now. */
export async function readUnlessTranslated(
  before: ReadArticle | undefined,
  isTranslated: () => boolean,
  readNow: () => Promise<TimedArticle>,
): Promise<Reading> {
  if (before && isTranslated()) return { read: { ...before, workMs: 0 }, isTranslated: true };
  const read = await readNow();
  return before && isTranslated() ? { read: { ...before, workMs: read.workMs }, isTranslated: true } : { read, isTranslated: false };
}
