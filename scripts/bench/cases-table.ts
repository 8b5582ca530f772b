/** What two hundred cases cost beside one, as a Markdown table. */
import { CASES, type CasesResult } from './cases.ts';
import { percentile } from './speed.ts';
import { table } from './tables.ts';

/** Recogniser and gate, one case beside many, and the gate beside a walk over the page. */
export function casesTable({ articles, recogniser, pages }: CasesResult): string {
  const ms = (value: number) => value.toFixed(3);
  const sum = (list: CasesResult['pages'], of: 'walk' | 'one' | 'many') => list.reduce((total, page) => total + page[of], 0);
  const rows = (['fixture', 'saved'] as const).flatMap((kind) => {
    const all = pages.filter((page) => page.kind === kind);
    const others = all.filter(({ isCandidate }) => !isCandidate);
    if (all.length === 0) return [];
    const name = kind === 'fixture' ? 'own articles' : 'saved pages';
    const beside = percentile(
      others.filter(({ walk }) => walk > 0).map(({ walk, many }) => many / walk),
      0.5,
    );
    return [
      [`gate, ${all.length} ${name}`, ms(sum(all, 'one')), ms(sum(all, 'many')), (sum(all, 'many') / sum(all, 'one')).toFixed(3), '≤ 1.2'],
      [
        `gate, ${others.length} ${name} not about a case, beside a TreeWalker over all text (median ratio)`,
        `${ms(sum(others, 'walk'))} (the walk)`,
        ms(sum(others, 'many')),
        beside.toFixed(3),
        '≤ 2',
      ],
    ];
  });
  return table(
    ['work', 'one case, ms', `${CASES} cases, ms`, 'ratio', 'target'],
    [[`recogniser, ${articles} own articles`, ms(recogniser.one), ms(recogniser.many), (recogniser.many / recogniser.one).toFixed(3), '≤ 1.2'], ...rows],
  );
}
