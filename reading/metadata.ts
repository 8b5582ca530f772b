/**
 * What a page says of itself: outlet, byline, dates, its canonical address, its language. Each from the place that is most
 * to be trusted: JSON-LD, then meta elements, then what is visible. Never changes the page.
 */
import { type PreciseDate, preciseDate } from '../model/date.ts';

export interface Metadata {
  readonly title: string;
  readonly description?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly published?: PreciseDate;
  readonly modified?: PreciseDate;
  readonly canonicalUrl?: string;
  readonly language?: string;
}

const ARTICLE_TYPES =
  /^(?:News|Report|Analysis|Opinion|Background|Review|LiveBlog)?(?:Article|Posting|NewsArticle)$|^(?:BlogPosting|LiveBlogPosting|SocialMediaPosting)$/;

export function readMetadata(document: Document): Metadata {
  const article = jsonLdArticle(document);
  const meta = (...names: string[]) => metaContent(document, names);
  const title = firstText(text(article?.['headline']), meta('og:title', 'twitter:title', 'dc.title'), document.title) ?? '';
  const published = firstDate(
    text(article?.['datePublished']),
    meta('article:published_time', 'date', 'dc.date', 'pubdate', 'publishdate', 'parsely-pub-date', 'sailthru.date'),
    timeElement(document),
  );
  const modified = firstDate(text(article?.['dateModified']), meta('article:modified_time', 'og:updated_time', 'lastmod'));
  return defined({
    title,
    description: firstText(meta('og:description', 'description', 'twitter:description'), text(article?.['description'])),
    outlet: firstText(nameOf(article?.['publisher']), meta('og:site_name', 'application-name')),
    byline: firstText(namesOf(article?.['author']), meta('author', 'article:author', 'byl', 'parsely-author'), bylineElement(document))?.replace(/^by\s+/i, ''),
    published,
    modified,
    canonicalUrl: trustedCanonical(document),
    language: firstText(document.documentElement.lang, meta('og:locale'))?.replace('_', '-'),
  });
}

/** The page's own canonical address, unless it is empty, a bare front page, or another site's. */
function trustedCanonical(document: Document): string | undefined {
  const href = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href')?.trim();
  const page = URL.parse(document.baseURI);
  const canonical = href && page ? URL.parse(href, page.href) : null;
  if (!canonical || !page || !/^https?:$/.test(canonical.protocol)) return undefined;
  if (canonical.pathname === '/' && canonical.search === '') return undefined;
  return siteName(canonical.hostname) === siteName(page.hostname) ? canonical.href : undefined;
}

/** The part of a host name that its subdomains share, near enough: the last two labels, three where the second is short ("co.uk"). */
function siteName(host: string): string {
  const labels = host.split('.');
  const isCountryPair = labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3;
  return labels.slice(isCountryPair ? -3 : -2).join('.');
}

type Json = Record<string, unknown>;

function jsonLdArticle(document: Document): Json | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = parsed(script.textContent ?? '').find((node) => types(node).some((type) => ARTICLE_TYPES.test(type)));
    if (found) return found;
  }
  return undefined;
}

/** All nodes of a JSON-LD script: the graph's, or the list's, or the one. Publishers' broken JSON counts as none. */
function parsed(source: string): Json[] {
  try {
    const json: unknown = JSON.parse(source);
    const nodes = (Array.isArray(json) ? json : [json]).filter(isObject);
    return nodes.flatMap((node) => (Array.isArray(node['@graph']) ? node['@graph'].filter(isObject) : [node]));
  } catch {
    return [];
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function types(node: Json): string[] {
  return [node['@type']].flat().filter((type) => typeof type === 'string');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return nameOf(value[0]);
  return isObject(value) ? text(value['name']) : text(value);
}

function namesOf(value: unknown): string | undefined {
  const names = [value]
    .flat()
    .map(nameOf)
    .filter((name) => name !== undefined);
  return names.length > 0 ? names.join(', ') : undefined;
}

function metaContent(document: Document, names: readonly string[]): string | undefined {
  for (const name of names) {
    const element = document.querySelector(`meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`);
    const content = element?.getAttribute('content')?.trim();
    if (content) return content;
  }
  return undefined;
}

function timeElement(document: Document): string | undefined {
  const time = document.querySelector('article time[datetime], [itemprop="datePublished"][datetime], main time[datetime], header time[datetime]');
  return time?.getAttribute('datetime') ?? document.querySelector('[itemprop="datePublished"]')?.getAttribute('content') ?? undefined;
}

function bylineElement(document: Document): string | undefined {
  const element = document.querySelector('[rel="author"], [itemprop="author"], [class*="byline" i]');
  const words = element?.textContent?.replace(/\s+/g, ' ').trim();
  return words && words.length < 100 ? words : undefined;
}

/** The first that says something; an address of an author's page is no name. */
function firstText(...values: (string | undefined)[]): string | undefined {
  return values.map((value) => value?.replace(/\s+/g, ' ').trim()).find((value) => value && !/^https?:/.test(value));
}

function firstDate(...values: (string | undefined)[]): PreciseDate | undefined {
  for (const value of values) {
    const date = value === undefined ? undefined : preciseDate(value);
    if (date) return date;
  }
  return undefined;
}

function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
