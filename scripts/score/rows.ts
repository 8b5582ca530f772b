/** Rows of a table of figures, and tables as Markdown, with their columns lined up as the formatter wants them. */

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly least: string;
  readonly stretch: string;
}

/** How the rows begin that the README shows. */
const HEADLINES = [
  'own held-out, relation precision',
  'own held-out, relation recall: core',
  'PolNeAR dev, relation F1',
  'kind right',
  'speaker right',
  'statements given to the wrong side',
  'denials',
  'recogniser',
] as const;

/** All figures beside what they are to reach. */
export function tableOf(rows: readonly Row[]): string {
  return laidOut([['what', 'measured', 'at least', 'stretch'], ...rows.map(({ what, measured, least, stretch }) => [what, measured, least, stretch])]);
}

/** The README's table. */
export function headlinesOf(rows: readonly Row[]): string {
  const shown = rows.filter(({ what }) => HEADLINES.some((beginning) => what.startsWith(beginning)));
  return laidOut([['what', 'measured'], ...shown.map(({ what, measured }) => [what, measured])]);
}

/** A page with a table in the place that it keeps for one. */
export function withTable(page: string, table: string): string {
  return page.replace(/(<!-- figures -->\n)[\s\S]*(<!-- end of figures -->)/, (_, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
}

function laidOut(lines: readonly (readonly string[])[]): string {
  const [head = [], ...body] = lines;
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const lineOf = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [lineOf(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(lineOf)].join('\n');
}
