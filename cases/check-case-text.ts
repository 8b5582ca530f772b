/**
 * Checks the text of a case file and says where each problem stands. Job: from JSON path to line and column, for the command line and for
 * whoever imports a file. Knows no file system; prints nothing.
 */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { CaseFile } from '../model/case-file.ts';
import { deeperThan } from '../model/json-text.ts';
import { type CaseProblem, MOST_TOLD, pathText } from './case-file-error.ts';
import { referenceProblems } from './case-references.ts';
import { longListProblems } from './long-lists.ts';
import { partsOf, readShapes } from './parse-case-file.ts';
import { carefulProblems } from './rules/careful.ts';

/** A text and the name under which its problems are told. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A problem with its place in a file; line and column count from 1, columns in UTF-16 code units. */
export interface LocatedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

/** A case with what it is only warned of, or what is wrong with it; warnings in the order of their places, as problems are. */
export type CaseCheck = { readonly warnings: readonly LocatedProblem[] } & (
  | { readonly caseFile: CaseFile; readonly problems: readonly [] }
  | { readonly problems: readonly LocatedProblem[] }
);

/** A text that is JSON, with its tree; what is wrong with it, otherwise. */
type Source = NamedText & { readonly root: Node; readonly json: unknown };

/** No case is longer, in UTF-16 code units. */
const LONGEST = 5_000_000;
/** No case is nested deeper. */
const MOST_LEVELS = 100;
/** The mark that some editors write before the first character. */
const BYTE_ORDER_MARK = '\uFEFF';

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function problemAt({ name, text }: NamedText, offset: number, message: string, remedy: string): LocatedProblem {
  return { file: name, ...position(text, offset), message, remedy };
}

/** What people do wrong most often, in words that say what to do. */
const SYNTAX_REMEDIES: Readonly<Record<string, string>> = {
  CommaExpected: 'put a comma between the entries',
  PropertyNameExpected: 'write a property name in double quotes; no comma stands after the last entry',
  ValueExpected: 'write a value; no comma stands after the last entry',
  ColonExpected: 'put a colon between name and value',
  CloseBraceExpected: 'close the object with }',
  CloseBracketExpected: 'close the list with ]',
  InvalidCommentToken: 'JSON has no comments; use "note"',
  UnexpectedEndOfString: 'close the string with a double quote',
  InvalidEscapeCharacter: 'write a backslash as \\\\',
  InvalidCharacter: 'write tabs and line breaks in strings as \\t and \\n',
  InvalidSymbol: 'write texts and names in double quotes; of words, JSON knows true, false and null alone',
  EndOfFileExpected: 'end the file with the } of its first {',
  InvalidNumberFormat: 'write a number as 1400 or 0.5',
};

/** What is wrong before anything is read as JSON. */
function unreadable(source: NamedText): LocatedProblem | undefined {
  const { text } = source;
  if (text.trim() === '') return problemAt(source, 0, 'the file is empty', 'write it after the example of docs/CASE-FILES.md');
  if (text.startsWith(BYTE_ORDER_MARK)) return problemAt(source, 0, 'a byte order mark stands before the first character', 'save the file as UTF-8 without it');
  const alien = text.search(/[\0\uFFFD]/);
  if (alien >= 0) return problemAt(source, alien, 'this is no UTF-8 text', 'save the file as UTF-8');
  if (text.length > LONGEST) return problemAt(source, 0, `the file has more than ${LONGEST} characters`, 'no case is that long; leave something out');
  // Parsers that call themselves for every level must not see it.
  const deep = deeperThan(text, MOST_LEVELS);
  if (deep >= 0) return problemAt(source, deep, 'objects and lists are nested too deeply', 'no case is; look for a bracket that is not closed');
  return undefined;
}

/** A list longer than any case has, told before a tree is made of it, which takes seconds: by its name's first place in the text. */
function tooLong(source: NamedText): LocatedProblem | undefined {
  try {
    const [long] = longListProblems('case.json', JSON.parse(source.text));
    if (!long) return undefined;
    const name = long.path.findLast((key) => typeof key === 'string');
    return problemAt(source, Math.max(0, source.text.indexOf(JSON.stringify(name ?? ''))), `${pathText(long.path)}: ${long.message}`, long.remedy);
  } catch {
    // What is no JSON is told with its place by the parser.
    return undefined;
  }
}

/** The first slip only: what a parser says of the rest is mostly its consequence. */
function syntaxProblem(source: NamedText, { error, offset }: ParseError): LocatedProblem {
  const code = printParseErrorCode(error);
  const words = code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return problemAt(
    source,
    offset,
    `this is no JSON: ${words}`,
    nearbyRemedy(source.text, offset) ?? SYNTAX_REMEDIES[code] ?? 'correct it; an editor shows the place',
  );
}

