/**
 * What a schema finds wrong with a case file, in the words of whoever writes one: what stands there, what should, and the likely slip.
 * Knows the guard library's issues; knows no particular case.
 */
import search from 'approx-string-match';
import type * as v from 'valibot';
import { own } from '../model/named.ts';
import type { CaseFileName, CaseProblem } from './case-file-error.ts';
import { meantDate } from './meant-date.ts';

/** The part of a schema that can be walked; the guard library spreads the first schema of a pipe over the whole. */
interface Walkable {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, Walkable>>;
  readonly item?: Walkable;
  readonly wrapped?: Walkable;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
}

const MOST_SLIPS = 2;
/** Slips and half the letters too many or too few that a word meant may be away. */
const FARTHEST = 3;
const LONGEST_ECHO = 60;
/** Properties that an object needs, told where it is missing; of more, a page of the guide tells. */
const MOST_NAMED = 8;

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text in double quotes',
  array: 'a list in [ ]',
  strict_object: 'an object in { }',
  number: 'a number (without quotes)',
  boolean: 'true or false (without quotes)',
};
const RECEIVED: Readonly<Record<string, string>> = { Object: 'an object', Array: 'a list', null: 'null', NaN: 'no number' };

/** The known word that was probably meant; undefined where none is near. */
export function meant(word: string, known: readonly string[]): string | undefined {
  const near = known.flatMap((each) => {
    // Of words this short ("he", "her") one is not the slip of another.
    if (Math.min(word.length, each.length) < 3) return each.toLowerCase() === word.toLowerCase() ? [{ each, distance: 0 }] : [];
    const slips = Math.min(MOST_SLIPS, Math.floor(Math.min(word.length, each.length) / 3));
    const [text, pattern] = each.length >= word.length ? [each, word] : [word, each];
    const errors = Math.min(...search(text.toLowerCase(), pattern.toLowerCase(), slips).map((match) => match.errors));
    return Number.isFinite(errors) ? [{ each, distance: errors + Math.abs(each.length - word.length) / 2 }] : [];
  });
  return near.filter(({ distance }) => distance <= FARTHEST).sort((a, b) => a.distance - b.distance)[0]?.each;
}

function schemaAt(schema: Walkable, path: CaseProblem['path']): Walkable | undefined {
  return path.reduce<Walkable | undefined>((at, key) => {
    const inner = bare(at);
    return typeof key === 'number' ? inner?.item : own(inner?.entries, key);
  }, schema);
}

function bare(schema: Walkable | undefined): Walkable | undefined {
  return schema?.wrapped ? bare(schema.wrapped) : schema;
}

function expectedText(schema: Walkable | undefined): string {
  const inner = bare(schema);
  if (inner?.options) return `one of ${inner.options.map((option) => JSON.stringify(option)).join(', ')}`;
  if (inner?.literal !== undefined) return JSON.stringify(inner.literal);
  const expected = EXPECTED[inner?.type ?? ''] ?? 'something else';
  const needed = Object.entries(inner?.entries ?? {}).flatMap(([name, { type }]) => (type === 'exact_optional' ? [] : [`"${name}"`]));
  return needed.length === 0 || needed.length > MOST_NAMED ? expected : `${expected} with ${needed.join(', ')}`;
}

function echo(received: string): string {
  const text = RECEIVED[received] ?? received;
  return text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text;
}

/** Turns one issue of the guard into a problem. */
export function shapeProblem(file: CaseFileName, schema: v.GenericSchema<unknown, unknown>, issue: v.BaseIssue<unknown>): CaseProblem {
  const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
  const key = String(path.at(-1) ?? 'the file');
  const root = schema as unknown as Walkable;
  const wanted = schemaAt(root, path);
  if (issue.kind === 'schema' && issue.expected === 'never') {
    const known = Object.keys(bare(schemaAt(root, path.slice(0, -1)))?.entries ?? {});
    const guess = meant(key, known);
    const remedy = guess === undefined ? `remove it; known here: ${known.join(', ')}` : `did you mean "${guess}"? Correct it or remove it`;
    return { file, path, message: `"${key}" is no property of this place`, remedy };
  }
  if (issue.received === 'undefined') return { file, path, message: `"${key}" is missing`, remedy: `add it: ${expectedText(wanted)}` };
  if (issue.kind === 'schema') {
    const options = bare(wanted)?.options ?? [];
    const guess = typeof issue.input === 'string' ? meant(issue.input, options.map(String)) : undefined;
    if (guess !== undefined && guess === issue.input)
      return { file, path, message: `${echo(issue.received)} stands where ${guess} is expected`, remedy: `write ${guess}, without quotes` };
    const message = `${echo(issue.received)} stands where ${expectedText(wanted)} is expected`;
    return { file, path, message, remedy: guess === undefined ? shapeRemedy(issue, wanted) : `did you mean "${guess}"?` };
  }
  if (issue.type === 'min_length' && Array.isArray(issue.input)) {
    const needed = issue.message.startsWith('Invalid')
      ? `"${key}" needs at least ${issue.requirement} ${issue.requirement === 1 ? 'entry' : 'entries'}`
      : issue.message;
    return { file, path, message: needed, remedy: 'add what is missing, or remove what needs it' };
  }
  const better = typeof issue.input === 'string' ? wrongText(issue) : dateText(issue.input);
  return { file, path, message: issue.message, remedy: `change it, now ${nowText(issue)}${better === undefined ? '' : `; did you mean ${better}?`}` };
}

/** What to write where another kind of thing stands. */
function shapeRemedy({ received, input }: v.BaseIssue<unknown>, wanted: Walkable | undefined): string {
  const date = bare(wanted)?.entries?.iso === undefined ? undefined : dateText(input);
  const text = `write ${date ?? expectedText(wanted)}`;
  return received === 'null' ? `leave the property out if it may be missing, or ${text}` : text;
}

/** The date that was probably meant, as a case file has it; undefined for what is no date, or two dates to different readers. */
function dateText(input: unknown): string | undefined {
  const iso = typeof input === 'object' && input !== null ? (input as { readonly iso?: unknown }).iso : input;
  const date = typeof iso === 'string' ? meantDate(iso) : undefined;
  if (date === undefined) return undefined;
  return `{ "iso": "${date.iso}", "precision": "${date.precision}" }`;
}

/** The like for a text: an id made of a name, an address with its scheme, a date of one digit. */
function wrongText({ input, message }: v.BaseIssue<unknown>): string | undefined {
  if (typeof input !== 'string') return undefined;
  if (/\bdate\b/.test(message)) {
    const date = meantDate(input);
    return date && `"${date.iso}"`;
  }
  if (message.startsWith('an id is')) {
    const id = input
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .replaceAll(' ', '-');
    return id === '' ? undefined : `"${id}"`;
  }
  return /^(?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(input) ? `"https://${input.replace(/^\/\//, '')}"` : undefined;
}

/** What stands there; of a text that is too long, its length. */
function nowText({ type, input, received }: v.BaseIssue<unknown>): string {
  return type === 'max_length' ? `${received} long` : echo(JSON.stringify(input));
}
