/** The command `check-case` as a maintainer meets it: exit status, places and remedies. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { problemLine, staleness, summaryTable } from '../../scripts/check-case.ts';
import { SAMPLE_CASE, SAMPLE_RECOGNITION } from './sample-case.ts';

const COMMAND = fileURLToPath(new URL('../../scripts/check-case.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'check-case-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(caseText: string) {
  writeFileSync(join(folder, 'case.json'), caseText);
  writeFileSync(join(folder, 'recognition.json'), SAMPLE_RECOGNITION);
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, folder], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('a sound case is summed up and an old record only warned of', () => {
  const { status, stdout, stderr } = run(SAMPLE_CASE);
  expect(stderr).toContain('Warning: The record is complete to 2024-06');
  expect(stdout).toContain('Harbor v. Lumen');
  expect(stdout).toMatch(/opposition +1\n/);
  expect(status).toBe(0);
});

test('a broken case leaves with 1 and names every place', () => {
  const { status, stdout, stderr } = run(SAMPLE_CASE.replace('"kind": "opposition"', '"kind": "reply"').replace('"id": "pleadings"', '"id": "Pleadings"'));
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/case\.json:31:\d+ {2}\$\.phases\[0\]\.id/);
  expect(stderr).toMatch(/→ .+/);
  expect(stderr).toContain('2 problems.');
});

test('a folder without files is an error', () => {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, join(folder, 'nowhere')], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('the file is missing');
});

test('the output is plain text', () => {
  const summary = {
    actors: 2,
    events: 1,
    eventsByKind: [{ kind: 'filing', count: 1 }],
    disputes: 0,
    positions: 0,
    citations: 0,
    courtPapers: 0,
    recordCompleteTo: '2024',
    ageInDays: 0,
  } as const;
  expect(summaryTable('A v. B', summary)).toContain('court papers      0 (0 %)');
  expect(staleness(summary)).toBeUndefined();
  expect(problemLine({ file: join(process.cwd(), 'x.json'), line: 2, column: 3, message: 'm', remedy: 'r' })).toBe('x.json:2:3  m\n    → r');
});