/** What the place itself tells of the slip, which the parser meets only behind it. */
function nearbyRemedy(text: string, offset: number): string | undefined {
  const before = text.slice(Math.max(0, offset - 20), offset);
  const after = text.slice(offset, offset + 20);
  if (before.endsWith('"') && /^[\p{L}\p{N}]/u.test(after)) return 'a double quote within a text is written \\"; or use ‘ ’';
  if (/\d,\s?$/.test(before) && /^\d/.test(after)) return 'write a number without commas in it: 1400';
  if (/,\s*$/.test(`${before}${after[0] === ',' ? ',' : ''}`) && /^,?\s*\{/.test(after))
    return 'close the object before with }; a comma stands behind the bracket';
  return undefined;
}

function duplicateKeys(source: Source): LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  const visit = (node: Node): void => {
    const seen = new Set<string>();
    for (const child of node.children ?? []) {
      const key = node.type === 'object' ? child.children?.[0] : undefined;
      if (key !== undefined) {
        const name = String(key.value);
        if (seen.has(name) && problems.length < MOST_TOLD) problems.push(problemAt(source, key.offset, `"${name}" stands here twice`, 'keep one of them'));
        seen.add(name);
      }
      visit(child);
    }
  };
  visit(source.root);
  return problems;
}

function read(named: NamedText): { source?: Source; problems: readonly LocatedProblem[] } {
  const wrong = unreadable(named) ?? tooLong(named);
  if (wrong) return { problems: [wrong] };
  try {
    const errors: ParseError[] = [];
    const root = parseTree(named.text, errors, { disallowComments: true, allowTrailingComma: false });
    const [first] = errors;
    if (first || !root) return { problems: [first ? syntaxProblem(named, first) : problemAt(named, 0, 'this is no JSON', 'write an object in { }')] };
    const source: Source = { ...named, root, json: JSON.parse(named.text) };
    return { source, problems: duplicateKeys(source) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problems: [problemAt(named, 0, `this is no JSON: ${message}`, 'correct it; an editor shows the place')] };
  }
}

/** The node at the path, or at the longest part of it that exists: a missing property is shown where its object begins. */
function nearestNode(root: Node, path: CaseProblem['path']): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
    if (node) return node;
  }
  return root;
}

/** All that can be said of a case that is JSON; warnings among it. */
function problemsOf(caseJson: unknown, recognitionJson: unknown, now: number): { readonly caseFile?: CaseFile; readonly all: readonly CaseProblem[] } {
  const read = readShapes(caseJson, recognitionJson);
  if (!('caseFile' in read)) return { all: read.problems };
  return { caseFile: read.caseFile, all: [...referenceProblems(read.caseFile), ...carefulProblems(read.caseFile, now)] };
}

function isSwapped(caseJson: unknown, recognitionJson: unknown): boolean {
  const has = (json: unknown, key: string) => typeof json === 'object' && json !== null && Object.hasOwn(json, key);
  return has(caseJson, 'anchors') && has(recognitionJson, 'events');
}

/**
 * Checks a case: `case.json` and `recognition.json`, or one text that holds the terms under `recognition`.
 * Text that is no JSON is reported alone, since nothing else could be said of it. `now` in ms since 1970: a record cannot reach beyond.
 */
export function checkCaseText(caseText: NamedText, recognitionText: NamedText | undefined, now: number): CaseCheck {
  const [ofCase, ofTerms] = [read(caseText), recognitionText && read(recognitionText)];
  const unread = [...ofCase.problems, ...(ofTerms?.problems ?? [])];
  const [source, terms] = [ofCase.source, ofTerms ? ofTerms.source : ofCase.source];
  if (unread.length > 0 || !source || !terms) return { problems: unread, warnings: [] };
  if (terms !== source && isSwapped(source.json, terms.json)) {
    const remedy = 'give each the name of the other: case.json has the events, recognition.json the terms';
    return { problems: [problemAt(source, 0, 'these are the recognition terms, and the other file is the case', remedy)], warnings: [] };
  }
  const { caseFile, all } = ofTerms ? problemsOf(source.json, terms.json, now) : problemsOf(...partsOf(source.json), now);
  const located = (list: readonly CaseProblem[]) =>
    list
      .slice(0, MOST_TOLD)
      .map(({ file, path, message, remedy }) => {
        const isTerms = file === 'recognition.json';
        const at = isTerms ? terms : source;
        const fullPath = isTerms && !ofTerms ? ['recognition', ...path] : path;
        return problemAt(at, nearestNode(at.root, fullPath).offset, `${pathText(fullPath)}: ${message}`, remedy);
      })
      .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
  const wrong = all.filter(({ isWarning }) => !isWarning);
  const more = wrong.length > MOST_TOLD ? [problemAt(source, 0, 'there are more mistakes than are told here', 'correct these first')] : [];
  const problems = [...located(wrong), ...more];
  const warnings = located(all.filter(({ isWarning }) => isWarning));
  return caseFile && problems.length === 0 ? { caseFile, problems: [], warnings } : { problems, warnings };
}
