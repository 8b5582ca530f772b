/**
 * The command line of the analysis, the same code as in the browser.
 *
 *   annotate FILE.html …            a table for people
 *   annotate --json FILE.html …     the analysis as JSON, one object a file
 *   annotate --jsonl [--all] < IN   a line {id, text, title?, date?, url?} in, a line {id, verdict, attributions} out
 *
 * Spans are UTF-16 offsets into the given text. `--all` gives every attribution that was found, whatever the verdict; without it only
 * the statements that a reader is shown. `--case ID` looks for one case; lines are of the corpus's case unless it says otherwise, since a
 * line's verdict names none. What is no good is named on standard error, the rest is done, and the exit code is 1.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { type Analysis, analyse } from '../analysis/analyse.ts';
import { loadTagger } from '../analysis/tagger/tagger.ts';
import { type Article, articleOfText, MAX_TEXT } from '../model/article.ts';
import type { Attribution } from '../model/attribution.ts';
import { preciseDate } from '../model/date.ts';
import { textOf } from '../model/span.ts';
import type { Speaker } from '../model/statement.ts';
import { readAllCaseFiles } from './case-files.ts';
import { CORPUS_CASE } from './corpus/read-corpus.ts';
import { readHtml } from './read-html.ts';

const USAGE = 'usage: annotate [--json] [--case ID] FILE.html …   or   annotate --jsonl [--all] [--case ID] < articles.jsonl';

const LineSchema = v.object({
  id: v.union([v.string('id must be a string or a number'), v.number()], 'id must be a string or a number'),
  text: v.pipe(v.string('text must be a string'), v.maxLength(MAX_TEXT, `text is longer than ${MAX_TEXT} characters`)),
  title: v.nullish(v.string('title must be a string')),
  date: v.nullish(v.string('date must be a string')),
  url: v.nullish(v.string('url must be a string')),
});

let cases = readAllCaseFiles();
const tagger = loadTagger(readFileSync(join(import.meta.dirname, '../public/tagger.bin')));
const annotated = (article: Article): Analysis => analyse(article, cases, tagger);

function complain(place: string, problem: string): void {
  process.stderr.write(`${place}: ${problem}\n`);
  process.exitCode = 1;
}

/** The name that a speaker goes by in output. */
function nameOf(speaker: Speaker): string {
  return speaker.status === 'unresolved' ? 'unresolved' : speaker.name;
}

type Scored = Pick<Attribution, 'sourceSpans' | 'cueSpans' | 'contentSpans' | 'confidence'> & { readonly kind: string | undefined; readonly speaker: Speaker };

function rowOf({ sourceSpans, cueSpans, contentSpans, kind, speaker, confidence }: Scored): object {
  return {
    source: sourceSpans,
    cue: cueSpans,
    content: contentSpans,
    ...(kind === undefined ? {} : { kind }),
    speaker: nameOf(speaker),
    side: speaker.status === 'unresolved' ? 'unresolved' : speaker.side,
    confidence: Math.round(confidence * 1000) / 1000,
  };
}

async function annotateLines(isAll: boolean): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const read = readLine(line.replace(/^\ufeff/, ''));
    if (typeof read === 'string') {
      complain(`line ${number}`, read);
      continue;
    }
    const { verdict, attributions, statements } = annotated(read.article);
    const rows: readonly Scored[] = isAll ? attributions : statements;
    await write(`${JSON.stringify({ id: read.id, verdict: verdict.status, attributions: rows.map(rowOf) })}\n`);
  }
}

/** The line's article, or what is wrong with the line. */
function readLine(line: string): { id: string | number; article: Article } | string {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch (error) {
    return `is not JSON: ${(error as Error).message}`;
  }
  const parsed = v.safeParse(LineSchema, raw);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    return path && issue.input === undefined ? `lacks “${path}”` : path ? issue.message : 'is not an object {id, text, title?, date?, url?}';
  }
  const { id, text, title, date, url } = parsed.output;
  const published = date ? preciseDate(date) : undefined;
  if (date && !published) return `date “${date}” is not YYYY, YYYY-MM or YYYY-MM-DD`;
  const firstLine = text.trimStart().split(/\r?\n/, 1)[0]?.trim() ?? '';
  const article = articleOfText(text, { title: title ?? (firstLine.length <= 200 ? firstLine : ''), url: url ?? '', ...(published ? { published } : {}) });
  return { id, article };
}

/** Writes to standard output and waits where whoever reads it is slow. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}

async function annotateFiles(files: readonly string[], isJson: boolean): Promise<void> {
  for (const file of files) {
    if (!existsSync(file)) {
      complain(file, 'there is no such file');
      continue;
    }
    try {
      const article = readHtml(readFileSync(file, 'utf8'));
      if (article.text === '') complain(file, 'no article was found in it');
      else
        await write(
          isJson
            ? `${JSON.stringify({ file, article: { ...article, blocks: undefined }, ...annotated(article) })}\n`
            : table(file, article, annotated(article)),
        );
    } catch (error) {
      complain(file, error instanceof Error ? error.message : String(error));
    }
  }
}

/** Kind, speaker, words and linked event, one statement a row. */
function table(file: string, { title, text }: Article, { verdict, statements }: Analysis): string {
  const caseFile = cases.find(({ id }) => id === verdict.caseId);
  const events = new Map(caseFile?.events.map((event) => [event.id, event]));
  const width = Math.max(60, (process.stdout.columns ?? 160) - 76);
  const cut = (words: string, length: number) => (words.length > length ? `${words.slice(0, length - 1)}…` : words.padEnd(length));
  const rows = statements.map(({ kind, speaker, contentSpans, cueSpans, eventId }) => {
    const event = eventId === undefined ? undefined : events.get(eventId);
    const words = textOf(text, contentSpans.length > 0 ? contentSpans : cueSpans).replace(/\s+/g, ' ');
    return `${kind.padEnd(12)} ${cut(nameOf(speaker), 20)} ${cut(words, width)} ${event ? `${event.date.iso} ${cut(event.title, 30)}` : ''}`.trimEnd();
  });
  const reasons = verdict.reasons.map(({ words, count, speaksFor }) => `${speaksFor ? '' : 'not: '}${words}${count > 1 ? ` ×${count}` : ''}`).join(', ');
  return `${[`${title} (${file})`, `${verdict.status}${verdict.status === 'about' && caseFile ? ` ${caseFile.name}` : ''}${reasons ? ` — ${reasons}` : ''}`, ...rows, ''].join('\n')}\n`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, all: { type: 'boolean' }, case: { type: 'string' } },
  });
  const caseId = values.case ?? (values.jsonl ? CORPUS_CASE : undefined);
  if (caseId !== undefined) cases = cases.filter(({ id }) => id === caseId);
  if (cases.length === 0) throw new Error(`there is no case "${caseId}"`);
  if (values.jsonl) return annotateLines(values.all ?? false);
  if (positionals.length === 0) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  return annotateFiles(positionals, values.json ?? false);
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 2;
}
