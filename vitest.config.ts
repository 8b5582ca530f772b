/**
 * Three suites: `unit` in Node, `browser` in a real Chromium (whatever touches DOM, layout or IndexedDB),
 * and `e2e` with the built extension.
 */
import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/find-browser.ts';

const browserTests = 'tests/**/*.browser.test.{ts,tsx}';
const endToEndTests = 'tests/e2e/**/*.test.ts';
const executablePath = findBrowser()?.executablePath;

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['tests/**/*.test.ts'], exclude: [browserTests, endToEndTests], testTimeout: 30_000 } },
      {
        plugins: [preact()],
        // Found only while tests run, they would be bundled then, and the page reloaded under the test.
        optimizeDeps: { include: ['@mozilla/readability', 'approx-string-match'] },
        test: {
          name: 'browser',
          include: [browserTests],
          testTimeout: 30_000,
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
      { test: { name: 'e2e', environment: 'node', include: [endToEndTests], testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
});
