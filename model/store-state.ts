/** What a reader is told of the store: its troubles, what it holds, what a deletion takes, and whether a backup is due. */

/**
 * What is wrong with the store: no room, a connection that keeps it from being brought up to date, made by a newer version of the
 * extension, or not to be opened at all.
 */
export const STORE_TROUBLES = ['full', 'blocked', 'newer', 'unavailable'] as const;
export type StoreTrouble = (typeof STORE_TROUBLES)[number];

/** Numbers of records; an article read at several addresses counts once for each. */
export interface StoredCounts {
  readonly articles: number;
  readonly statements: number;
  readonly corrections: number;
  readonly notes: number;
}

/** What is to be forgotten: an article with its copies elsewhere, what was read on a site, or everything. */
export type Deletion =
  | { readonly scope: 'article'; readonly articleId: string }
  | { readonly scope: 'site' /** Host as in `SiteUsage.site`. */; readonly site: string }
  | { readonly scope: 'all' };

export interface SiteUsage extends StoredCounts {
  /** The host without "www." and the like, with its port where it has one. */
  readonly site: string;
  /** Size of its records as JSON in UTF-8, near enough to what they take. */
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly lastReadAt: number;
}

export interface StoreUsage extends StoredCounts {
  /** The largest first. */
  readonly sites: readonly SiteUsage[];
  /** Of all records, as JSON. */
  readonly bytes: number;
  /** What the browser counts for the extension and what it allows, in bytes; undefined where it does not say. */
  readonly used: number | undefined;
  readonly quota: number | undefined;
  /** Whether the browser has promised not to clear the store by itself; undefined where it does not say. */
  readonly isPersisted: boolean | undefined;
  /** Records that could not be read and were put aside. */
  readonly oddities: number;
}

export interface BackupState {
  /** Milliseconds since 1970; undefined where there was none, or where the clock has been put back behind it. */
  readonly lastAt: number | undefined;
  /** What the reader has made since then. */
  readonly corrections: number;
  readonly notes: number;
  /** Whether the reader should be reminded: quietly, and not soon again after "later". */
  readonly isDue: boolean;
}
