/**
 * Six suites: `unit` in Node, `browser` in a real Chromium (whatever touches DOM, layout or IndexedDB), and with the built extension
 * `e2e` in Chromium and `e2e-firefox` in Firefox; `commands`, what the documents say one may type; and
 * `package`, what the stores get.
 */
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/find-browser.ts';

const browserTests = 'tests/**/*.browser.test.{ts,tsx}';
/** On a machine that nobody watches, a test in a browser that a busy moment upset is tried once more; `npm test` lists those at its end. */
const retry = process.env['CI'] ? 1 : 0;
const endToEnd = { environment: 'node', testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false, retry } as const;
const executablePath = findBrowser()?.executablePath;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // A process for each file takes a third longer.
          pool: 'threads',
          include: ['tests/**/*.test.ts'],
          exclude: [browserTests, 'tests/e2e*/**', 'tests/package/**', 'tests/commands/**'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [preact()],
        // Found only while tests run, they would be bundled then, and the page reloaded under the test.
        optimizeDeps: { include: ['@mozilla/readability', 'approx-string-match', 'jsonc-parser'] },
        test: {
          name: 'browser',
          include: [browserTests],
          testTimeout: 30_000,
          retry,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], ...endToEnd } },
      { test: { name: 'e2e-firefox', include: ['tests/e2e-firefox/**/*.test.ts'], ...endToEnd } },
      { test: { name: 'commands', include: ['tests/commands/**/*.test.ts'], ...endToEnd, testTimeout: 180_000, maxConcurrency: 2 } },
      { test: { name: 'package', environment: 'node', include: ['tests/package/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 400_000 } },
    ],
  },
});
