/**
 * Checks a case from the text of its files and says where in the text each problem stands. Job: from JSON path to line and column.
 * A case is either two files (`case.json`, `recognition.json`) or one that holds the second as its "recognition". Knows no file system.
 */
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { CaseFile } from '../model/case-file.ts';
import { CaseFileError, type CaseProblem, pathText } from './case-file-error.ts';
import { parseCaseFile } from './parse-case-file.ts';

/** A problem with its place in a file; line and column count from 1, columns in UTF-16 code units. */
export interface LocatedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

/** The text of a file, and the name by which its problems are told. */
export interface CaseText {
  readonly name: string;
  readonly text: string;
}

export type CaseTextCheck = { readonly caseFile: CaseFile; readonly problems: readonly [] } | { readonly problems: readonly LocatedProblem[] };

interface Source extends CaseText {
  readonly root?: Node;
}

/** Nothing of a case lies deeper than a handful of levels. */
const MOST_LEVELS = 40;
/** The name that would change what an object is instead of what it holds. */
const NO_NAME = '__proto__';

function position(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
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
};

function syntaxProblem({ name, text }: Source, { error, offset }: ParseError): LocatedProblem {
  const code = printParseErrorCode(error);
  const words = code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return {
    file: name,
    ...position(text, offset),
    message: `this is no JSON: ${words}`,
    remedy: SYNTAX_REMEDIES[code] ?? 'correct it; an editor shows the place',
  };
}

function keyProblems(source: Source): LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  const complain = (offset: number, message: string, remedy: string) => problems.push({ file: source.name, ...position(source.text, offset), message, remedy });
  const visit = (node: Node): void => {
    const seen = new Set<string>();
    for (const child of node.children ?? []) {
      const key = node.type === 'object' ? child.children?.[0] : undefined;
      if (key !== undefined) {
        const name = String(key.value);
        if (seen.has(name)) complain(key.offset, `"${name}" stands here twice`, 'keep one of them');
        if (name === NO_NAME) complain(key.offset, `"${name}" is no property of this place`, 'remove it');
        seen.add(name);
      }
      visit(child);
    }
  };
  if (source.root) visit(source.root);
  return problems;
}

/** Where the text opens more levels than any case has, which a parser that calls itself could not follow; undefined where it does not. */
function tooDeepAt(text: string): number | undefined {
  let levels = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '{' || token === '[') levels++;
    else if (token === '}' || token === ']') levels--;
    if (levels > MOST_LEVELS) return index;
  }
  return undefined;
}

function readSource({ name, text }: CaseText): { source: Source; problems: LocatedProblem[] } {
  const deepAt = tooDeepAt(text);
  if (deepAt !== undefined) {
    return {
      source: { name, text },
      problems: [{ file: name, ...position(text, deepAt), message: 'this lies too deep', remedy: 'write it after the example' }],
    };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const source: Source = { name, text, ...(root ? { root } : {}) };
  if (errors.length > 0 || !root) return { source, problems: errors.map((error) => syntaxProblem(source, error)) };
  return { source, problems: keyProblems(source) };
}

/** The node at the path, or at the longest part of it that exists: a missing property is shown where its object begins. */
function nearestNode(root: Node, path: CaseProblem['path']): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
    if (node) return node;
  }
  return root;
}

function locate({ path, message, remedy }: CaseProblem, { name, text, root }: Source): LocatedProblem {
  const offset = root ? nearestNode(root, path).offset : 0;
  return { file: name, ...position(text, offset), message: `${pathText(path)}: ${message}`, remedy };
}

/** Checks a case of two files. Text that is no JSON is reported alone, since nothing else could be said of it. */
export function checkCaseTexts(caseText: CaseText, recognitionText: CaseText): CaseTextCheck {
  const read = [readSource(caseText), readSource(recognitionText)];
  const problems = read.flatMap((result) => result.problems);
  const [caseSource, recognitionSource] = read.map(({ source }) => source);
  if (problems.length > 0 || !caseSource?.root || !recognitionSource?.root) return { problems };
  const locateIn = (problem: CaseProblem) => locate(problem, problem.file === 'case.json' ? caseSource : recognitionSource);
  return checked(getNodeValue(caseSource.root), getNodeValue(recognitionSource.root), locateIn);
}

/** Checks a case of one file, whose "recognition" holds what else stands in a file of its own. */
export function checkWholeCaseText(whole: CaseText): CaseTextCheck {
  const { source, problems } = readSource(whole);
  if (problems.length > 0 || !source.root) return { problems };
  const value: unknown = getNodeValue(source.root);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const { recognition, ...caseJson }: { recognition?: unknown } = isObject ? value : {};
  return checked(isObject ? caseJson : value, recognition, ({ file, path, ...said }) =>
    locate({ file, path: file === 'case.json' ? path : ['recognition', ...path], ...said }, source),
  );
}

function checked(caseJson: unknown, recognitionJson: unknown, locateIn: (problem: CaseProblem) => LocatedProblem): CaseTextCheck {
  try {
    return { caseFile: parseCaseFile(caseJson, recognitionJson), problems: [] };
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    return { problems: error.problems.map(locateIn).sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column) };
  }
}
