/**
 * Says why a browser that a command drives came to its end before its time: its exit code or the signal that ended it, a tab that crashed,
 * the command itself being told to end, and what the browser printed last.
 */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { freemem } from 'node:os';
import type { Browser } from 'puppeteer-core';

/** Of what the browser printed, the last lines are told. */
const LINES = 12;
/** A command told to end is a moment ahead of the browser that is ended with it, and the browser's exit of its last words: in ms. */
const LAST_WORDS_MS = 300;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface BrowserEnd {
  /** Never fulfilled; rejected with the cause once the browser or one of its tabs is gone. */
  readonly gone: Promise<never>;
  /** No longer an accident: the caller closes the browser. */
  readonly expect: () => void;
}

/** Watches a process for its end. */
export function watchProcess(child: ChildProcess): BrowserEnd & { readonly fail: (cause: string) => void } {
  const lines: string[] = [];
  const told: string[] = [];
  const { promise: gone, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting when it happens; who waits later hears of it.
  gone.catch(() => undefined);
  const onSignal = (signal: NodeJS.Signals) => {
    told.push(signal);
    // With a listener Node no longer ends by itself.
    process.exitCode = 1;
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const expect = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  child.stderr?.on('data', (data: Buffer) => {
    lines.push(...String(data).split('\n').filter(Boolean));
    lines.splice(0, lines.length - LINES);
  });
  const fail = (cause: string) => {
    setTimeout(() => {
      const by = told.length ? `This command was told to end (${told.join(', ')}), and closed its browser: ` : '';
      const said = lines.length ? `It printed last:\n${lines.map((line) => `  ${line.slice(0, 300)}`).join('\n')}` : 'It printed nothing.';
      reject(new Error(`${by}${cause}\n${said}`));
    }, LAST_WORDS_MS);
  };
  child.once('exit', (code, signal) => {
    fail(`The browser is gone: ${signal ? `ended by ${signal}` : `exit code ${code}`}; ${free()}.`);
  });
  return { gone, expect, fail };
}

/** Watches a browser that this process started, and its tabs. */
export async function watchBrowser(browser: Browser): Promise<BrowserEnd> {
  const child = browser.process();
  if (!child) throw new Error('This browser was not started here.');
  const { gone, expect, fail } = watchProcess(child);
  const session = await browser.target().createCDPSession();
  session.on('Target.targetCrashed', ({ status, errorCode }) => fail(`A tab crashed: ${status}, error code ${errorCode}; ${free()}.`));
  // Pages alone: whoever looks into a worker keeps it awake.
  await session.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'page' }] });
  return { gone, expect };
}

/** Memory in MiB that all processes of the browser have in use, pages shared among them counted for each; undefined where /proc is not. */
export async function browserMemory(browser: Browser): Promise<number | undefined> {
  const session = await browser.target().createCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { id }) => sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0), 0) / 1024;
  } catch {
    return;
  } finally {
    await session.detach();
  }
}

const free = () => `${Math.round(freemem() / 1_048_576)} MiB of the machine's memory are free`;
