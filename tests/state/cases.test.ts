import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { parseCaseFile } from '../../cases/parse-case-file.ts';
import type { CaseFile } from '../../model/case-file.ts';
import { compareDates } from '../../model/date.ts';
import { SAMPLE_CASE, SAMPLE_RECOGNITION } from '../cases/sample-case.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { bundledCases } = await import('../../cases/bundled.ts');
const { importCase, MAX_IMPORTED_BYTES, readActiveCases, readKnownCases, removeCase, setCaseOn, watchKnownCases } = await import('../../state/cases.ts');

const sample = parseCaseFile(JSON.parse(SAMPLE_CASE), JSON.parse(SAMPLE_RECOGNITION));
/** In the order of their records, the latest first. */
const idsOf = (files: readonly CaseFile[]) =>
  [...files].sort((a, b) => compareDates(b.recordCompleteTo, a.recordCompleteTo) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
const bundledIds = idsOf(bundledCases());
const [first = ''] = bundledIds;
const activeIds = async () => (await readActiveCases()).map(({ id }) => id);
let now = 1_000;
const keep = (file = sample) => importCase(file, now++);

beforeEach(() => fakeBrowser.reset());

test('at first, the bundled cases are all there is, and all are on', async () => {
  expect(await activeIds()).toEqual(bundledIds);
  expect((await readKnownCases()).map(({ isOn, isImported }) => [isOn, isImported])).toEqual(bundledIds.map(() => [true, false]));
});

test('a case switched off is known and not active, and can be switched on again', async () => {
  await setCaseOn(first, false);
  expect(await activeIds()).toEqual(bundledIds.slice(1));
  expect((await readKnownCases()).find(({ caseFile }) => caseFile.id === first)?.isOn).toBe(false);
  await setCaseOn(first, true);
  expect(await activeIds()).toEqual(bundledIds);
});

test('an imported case joins the list, whole, and leaves it when it is removed', async () => {
  await keep();
  expect(await activeIds()).toEqual(idsOf([...bundledCases(), sample]));
  const known = (await readKnownCases()).find(({ caseFile }) => caseFile.id === sample.id);
  expect(known).toEqual({ caseFile: sample, isOn: true, isImported: true });
  await removeCase(sample.id);
  expect(await activeIds()).toEqual(bundledIds);
  expect(Object.keys(await fakeBrowser.storage.local.get(null))).toEqual(['cases']);
});

test('an imported case stands in for the bundled one with its id, and is switched on by the import', async () => {
  await setCaseOn(first, false);
  await keep({ ...sample, id: first, recognition: { ...sample.recognition, caseId: first } });
  const active = await readActiveCases();
  expect(active.filter(({ id }) => id === first).map(({ name }) => name)).toEqual([sample.name]);
  await removeCase(first);
  expect((await readActiveCases()).find(({ id }) => id === first)).toBe(bundledCases().find(({ id }) => id === first));
});

test('a case may be called by a name that every object has', async () => {
  await keep({ ...sample, id: 'constructor', recognition: { ...sample.recognition, caseId: 'constructor' } });
  expect(await activeIds()).toContain('constructor');
  await removeCase('constructor');
  expect(await activeIds()).toEqual(bundledIds);
});

test('imported again, the newer one counts', async () => {
  await keep();
  await readActiveCases();
  await keep({ ...sample, name: 'Harbor v. Lumen II' });
  expect((await readActiveCases()).find(({ id }) => id === sample.id)?.name).toBe('Harbor v. Lumen II');
});

test('the list is the same as long as nothing changes, so that its index is built once', async () => {
  await keep();
  const list = await readActiveCases();
  expect(await readActiveCases()).toBe(list);
  await setCaseOn(first, false);
  expect(await readActiveCases()).not.toBe(list);
});

test('changes made at the same time are all kept', async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `case-${index}`);
  await Promise.all([...ids.map((id) => keep({ ...sample, id, recognition: { ...sample.recognition, caseId: id } })), setCaseOn(first, false)]);
  expect((await activeIds()).toSorted()).toEqual([...bundledIds.slice(1), ...ids].toSorted());
});

test('the case whose record is complete to the latest date stands first; between equals the id decides', async () => {
  const dated = [
    ['b', '2999', 'year'],
    ['d', '2999-02', 'month'],
    ['c', '2999-02', 'month'],
  ] as const;
  for (const [id, iso, precision] of dated)
    await keep({ ...sample, id, recordCompleteTo: { iso, precision }, recognition: { ...sample.recognition, caseId: id } });
  expect(await activeIds()).toEqual(['c', 'd', 'b', ...bundledIds]);
});

test.each<[name: string, stored: Record<string, unknown>]>([
  ['a case that is broken', { cases: { off: [], imported: { [sample.id]: 1 } }, [`case:${sample.id}`]: { ...sample, events: [] } }],
  ['a case of another id', { cases: { off: [], imported: { other: 2 } }, 'case:other': sample }],
  ['a case that is gone', { cases: { off: [], imported: { [sample.id]: 3 } } }],
  ['choices that cannot be read', { cases: 'all' }],
])('%s costs nothing but itself', async (_name, stored) => {
  await fakeBrowser.storage.local.set(stored);
  expect(await activeIds()).toEqual(bundledIds);
});

test('who watches is told of every change, until it stops watching', async () => {
  const seen: string[][] = [];
  const stop = watchKnownCases((known) => seen.push(known.filter(({ isOn }) => isOn).map(({ caseFile }) => caseFile.id)));
  await fakeBrowser.storage.local.set({ settings: {} });
  await setCaseOn(first, false);
  await vi.waitFor(() => expect(seen).toEqual([bundledIds.slice(1)]));
  stop();
  await setCaseOn(first, true);
  await readActiveCases();
  expect(seen).toHaveLength(1);
});

test('imported cases leave room for everything else: one too many is refused, and changes nothing', async () => {
  const large = (id: string, share: number) => ({ ...sample, id, name: 'é'.repeat((MAX_IMPORTED_BYTES * share) / 2) });
  await keep(large('first', 0.6));
  // In its own place it counts once.
  await keep(large('first', 0.7));
  const before = await fakeBrowser.storage.local.get(null);
  await expect(keep(large('second', 0.5))).rejects.toThrow('No room');
  expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  await removeCase('first');
  await keep(large('second', 0.5));
});
