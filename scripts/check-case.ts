/**
 * `npm run check-case [folder …]`: checks case files and prints what is wrong with line, column and remedy, or what they hold.
 * `--write-schema` writes the JSON Schemas anew. Leaves with 1 where anything is wrong.
 */
import { writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import { type CaseSummary, summarise } from '../cases/case-summary.ts';
import { caseJsonSchemas } from '../cases/json-schemas.ts';
import { CASES_FOLDER, caseFolders } from './case-files.ts';
import { checkCaseFolder, type LocatedProblem } from './located-problems.ts';

/** A record older than this may miss orders; a warning, since nothing may have happened. */
const STALE_AFTER_DAYS = 90;

/** A JSON Schema as the text of its file. */
export function schemaText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** One problem as editors and terminals link it: `file:line:column`, what is wrong, what to do. */
export function problemLine({ file, line, column, message, remedy }: LocatedProblem): string {
  return `${relative(process.cwd(), file) || file}:${line}:${column}  ${message}\n    → ${remedy}`;
}

/** The case in a table of two columns. */
export function summaryTable(name: string, summary: CaseSummary): string {
  const share = summary.citations === 0 ? 0 : Math.round((100 * summary.courtPapers) / summary.citations);
  const rows: [string, string][] = [
    ['actors', String(summary.actors)],
    ['events', String(summary.events)],
    ...summary.eventsByKind.map(({ kind, count }): [string, string] => [`  ${kind}`, String(count)]),
    ['disputes', `${summary.disputes} (${summary.positions} positions)`],
    ['cited addresses', String(summary.citations)],
    ['  court papers', `${summary.courtPapers} (${share} %)`],
    ['record complete to', summary.recordCompleteTo],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [name, ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`)].join('\n');
}

/** What to tell of an old record; undefined for a fresh one. */
export function staleness({ ageInDays, recordCompleteTo }: CaseSummary): string | undefined {
  if (ageInDays <= STALE_AFTER_DAYS) return undefined;
  return `The record is complete to ${recordCompleteTo}, ${ageInDays} days ago: look for later orders, then move "recordCompleteTo".`;
}

function checkFolder(folder: string, now: number): number {
  const result = checkCaseFolder(folder, now);
  const warn = (text: string) => console.warn(styleText('yellow', text));
  for (const problem of result.problems) console.error(problemLine(problem));
  for (const problem of result.warnings) warn(problemLine({ ...problem, message: `warning: ${problem.message}` }));
  if (!('caseFile' in result)) return result.problems.length;
  const summary = summarise(result.caseFile, now);
  console.log(summaryTable(result.caseFile.name, summary));
  const old = staleness(summary);
  if (old !== undefined) warn(`  Warning: ${old}`);
  return 0;
}

function main(args: readonly string[]): void {
  if (args.includes('--write-schema')) {
    for (const [name, schema] of Object.entries(caseJsonSchemas())) writeFileSync(join(CASES_FOLDER, name), schemaText(schema));
  }
  const named = args.filter((arg) => !arg.startsWith('--')).map((arg) => resolve(arg));
  const folders = named.length > 0 ? named : caseFolders();
  if (folders.length === 0) console.error(`There is no case in ${CASES_FOLDER}.`);
  const problems = folders.reduce((sum, folder) => sum + checkFolder(folder, Date.now()), 0);
  if (problems > 0) console.error(`${problems} ${problems === 1 ? 'problem' : 'problems'}.`);
  process.exitCode = problems > 0 || folders.length === 0 ? 1 : 0;
}

if (import.meta.main) main(process.argv.slice(2));
