/** Statements as CSV (RFC 4180) and as Markdown. Pure. */
import { csvFormatRow } from 'd3-dsv';
import { outletOf } from '../../model/library.ts';
import { type StoredArticle, type StoredStatement, sideOf } from '../../model/records.ts';
import { textFragmentUrl } from '../../model/text-fragment.ts';
import type { Annotated } from './web-annotation.ts';

/** The columns, in an order that does not change; new ones are added at the end. */
export const CSV_COLUMNS = [
  'outlet',
  'published',
  'title',
  'url',
  'kind',
  'speaker',
  'side',
  'words',
  'quote_type',
  'cue',
  'channel',
  'made_on',
  'dispute',
  'event',
  'confidence',
  'corrected',
  'link',
  'note',
] as const;

/** A line for each statement, the first line the columns' names; lines end as RFC 4180 says. */
export function toCsv({ articles, statements, notes }: Annotated): string {
  const noteOf = new Map(notes.map(({ id, text }) => [id, text]));
  const byId = new Map(articles.map((article) => [article.id, article]));
  const rows = statements.flatMap((statement) => {
    const article = byId.get(statement.articleId);
    return article ? [csvRow(article, statement, noteOf.get(statement.key) ?? '')] : [];
  });
  return [[...CSV_COLUMNS], ...rows].map((row) => `${csvFormatRow(row.map(harmless))}\r\n`).join('');
}

function csvRow(article: StoredArticle, statement: StoredStatement, note: string): string[] {
  const { kind, speaker, words, quoteType, cueWords, channel = '', madeOn, disputeId = '', eventId = '', confidence, isCorrected } = statement;
  return [
    outletOf(article),
    article.published?.iso ?? '',
    article.title,
    article.url,
    kind,
    speaker.status === 'unresolved' ? '' : speaker.name,
    speaker.status === 'unresolved' ? '' : sideOf(statement),
    words,
    quoteType,
    cueWords,
    channel,
    madeOn?.iso ?? '',
    disputeId,
    eventId,
    confidence.toFixed(2),
    isCorrected ? 'yes' : '',
    textFragmentUrl(article.url, statement),
    note,
  ];
}

/** A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it text. */
function harmless(cell: string): string {
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
}

/** The articles, the latest first, with their statements as quotations and the reader's notes. */
export function toMarkdown({ articles, statements, notes }: Annotated, title: string): string {
  const byArticle = Map.groupBy(statements, ({ articleId }) => articleId);
  const noteOf = new Map(notes.map((note) => [note.id, note.text]));
  const parts = articles
    .toSorted((a, b) => (b.published?.iso ?? '').localeCompare(a.published?.iso ?? ''))
    .map((article) => {
      const head = `## [${marked(article.title)}](<${address(article.url)}>)\n\n${[outletOf(article), article.published?.iso]
        .filter(Boolean)
        .map((part) => marked(String(part)))
        .join(', ')}\n`;
      const own = (byArticle.get(article.id) ?? []).map((statement) => {
        const speaker = statement.speaker.status === 'unresolved' ? 'unclear' : statement.speaker.name;
        const said = `- **${statement.kind}**, ${marked(speaker)}: ${marked(statement.words)} ([words](<${address(textFragmentUrl(article.url, statement))}>))`;
        return [said, ...quoted(noteOf.get(statement.key), '  ')].join('\n');
      });
      return [head, ...quoted(noteOf.get(article.id), '').map((line, at, all) => (at === all.length - 1 ? `${line}\n` : line)), ...own, ''].join('\n');
    });
  return [`# ${marked(title)}`, '', ...parts].join('\n');
}

/** A note as a quotation, line by line. */
function quoted(note: string | undefined, indent: string): string[] {
  return note === undefined ? [] : note.split('\n').map((line) => `${indent}> ${marked(line)}`);
}

/** Text without any meaning to Markdown or HTML. */
function marked(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : sign === '&' ? '&amp;' : `\\${sign}`));
}

/** An address within angle brackets; none that is not of the web. */
function address(url: string): string {
  return /^https?:/i.test(url) ? url.replace(/[<>\s]/g, encodeURIComponent) : '';
}
