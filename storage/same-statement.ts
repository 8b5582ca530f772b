/**
 * The same statement in several articles as one: repeated verbatim, trimmed or paraphrased, in order of appearance, with copies of
 * a news agency known as such. Pure.
 */
import { type PreciseDate, preciseDate } from '../model/date.ts';
import { outletOf } from '../model/library.ts';
import { comparable } from '../model/quote.ts';
import type { StoredArticle, StoredStatement } from '../model/records.ts';
import { searchWords } from './word-index.ts';

/** How a later one repeats the first. */
export type Likeness = 'first' | 'verbatim' | 'trimmed' | 'paraphrased';

export interface Appearance {
  readonly statement: StoredStatement;
  readonly outlet: string;
  readonly title: string;
  readonly url: string;
  /** When the article was published, else when it was first read. */
  readonly date: PreciseDate | undefined;
  readonly likeness: Likeness;
  /** The news agency whose copy the article is, where its outlet or byline says so. */
  readonly wire?: string;
}

/** One statement, with every article that carries it; the first to appear comes first. */
export type SameStatement = readonly Appearance[];

const WIRES = /\b(Reuters|Associated Press|AP|Agence France-Presse|AFP|Bloomberg|Press Trust of India|PTI|IANS|ANI|UPI|dpa|EFE|ANSA|Xinhua)\b/;

/** Others call themselves by what they are. */
const AGENCY = /(?:\p{Lu}[\p{L}’'-]* )+(?:News Agency|Press Agency|Newswire|Wire Service)\b/u;

/** The news agency named in an article's outlet or byline. */
export function wireOf({ outlet = '', byline = '' }: Pick<StoredArticle, 'outlet' | 'byline'>): string | undefined {
  const named = `${outlet}\n${byline}`;
  return WIRES.exec(named)?.[1] ?? AGENCY.exec(named)?.[0];
}

const COMMON = new Set(
  'a an and are as at be been but by did do does for from had has have he her his if in into is it its not of on or our she so than that the their them there these they this to was we were what which who will with would'.split(
    ' ',
  ),
);
/** Shared content words over all content words, from which on two statements are taken for one. */
const PARAPHRASE = 0.6;
/** Fewer content words say too little to be told apart. */
const LEAST_WORDS = 4;

interface Wording {
  readonly plain: string;
  readonly words: ReadonlySet<string>;
  readonly negations: number;
  readonly statements: StoredStatement[];
}

/** The statements grouped, the most repeated first, then the latest. Articles that are not given are left out. */
export function groupSame(statements: readonly StoredStatement[], articles: ReadonlyMap<string, StoredArticle>): SameStatement[] {
  const wordings = new Map<string, Wording>();
  for (const statement of statements) {
    if (!articles.has(statement.articleId)) continue;
    const words = searchWords(statement.words);
    const key = [speakerOf(statement), statement.kind, words.join(' ')].join('|');
    const known = wordings.get(key);
    if (known) known.statements.push(statement);
    else {
      const negations = comparable(statement.words).match(/\b(?:not|no|never|neither|nor|denie[sd]|deny)\b|n't\b/g)?.length ?? 0;
      wordings.set(key, { plain: words.join(' '), words: new Set(words.filter((word) => !COMMON.has(word))), negations, statements: [statement] });
    }
  }
  return clusters([...wordings.values()])
    .map((cluster) => appearances(cluster, articles))
    .sort((a, b) => b.length - a.length || dateOf(b).localeCompare(dateOf(a)));
}

function dateOf([first]: SameStatement): string {
  return first?.date?.iso ?? '';
}

function speakerOf({ speaker }: StoredStatement): string {
  return speaker.status === 'actor' ? speaker.actorId : speaker.status === 'named' ? speaker.name : '';
}

/** Wordings that say the same, together. Only those that share a seldom word are compared, so that time stays near linear. */
function clusters(wordings: readonly Wording[]): Wording[][] {
  const frequency = new Map<string, number>();
  for (const { words } of wordings) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const parent = wordings.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  const bySeldom = new Map<string, number[]>();
  wordings.forEach((wording, at) => {
    if (wording.words.size < LEAST_WORDS) return;
    const seldom = [...wording.words].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0));
    // Statements that share 60 % of their words share one of the more seldom half.
    for (const word of seldom.slice(0, Math.ceil(seldom.length * (1 - PARAPHRASE)) + 1)) {
      const others = bySeldom.get(word) ?? [];
      for (const other of others.slice(-60)) if (rootOf(other) !== rootOf(at) && isSame(wordings[other], wording)) parent[rootOf(at)] = rootOf(other);
      others.push(at);
      bySeldom.set(word, others);
    }
  });
  return [...Map.groupBy(wordings, (_, at) => rootOf(at)).values()];
}

function isSame(a: Wording | undefined, b: Wording): boolean {
  const [first, second] = [a?.statements[0], b.statements[0]];
  if (!a || !first || !second || first.kind !== second.kind || speakerOf(first) !== speakerOf(second)) return false;
  // "It does operate Pegasus" is not another wording of "it does not".
  if (a.negations % 2 !== b.negations % 2) return false;
  return isTrimmed(a, b) || shared(a.words, b.words) >= PARAPHRASE;
}

function isTrimmed(a: Wording, b: Wording): boolean {
  const [short, long] = a.plain.length < b.plain.length ? [a, b] : [b, a];
  return short.words.size >= LEAST_WORDS && ` ${long.plain} `.includes(` ${short.plain} `);
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both);
}

function appearances(cluster: readonly Wording[], articles: ReadonlyMap<string, StoredArticle>): SameStatement {
  const all = cluster
    .flatMap((wording) => wording.statements.map((statement) => ({ wording, statement, article: articles.get(statement.articleId) as StoredArticle })))
    .map((each) => ({ ...each, date: each.article.published ?? preciseDate(new Date(each.article.firstReadAt).toISOString()) }))
    .sort((a, b) => (a.date?.iso ?? '').localeCompare(b.date?.iso ?? '') || a.article.firstReadAt - b.article.firstReadAt);
  const first = all[0]?.wording;
  return all.map(({ wording, statement, article, date }, at): Appearance => {
    const likeness = at === 0 ? 'first' : wording === first ? 'verbatim' : first && isTrimmed(first, wording) ? 'trimmed' : 'paraphrased';
    const wire = wireOf(article);
    return { statement, outlet: outletOf(article), title: article.title, url: article.url, date, likeness, ...(wire ? { wire } : {}) };
  });
}
