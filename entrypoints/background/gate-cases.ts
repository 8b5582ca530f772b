/** Hands the gate the cases that are looked for, and keeps it registered: table first, so that no gate starts without one. */
import { browser } from 'wxt/browser';
import { GATE_KEY } from '../../model/gate-table.ts';
import { gateTable } from '../../reading/gate-table.ts';
import { readActiveCases } from '../../state/cases.ts';
import { registerGate } from './register-gate.ts';

let lastRun: Promise<void> = Promise.resolve();

/** Writes the table of the cases as they are now, and starts the gate anew wherever it may run. One after the other, so that the last wins. */
export function prepareGate(): Promise<void> {
  lastRun = lastRun.then(prepare, prepare);
  return lastRun;
}

async function prepare(): Promise<void> {
  const cases = await readActiveCases();
  await browser.storage.local.set({ [GATE_KEY]: gateTable(cases.map(({ recognition }) => recognition)) });
  await registerGate();
}
