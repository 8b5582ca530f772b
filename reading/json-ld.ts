/**
 * What a page tells search engines about its article (schema.org in JSON-LD): lists, graphs and references followed, and the small
 * mistakes that publishers make in their JSON forgiven. Never runs or changes anything.
 */

export type Json = Readonly<Record<string, unknown>>;

const ARTICLE_TYPES = /^(?:\w*NewsArticle|Article|Report|\w*BlogPosting|SocialMediaPosting|TechArticle|ScholarlyArticle)$/;
/** Where an article may stand within another thing. */
const HOLDERS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement', 'item'] as const;
const MAX_NODES = 2_000;
const MAX_DEPTH = 6;
/** A long live blog describes itself in a million UTF-16 code units; what is longer than this is left alone. */
const LONGEST = 3_000_000;

export interface JsonLd {
  /** The article of this page, if one is described. */
  readonly article: Json | undefined;
  /** It is a live blog. */
  readonly isLive: boolean;
  /** A value, or what it refers to by `@id`. */
  readonly resolve: (value: unknown) => unknown;
}

/** Reads all of a page's scripts. Of several articles the one that names this page or its title is meant, else the first. */
export function readJsonLd(document: Document, url: string): JsonLd {
  const nodes: Json[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) gather(parsed(script.textContent ?? ''), nodes, 0);
  const byId = new Map(nodes.filter((node) => Object.keys(node).length > 1).map((node) => [textOf(node['@id']), node]));
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPES.test(type)));
  const title = document.title.toLowerCase();
  const names = (node: Json) => [node['url'], node['@id'], idOf(node['mainEntityOfPage'])].some((value) => textOf(value)?.replace(/[?#].*$/s, '') === url);
  const isTitled = (node: Json) => title.includes((textOf(node['headline']) ?? '\n').toLowerCase());
  const article = articles.find(names) ?? articles.find(isTitled) ?? articles[0];
  return {
    article,
    isLive: article !== undefined && typesOf(article).includes('LiveBlogPosting'),
    resolve: (value) => (isObject(value) && Object.keys(value).length === 1 && textOf(value['@id']) ? (byId.get(textOf(value['@id'])) ?? value) : value),
  };
}

function gather(value: unknown, nodes: Json[], depth: number): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
  if (Array.isArray(value)) {
    for (const each of value) gather(each, nodes, depth + 1);
  } else if (isObject(value)) {
    nodes.push(value);
    for (const holder of HOLDERS) gather(value[holder], nodes, depth + 1);
    for (const person of ['author', 'publisher']) if (isObject(value[person])) nodes.push(value[person]);
  }
}

/** The script's JSON; undefined where it is broken beyond what is often met: comments around it, bare control characters, a last comma. */
function parsed(source: string): unknown {
  if (source.length > LONGEST) return undefined;
  // White space is trimmed, not matched: looked for before an end that is none it would be looked through again from each of its signs.
  const bare = source
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/;$/, '')
    .trimEnd()
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)$/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the mistake that is looked for.
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or none.
    }
  }
  return undefined;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: Json): string[] {
  return [node['@type']].flat().filter((type) => typeof type === 'string');
}

function idOf(value: unknown): unknown {
  return isObject(value) ? value['@id'] : value;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A text of JSON-LD; entities of HTML, which have no business there, are read as what they stand for. */
export function jsonText(value: unknown): string | undefined {
  return textOf(Array.isArray(value) ? value[0] : value)?.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|quot|apos|lt|gt|nbsp));/gi, (whole, decimal, hex, name) => {
    if (name) return { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' }[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
