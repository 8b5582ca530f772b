/**
 * Which cases there are for this reader: those that ship with the extension and those that were imported, each switched on or off.
 * The one place that knows: recognition, record, sidebar and gate take the list from here as a parameter.
 * Only the background writes. A content script must not import it: case files are large.
 */
import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { bundledCases } from '../cases/bundled.ts';
import { parseStoredCase } from '../cases/parse-case-file.ts';
import type { CaseFile } from '../model/case-file.ts';
import { compareDates } from '../model/date.ts';
import { recordOf } from '../model/named.ts';

/** A case and whether its coverage is looked for. */
export interface KnownCase {
  readonly caseFile: CaseFile;
  readonly isOn: boolean;
  /** The reader's own import, in place of a bundled case where they have the same id. */
  readonly isImported: boolean;
}

/** Imported cases by id, with the time of their import (ms since 1970) as their revision; each has a key of its own for what it holds. */
const ChoicesSchema = v.strictObject({ off: v.array(v.string()), imported: recordOf(v.string(), v.number()) });
type Choices = v.InferOutput<typeof ChoicesSchema>;

const KEY = 'cases';
const PREFIX = 'case:';
const keyOf = (id: string) => `${PREFIX}${id}`;
const NONE: Choices = { off: [], imported: {} };

interface Lists {
  readonly stamp: string;
  readonly known: readonly KnownCase[];
  readonly active: readonly CaseFile[];
}

/** What was read last: the same choices give the same lists, so that whoever indexes a list does it once. */
let latest: Lists | undefined;
/** Imported cases as they were parsed, which is most of the work of reading them. */
const parsed = new Map<string, { readonly revision: number; readonly caseFile: CaseFile | undefined }>();

/** Every case, the one whose record reaches furthest first; switched off ones too: an article read earlier still has its timeline. */
export async function readKnownCases(): Promise<readonly KnownCase[]> {
  return (await read()).known;
}

/** The cases whose coverage is looked for. The same list as long as nothing changes. */
export async function readActiveCases(): Promise<readonly CaseFile[]> {
  return (await read()).active;
}

/** Calls back with every case whenever one is switched, imported or removed, until the returned function is called. */
export function watchKnownCases(onChange: (known: readonly KnownCase[]) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key === KEY || key.startsWith(PREFIX))) void readKnownCases().then(onChange);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Switches a case on or off. */
export function setCaseOn(id: string, isOn: boolean): Promise<void> {
  return change(({ off, imported }) => ({ off: isOn ? off.filter((each) => each !== id) : [...new Set([...off, id])], imported }));
}

/** Of the 10 MB that browsers let choices take, so much is for imported cases, in bytes: without a limit of its own the last one would leave no room for choices. */
export const MAX_IMPORTED_BYTES = 8_000_000;

/** There is no room for another imported case. */
export class NoRoomForCaseError extends Error {
  override readonly name = 'NoRoomForCaseError';
}

/** Keeps an imported case, in place of the one with its id if there is one, and switches it on. It must have passed `parseCaseFile`. `now` in ms. Throws `NoRoomForCaseError`. */
export async function importCase(caseFile: CaseFile, now: number): Promise<void> {
  const { id } = caseFile;
  const stored: Record<string, unknown> = await browser.storage.local.get(null);
  const others = Object.entries(stored).filter(([key]) => key.startsWith(PREFIX) && key !== keyOf(id));
  const taken = [...others.map(([, other]) => other), caseFile].reduce<number>((sum, each) => sum + bytesOf(each), 0);
  if (taken > MAX_IMPORTED_BYTES) throw new NoRoomForCaseError('No room for another imported case.');
  return change(({ off, imported }) => ({ off: off.filter((each) => each !== id), imported: { ...imported, [id]: now } }), { [keyOf(id)]: caseFile });
}

/** Forgets an imported case; a bundled one with the same id is there again. Articles read stay. */
export async function removeCase(id: string): Promise<void> {
  await change(({ off, imported: { [id]: _, ...imported } }) => ({ off, imported }));
  await browser.storage.local.remove(keyOf(id));
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

let lastWrite: Promise<unknown> = Promise.resolve();

/** One change after the other, so that none is lost; choice and case in one write, so that neither is there without the other. */
function change(make: (choices: Choices) => Choices, also: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const write = lastWrite.then(async () => browser.storage.local.set({ ...also, [KEY]: make(await readChoices()) }));
  lastWrite = write.catch(() => undefined);
  return write;
}

async function readChoices(): Promise<Choices> {
  const checked = v.safeParse(ChoicesSchema, (await browser.storage.local.get(KEY))[KEY]);
  return checked.success ? checked.output : NONE;
}

async function read(): Promise<Lists> {
  const { off, imported } = await readChoices();
  const stamp = JSON.stringify([off, imported]);
  if (latest?.stamp === stamp) return latest;
  const own = await importedCases(imported);
  const ownIds = new Set(own.map(({ id }) => id));
  const known = [...bundledCases().filter(({ id }) => !ownIds.has(id)), ...own]
    .map((caseFile): KnownCase => ({ caseFile, isOn: !off.includes(caseFile.id), isImported: ownIds.has(caseFile.id) }))
    .sort((a, b) => byRecency(a.caseFile, b.caseFile));
  latest = { stamp, known, active: known.filter(({ isOn }) => isOn).map(({ caseFile }) => caseFile) };
  return latest;
}

/** The case with the latest record stands first, since it is the one that is in the news; the id decides between equals. */
function byRecency(a: CaseFile, b: CaseFile): number {
  return compareDates(b.recordCompleteTo, a.recordCompleteTo) || (a.id < b.id ? -1 : 1);
}

/** The stored cases, guarded anew. One that cannot be read any more costs itself and nothing else. */
async function importedCases(imported: Choices['imported']): Promise<CaseFile[]> {
  const entries = Object.entries(imported);
  const missing = entries.filter(([id, revision]) => parsed.get(id)?.revision !== revision);
  const stored: Record<string, unknown> = missing.length === 0 ? {} : await browser.storage.local.get(missing.map(([id]) => keyOf(id)));
  for (const [id, revision] of missing) {
    const caseFile = parseStoredCase(stored[keyOf(id)]);
    parsed.set(id, { revision, caseFile: caseFile?.id === id ? caseFile : undefined });
  }
  return entries.flatMap(([id]) => parsed.get(id)?.caseFile ?? []);
}
