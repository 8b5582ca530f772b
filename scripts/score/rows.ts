/** Rows of a table of figures, and the table as Markdown, with its columns lined up as the formatter wants them. */

export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly least: string;
  readonly stretch: string;
}

export function tableOf(rows: readonly Row[]): string {
  const lines = [['what', 'measured', 'at least', 'stretch'], ...rows.map(({ what, measured, least, stretch }) => [what, measured, least, stretch])];
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const lineOf = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [lineOf(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(lineOf)].join('\n');
}
