/**
 * Everything that proves the project works, as npm scripts in order. `npm test` runs them all, .github/workflows/ci.yml the same ones on a
 * public host (tests/architecture/steps.test.ts holds them together).
 */
export interface Step {
  readonly script: string;
  /** Run by vitest, so that its tests are counted one by one; others pass or fail as a whole. */
  readonly isSuite: boolean;
}

export const STEPS: readonly Step[] = [
  { script: 'check', isSuite: false },
  { script: 'test:unit', isSuite: true },
  { script: 'test:browser', isSuite: true },
  { script: 'test:e2e', isSuite: true },
  { script: 'test:e2e:firefox', isSuite: true },
  { script: 'test:commands', isSuite: true },
  { script: 'test:package', isSuite: true },
];
