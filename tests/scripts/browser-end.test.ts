/** What is said when a browser comes to its end before its time; a process of Node stands in for it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { watchProcess } from '../../scripts/browser-end.ts';

const started = (script: string): ChildProcess => spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });

test('an exit of its own: its code and its last words', async () => {
  const end = watchProcess(started('console.error("no room in /dev/shm"); process.exitCode = 5'));
  await expect(end.gone).rejects.toThrow(/exit code 5[\s\S]*MiB[\s\S]*no room in \/dev\/shm/);
  end.expect();
});

test('killed from outside: the signal', async () => {
  const child = started('console.error("up"); setInterval(() => {}, 1000)');
  const end = watchProcess(child);
  if (child.stderr) await once(child.stderr, 'data');
  child.kill('SIGKILL');
  await expect(end.gone).rejects.toThrow(/ended by SIGKILL/);
  end.expect();
});

test('the command itself told to end, as by a limit of time: that is said first', async () => {
  const child = started('console.error("up"); setInterval(() => {}, 1000)');
  const end = watchProcess(child);
  if (child.stderr) await once(child.stderr, 'data');
  process.emit('SIGTERM', 'SIGTERM');
  child.kill('SIGTERM');
  await expect(end.gone).rejects.toThrow(/^This command was told to end \(SIGTERM\), and closed its browser: The browser is gone: ended by SIGTERM/);
  end.expect();
  expect(process.listeners('SIGTERM').map(({ name }) => name)).not.toContain('onSignal');
});
