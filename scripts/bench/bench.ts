/**
 * `npm run bench [-- scope|metadata|anchor|speed|life|cases|sidebar …]`: measures Allegedly in an installed browser, each figure beside its
 * yardstick in the same run, and writes the tables of docs/BENCHMARKS.md. Without a word, everything.
 * `--brief` measures a little of it and writes nothing. The saved pages lie beside the project; where they do not, what needs them is skipped and its table stays.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBrief, words as wanted } from '../brief.ts';
import { measureAnchoring } from './anchor.ts';
import { measureCases } from './cases.ts';
import { casesTable } from './cases-table.ts';
import { measureMetadata } from './metadata.ts';
import { hasBuiltExtension, measurePageLife } from './page-life.ts';
import { hasSavedPages } from './saved-pages.ts';
import { measureScope } from './scope.ts';
import { measureSidebar } from './sidebar.ts';
import { measureSpeed } from './speed.ts';
import { anchorTables, lifeTable, metadataTable, scopeTables, sidebarTable, speedTable } from './tables.ts';

const REPORT = join(import.meta.dirname, '../../docs/BENCHMARKS.md');
const STATEMENTS_A_PAGE = 20;

interface Section {
  readonly isPossible: boolean;
  readonly otherwise: string;
  readonly measure: () => Promise<string>;
}

const built = { isPossible: hasBuiltExtension, otherwise: 'build the extension first: npx wxt build --mode granted' };
const pages = { isPossible: hasSavedPages, otherwise: 'the saved pages are not there' };
const SECTIONS: Readonly<Record<string, Section>> = {
  scope: { ...pages, measure: async () => scopeTables(await measureScope()) },
  metadata: { ...pages, measure: async () => metadataTable(await measureMetadata()) },
  anchor: { ...pages, measure: async () => anchorTables(await measureAnchoring(STATEMENTS_A_PAGE)) },
  speed: { ...pages, measure: async () => speedTable(await measureSpeed()) },
  life: { ...built, measure: async () => lifeTable(await measurePageLife()) },
  sidebar: { ...built, measure: async () => sidebarTable(await measureSidebar()) },
  cases: { isPossible: true, otherwise: '', measure: async () => casesTable(await measureCases()) },
};

/** Puts a section's tables between its two marks in the report. */
function write(name: string, tables: string): void {
  const report = readFileSync(REPORT, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [report.indexOf(begin), report.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/BENCHMARKS.md has no place for ${name}: ${begin} … ${end}.`);
  writeFileSync(REPORT, `${report.slice(0, from + begin.length)}\n\n${tables.trim()}\n\n${report.slice(to)}`);
}

const unknown = wanted.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  console.error(`There is no benchmark called ${unknown.join(', ')}. There are: ${Object.keys(SECTIONS).join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const [name, { isPossible, otherwise, measure }] of Object.entries(SECTIONS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (!isPossible) {
      console.log(`${name}: skipped, ${otherwise}.`);
      continue;
    }
    const tables = await measure();
    console.log(`\n## ${name}\n\n${tables}`);
    if (!isBrief) write(name, tables);
  }
}
