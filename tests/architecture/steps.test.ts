/** What proves the project works is one list: `npm test`, .ci/run and the public host's continuous integration run the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { STEPS } from '../../scripts/steps.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
const workflow = read('.github/workflows/ci.yml');
const named = STEPS.map(({ script }) => script);

describe('the steps', () => {
  test('are scripts of package.json', () => {
    for (const script of named) expect(scripts, script).toHaveProperty([script]);
  });

  test('are all of the test scripts', () => {
    expect(Object.keys(scripts).filter((script) => script.startsWith('test:'))).toEqual(named.filter((script) => script.startsWith('test:')));
  });

  test('are those of the public host, in the same order', () => {
    expect([...workflow.matchAll(/^ {10}- (\S+)$/gm)].map(([, script]) => script)).toEqual(named);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the workflow's own placeholder.
    expect(workflow).toContain('npm run ${{ matrix.script }}');
  });

  test('are run by .ci/run', () => {
    expect(read('.ci/run')).toMatch(/^npm test$/m);
    expect(scripts['test']).toBe('node scripts/test.ts');
  });

  test('depend on actions of one commit each', () => {
    for (const [, action] of workflow.matchAll(/uses: (\S+)/g)) expect(action).toMatch(/@[0-9a-f]{40}$/);
  });
});
