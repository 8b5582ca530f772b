/**
 * What can be wrong with the store as a whole, told from the errors that the browser and Dexie throw. Knows nothing of how a reader is
 * told.
 */
import type { StoreTrouble } from '../model/store-state.ts';

/** The store was made by a newer version of the extension. Nothing of it is touched. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError';

  constructor() {
    super('This store was made by a newer version of the extension.');
  }
}

/** A second connection keeps the store from being brought up to date. */
export class BlockedStoreError extends Error {
  override readonly name = 'BlockedStoreError';

  constructor() {
    super('Another page of the extension keeps the store from being brought up to date.');
  }
}

/** What was to be changed has been deleted, or is another one since the article was read anew. */
export class GoneError extends Error {
  override readonly name = 'GoneError';

  readonly what: 'article' | 'statement';

  constructor(what: 'article' | 'statement') {
    super(`This ${what} is no longer stored.`);
    this.what = what;
  }
}

/** Errors that say that the store itself cannot be used, whatever was asked of it. */
const UNUSABLE = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'OpenFailedError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
  'UpgradeError',
  'NotReadableError',
  'DataError',
]);

/** What an error says of the store; undefined for an error that is about something else ("this article is no longer stored"). */
export function troubleOf(error: unknown): StoreTrouble | undefined {
  const names = new Set([...causes(error)].map(({ name }) => name));
  if (names.has('QuotaExceededError')) return 'full';
  if (names.has('NewerStoreError') || names.has('VersionError')) return 'newer';
  if (names.has('BlockedStoreError')) return 'blocked';
  return [...names].some((name) => UNUSABLE.has(name)) ? 'unavailable' : undefined;
}

/** Whether the same may succeed when it is tried again: the connection was closed, or what was going on broken off. */
export function isPassing(error: unknown): boolean {
  if (troubleOf(error) === 'full' || troubleOf(error) === 'newer') return false;
  return [...causes(error)].some(({ name }) => ['DatabaseClosedError', 'AbortError', 'InvalidStateError', 'PrematureCommitError'].includes(name));
}

/** The error and what it wraps: Dexie puts the browser's error within its own, sometimes twice. */
function* causes(error: unknown, depth = 0): Generator<Error> {
  if (depth > 5 || typeof error !== 'object' || error === null) return;
  if (error instanceof Error || (typeof DOMException !== 'undefined' && error instanceof DOMException)) yield error as Error;
  const { inner, cause, failures, failuresByPos } = error as Record<string, unknown>;
  for (const each of [inner, cause, ...Object.values({ ...(failures as object), ...(failuresByPos as object) }).slice(0, 3)]) yield* causes(each, depth + 1);
}
