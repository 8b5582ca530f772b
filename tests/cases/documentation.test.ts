/** The example of docs/CASE-FILES.md is a case that loads, is recognised, and is named in what the page says of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bestVerdict } from '../../analysis/recognise.ts';
import { checkCaseText } from '../../cases/check-case-text.ts';
import { onRecord } from '../../cases/on-record.ts';
import { articleOfText } from '../../model/article.ts';
import { ACTOR_KINDS, EVENT_KINDS } from '../../model/case-file.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/CASE-FILES.md'), 'utf8');

/** The block of JSON behind its mark. */
function example(name: string): string {
  const [, block] = new RegExp(`<!-- example: ${name.replace('.', '\\.')} -->\\s*\`\`\`json\\n([\\s\\S]*?)\`\`\``).exec(PAGE) ?? [];
  if (block === undefined) throw new Error(`docs/CASE-FILES.md has no example of ${name}.`);
  return block;
}

const NOW = Date.UTC(2026, 10, 1);
const checked = checkCaseText({ name: 'case.json', text: example('case.json') }, { name: 'recognition.json', text: example('recognition.json') }, NOW);

describe('docs/CASE-FILES.md', () => {
  test('has an example without a mistake', () => {
    expect(checked.problems).toEqual([]);
  });

  test('of which only the invented addresses are warned of', () => {
    expect(new Set(checked.warnings.map(({ message }) => message.replace(/^.*url: /, '')))).toEqual(
      new Set(['"court.example" is a host of examples and leads nowhere', '"gazette.example" is a host of examples and leads nowhere']),
    );
  });

  test('whose coverage is recognised, and its look-alike is not', () => {
    if (!('caseFile' in checked)) throw new Error('no case');
    const { recognition } = checked.caseFile;
    const status = (...lines: string[]) => bestVerdict(articleOfText(lines.join('\n'), { title: lines[0] ?? '' }), [recognition]).status;
    const more =
      'The lamps of the east pier had failed, the complaint says. Bellman denies it: a spokeswoman, Dana Reyes, said on Thursday that the captain had slept.';
    expect(
      status(
        'Ferry company Tidewater sues Bellman over lamps',
        'Tidewater sued Bellman Lamps in Port Ellery on Wednesday, telling the court that its lamps were dark.',
        more,
      ),
    ).toBe('about');
    expect(
      status(
        'Bellman Hotel reopens',
        'The Bellman Hotel reopened on Monday beside the Tidewater pier after a long court case about its roof, to the joy of everybody.',
        'Guests came from all over the coast, and nobody spoke of lamps.'.repeat(4),
      ),
    ).toBe('no');
  });

  test('and of which the card can tell the other side and the finding', () => {
    if (!('caseFile' in checked)) throw new Error('no case');
    const record = onRecord(checked.caseFile, { disputeId: 'lamps', side: 'plaintiff', asOf: { iso: '2024-01-11', precision: 'day' } });
    expect(record.otherSide?.by).toBe('Bellman');
    expect(record.finding?.isLater).toBe(true);
  });

  test('names every kind of actor and event', () => {
    for (const kind of [...ACTOR_KINDS, ...EVENT_KINDS]) expect(PAGE).toContain(`\`${kind}\``);
  });

  test('can be broken, and the mistake is told by its line', () => {
    const text = example('case.json').replace('"speaksFor": "bellman"', '"speaksFor": "belman"');
    const [problem] = checkCaseText({ name: 'case.json', text }, { name: 'recognition.json', text: example('recognition.json') }, NOW).problems;
    expect(problem).toMatchObject({
      line: text.slice(0, text.indexOf('"belman"')).split('\n').length,
      remedy: expect.stringContaining('did you mean "bellman"'),
    });
  });
});
