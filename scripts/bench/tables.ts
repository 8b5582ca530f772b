/** Results as Markdown tables, each target beside what was measured. */
import type { AnchorResult } from './anchor.ts';
import type { MetadataRow } from './metadata.ts';
import type { LifeResult } from './page-life.ts';
import type { PageScope } from './scope.ts';
import type { SidebarResult } from './sidebar.ts';
import { percentile, type SpeedOfPage } from './speed.ts';

const WORST = 10;

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  // As the formatter writes it, so that the report is clean as it comes.
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

const percent = (part: number, whole: number, digits = 2) => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(digits)} %`);
const ms = (value: number) => value.toFixed(3);

/** Recall and precision, and the pages on which they are worst. */
export function scopeTables(results: readonly PageScope[]): string {
  const sum = (of: (result: PageScope) => number) => results.reduce((total, result) => total + of(result), 0);
  const mean = (of: (result: PageScope) => number) => percent(sum(of), results.length);
  const worst = [...results].sort((a, b) => a.recall + a.precision - b.recall - b.precision).slice(0, WORST);
  const summary = table(
    ['', 'all pages together', 'mean of pages', 'letter for letter', 'target'],
    [
      [
        'recall',
        percent(
          sum(({ found }) => found),
          sum(({ expected }) => expected),
        ),
        mean(({ recall }) => recall),
        percent(
          sum(({ whole }) => whole),
          sum(({ expected }) => expected),
        ),
        '≥ 98 %',
      ],
      [
        'precision',
        percent(
          sum(({ right }) => right),
          sum(({ kept }) => kept),
        ),
        mean(({ precision }) => precision),
        percent(
          sum(({ rightWhole }) => rightWhole),
          sum(({ kept }) => kept),
        ),
        '≥ 95 %',
      ],
    ],
  );
  const pages = table(
    ['worst pages', 'found', 'right'],
    worst.map(({ name, found, expected, right, kept }) => [name, `${found} of ${expected}`, `${right} of ${kept}`]),
  );
  return `${results.length} pages.\n\n${summary}\n\n${pages}`;
}

/** Agreement with a reader mode, field by field. */
export function metadataTable(rows: readonly MetadataRow[]): string {
  return table(
    ['field', 'said by a reader mode', 'the same', 'read by us', 'pages that differ'],
    rows.map(({ field, expected, same, read, different }) => [field, expected, same, read, different.slice(0, 8).join(', ')]),
  );
}

/** Round trips, and each kind of change. */
export function anchorTables({ ranges, sameText, sameNodes, drift }: AnchorResult): string {
  const trips = table(
    ['round trips', 'share', 'target'],
    [
      [`the same text, of ${ranges} ranges`, percent(sameText, ranges), '≥ 99.9 %'],
      ['the same text nodes', percent(sameNodes, ranges), '≥ 99.5 %'],
    ],
  );
  const sum = (of: 'cases' | 'right' | 'orphans' | 'inexact' | 'wrong') => drift.reduce((total, row) => total + row[of], 0);
  const cases = sum('cases');
  const changes = table(
    ['change', 'cases', 'right', 'orphan', 'inexact', 'wrong place'],
    [
      ...drift.map(({ edit, cases: of, right, orphans, inexact, wrong }) => [
        edit,
        of,
        percent(right, of),
        percent(orphans, of),
        percent(inexact, of),
        percent(wrong, of, 3),
      ]),
      ['**all**', cases, percent(sum('right'), cases), percent(sum('orphans'), cases), percent(sum('inexact'), cases), percent(sum('wrong'), cases, 3)],
      ['target', '', '≥ 97 %', '', '', '≤ 0.05 %'],
    ],
  );
  return `${trips}\n\n${changes}`;
}

/** Each time beside its yardstick. */
export function speedTable(results: readonly SpeedOfPage[]): string {
  const row = (what: string, ours: (page: SpeedOfPage) => number, yardstick: (page: SpeedOfPage) => number, name: string, target: string) => {
    const ratios = results.filter((page) => yardstick(page) > 0).map((page) => ours(page) / yardstick(page));
    const [p50, p90] = [0.5, 0.9].map((share) => percentile(results.map(ours), share));
    return [what, ms(p50 ?? 0), ms(p90 ?? 0), name, ms(percentile(results.map(yardstick), 0.5)), percentile(ratios, 0.5).toFixed(3), target];
  };
  return table(
    ['work', 'p50 ms', 'p90 ms', 'yardstick', 'its p50 ms', 'median ratio', 'target'],
    [
      row(
        'gate',
        ({ gate }) => gate,
        ({ walk }) => walk,
        'TreeWalker over all text',
        '≤ 2',
      ),
      row(
        'read + anchor + paint',
        ({ readAnchorPaint }) => readAnchorPaint,
        ({ readability }) => readability,
        'Readability: clone and parse',
        '≤ 1.5',
      ),
      row(
        '20 phrases found and painted',
        ({ paintPhrases }) => paintPhrases,
        ({ markJs }) => markJs,
        'mark.js',
        '≤ 0.05',
      ),
      row(
        'read',
        ({ read }) => read,
        ({ readability }) => readability,
        'Readability: clone and parse',
        '',
      ),
      row(
        'anchor 20 statements',
        ({ anchor }) => anchor,
        ({ readability }) => readability,
        'Readability: clone and parse',
        '',
      ),
    ],
  );
}

/** Long tasks and memory. */
export function lifeTable({ words, marks, longestTask, longestTaskWithout, routes, heapBefore, heapAfter }: LifeResult): string {
  const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(2);
  const task = (value: number) => (value === 0 ? 'none over 50' : value.toFixed(0));
  return table(
    ['with the built extension', 'measured', 'yardstick', 'target'],
    [
      [
        `longest task on a page of ${words} words, ${marks} marked ranges, ms`,
        task(longestTask),
        `${task(longestTaskWithout)} on the like page without marks`,
        '≤ 50',
      ],
      [`heap after ${routes} routes, MB more than before`, megabytes(heapAfter - heapBefore), `${megabytes(heapBefore)} before`, '≤ 2'],
    ],
  );
}

/** Each view, search and scrolling beside a bare page. */
export function sidebarTable({ articles, statements, rows }: SidebarResult): string {
  const number = new Intl.NumberFormat('en');
  return `${number.format(articles)} articles, ${number.format(statements)} statements.\n\n${table(
    ['milliseconds', 'median', 'worst', 'yardstick', 'its median', 'target'],
    rows.map(({ what, median, worst, yardstick, yardstickMedian, target }) => [
      what,
      median.toFixed(0),
      worst.toFixed(0),
      yardstick,
      yardstickMedian.toFixed(0),
      `≤ ${target}`,
    ]),
  )}`;
}
