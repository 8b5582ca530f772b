/** A file from outside as JSON: guarded by size, depth and number of records before anything is built of it. Knows no format. */
import { visit } from 'jsonc-parser';
import { endOfString } from '../../model/json-text.ts';
import type { Span } from '../../model/span.ts';
import type { ImportProblem } from './import-plan.ts';

/** The largest file that is read, in UTF-16 code units. */
export const MAX_IMPORT = 100_000_000;
/** Deeper nesting than any file of ours has. */
const MAX_DEPTH = 40;
/** More records of one sort than any reader has; counted before anything is built of them. */
const MAX_RECORDS = 500_000;
/** Lists of records stand no deeper than this; what stands deeper belongs to one record, and is never so long. */
const LIST_DEPTH = 3;
const MAX_WITHIN = 20_000;
/** No field is so long. */
const MAX_STRING = 200_000;
/** Nobody indents so far; whoever looks for a slip behind it would look for seconds. */
const MAX_BLANKS = 100_000;
const BLANK = ' '.charCodeAt(0);
const COMMA = ','.charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);
const OPEN_LIST = '['.charCodeAt(0);
const OPEN_OBJECT = '{'.charCodeAt(0);

/** Thrown for a file that is not taken in. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly problem: ImportProblem;
  /** The place in the file, where there is one to name. */
  readonly place: string;

  constructor(problem: ImportProblem, place = '') {
    super(`${problem} ${place}`.trim());
    this.problem = problem;
    this.place = place;
  }
}

/**
 * The file's JSON.
 * @throws ImportError
 */
export function parseImport(file: string): unknown {
  if (file.length > MAX_IMPORT) throw new ImportError('too_large');
  // Some editors write a mark of the byte order before the first sign.
  const text = file.replace(/^\uFEFF/, '');
  mustBeModest(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError(...whyNoJson(text));
  }
}

/** What keeps a text from being JSON, and where. Browsers word it differently, and name no place where they show the words. */
function whyNoJson(text: string): [ImportProblem, string] {
  // UTF-16 read as UTF-8 has a NUL at every other sign; a picture or an archive has bytes that are none.
  if (/[\0\uFFFD]/.test(text.slice(0, 1_000))) return ['no_text', ''];
  const [start, end] = firstSlip(text) ?? [0, 0];
  return end > 0 && end >= text.trimEnd().length ? ['cut_off', ''] : ['no_json', placeOf(text, start)];
}

/** From where to where the first piece stands that may not stand there, in UTF-16 code units. */
function firstSlip(text: string): Span | undefined {
  let found: Span | undefined;
  const onError = (_: number, offset: number, length: number) => {
    found = [offset, offset + length];
    // Of ten million slips the first is enough.
    throw FOUND;
  };
  try {
    visit(text, { onError }, { disallowComments: true, allowTrailingComma: false });
  } catch (thrown) {
    if (thrown !== FOUND) throw thrown;
  }
  return found;
}

const FOUND = Symbol('found');

/** Line and character, each from 1. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`;
}

/** Throws for what is nested too deeply, lists too much or says too much at once. Looked at sign by sign, before anything is built of it. */
function mustBeModest(text: string): void {
  /** Commas so far in each list or object that is open, from the outermost. */
  const commas: number[] = [];
  let blanks = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign <= BLANK) {
      if (++blanks > MAX_BLANKS) throw new ImportError('too_much', placeOf(text, at));
      continue;
    }
    blanks = 0;
    if (sign === QUOTE) {
      const end = endOfString(text, at);
      if (end - at > MAX_STRING) throw end === text.length ? new ImportError('cut_off') : new ImportError('too_much', placeOf(text, at));
      at = end;
    } else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      if (commas.push(0) > MAX_DEPTH) throw new ImportError('too_much', placeOf(text, at));
    } else if (sign === OPEN_LIST + 2 || sign === OPEN_OBJECT + 2) commas.pop();
    else if (sign === COMMA) {
      const many = (commas.pop() ?? 0) + 1;
      if (many >= (commas.length < LIST_DEPTH ? MAX_RECORDS : MAX_WITHIN)) throw new ImportError('too_much', placeOf(text, at));
      commas.push(many);
    }
  }
}
