/**
 * A real browser for the benchmarks: pages served from memory with scripts and loading forbidden, and the code under test
 * bundled and put into them. Knows nothing of what is measured.
 */
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { needBrowser } from '../install-browser.ts';
import { type PageServer, servePages } from '../serve-pages.ts';

/** Saved pages must not run their scripts nor ask for anything: what they look like then is what was saved. */
const NOTHING_LOADS = "default-src 'none'; style-src 'unsafe-inline'";

/** A page of its own reads the clock in steps of 5 µs, where others do in tenths of a millisecond, which is what a small page takes. */
const FINE_CLOCK = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

export interface BenchBrowser {
  readonly browser: Browser;
  /** Opens HTML in the one tab, with the code under test as `bench`. */
  readonly open: (html: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** One of the files of `in-page/`, bundled into a script that sets `globalThis.bench`. */
export async function bundleOf(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2024', minify: false, lib: { entry: join(import.meta.dirname, 'in-page', entry), formats: ['iife'], name: 'bench' } },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output.find((each) => each.type === 'chunk') : undefined;
  if (!chunk) throw new Error(`${entry} gave no script.`);
  return `${chunk.code}\nglobalThis.bench = bench;`;
}

/** Starts a browser for an `in-page/` script. */
export async function benchBrowser(entry: string): Promise<BenchBrowser> {
  const code = await bundleOf(entry);
  const server: PageServer = await servePages();
  const browser = await puppeteer.launch({
    executablePath: needBrowser().executablePath,
    headless: true,
    pipe: true,
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--unsafely-treat-insecure-origin-as-secure=http://bench.example',
      `--host-resolver-rules=MAP *.example 127.0.0.1:${server.port}`,
    ],
  });
  let number = 0;
  const page = await browser.newPage();
  return {
    browser,
    async open(html) {
      const path = `/news/${++number}`;
      server.pages.set(path, html);
      server.headers.set(path, { 'content-security-policy': NOTHING_LOADS, ...FINE_CLOCK });
      await page.goto(`http://bench.example${path}`, { waitUntil: 'domcontentloaded' });
      server.pages.delete(path);
      await page.evaluate(code);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
