/**
 * Checks the two files of a case folder and says where in the text each problem stands. Job: from JSON path to line and column.
 * Prints nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { CaseFileError, type CaseFileName, type CaseProblem, pathText } from '../cases/case-file-error.ts';
import { parseCaseFile } from '../cases/parse-case-file.ts';
import type { CaseFile } from '../model/case-file.ts';

/** A problem with its place in a file; line and column count from 1, columns in UTF-16 code units. */
export interface LocatedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

export type CaseCheck = { readonly caseFile: CaseFile; readonly problems: readonly [] } | { readonly problems: readonly LocatedProblem[] };

interface Source {
  readonly path: string;
  readonly text: string;
  readonly root?: Node;
}

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

function syntaxProblem({ path, text }: Source, { error, offset }: ParseError): LocatedProblem {
  const code = printParseErrorCode(error);
  const words = code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return {
    file: path,
    ...position(text, offset),
    message: `this is no JSON: ${words}`,
    remedy: SYNTAX_REMEDIES[code] ?? 'correct it; an editor shows the place',
  };
}

function duplicateKeys(source: Source): LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  const visit = (node: Node): void => {
    const seen = new Set<string>();
    for (const child of node.children ?? []) {
      const key = node.type === 'object' ? child.children?.[0] : undefined;
      if (key !== undefined) {
        const name = String(key.value);
        if (seen.has(name))
          problems.push({ file: source.path, ...position(source.text, key.offset), message: `"${name}" stands here twice`, remedy: 'keep one of them' });
        seen.add(name);
      }
      visit(child);
    }
  };
  if (source.root) visit(source.root);
  return problems;
}

function readSource(path: string): { source?: Source; problems: LocatedProblem[] } {
  if (!existsSync(path))
    return { problems: [{ file: path, line: 1, column: 1, message: 'the file is missing', remedy: 'write it after the example of cases/whatsapp-v-nso' }] };
  const text = readFileSync(path, 'utf8');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const source: Source = { path, text, ...(root ? { root } : {}) };
  if (errors.length > 0) return { source, problems: errors.map((error) => syntaxProblem(source, error)) };
  return { source, problems: duplicateKeys(source) };
}

/** The node at the path, or at the longest part of it that exists: a missing property is shown where its object begins. */
function nearestNode(root: Node, path: CaseProblem['path']): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
    if (node) return node;
  }
  return root;
}

function locate({ path, message, remedy }: CaseProblem, source: Source): LocatedProblem {
  const offset = source.root ? nearestNode(source.root, path).offset : 0;
  return { file: source.path, ...position(source.text, offset), message: `${pathText(path)}: ${message}`, remedy };
}

/** Checks one case folder. Text that is no JSON is reported alone, since nothing else could be said of it. */
export function checkCaseFolder(folder: string): CaseCheck {
  const names: CaseFileName[] = ['case.json', 'recognition.json'];
  const read = names.map((name) => readSource(join(folder, name)));
  const problems = read.flatMap((result) => result.problems);
  const [caseSource, recognitionSource] = read.map((result) => result.source);
  if (problems.length > 0 || !caseSource?.root || !recognitionSource?.root) return { problems };
  try {
    return { caseFile: parseCaseFile(getNodeValue(caseSource.root), getNodeValue(recognitionSource.root)), problems: [] };
  } catch (error) {
    if (!(error instanceof CaseFileError)) throw error;
    const located = error.problems.map((problem) => locate(problem, problem.file === 'case.json' ? caseSource : recognitionSource));
    return { problems: located.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column) };
  }
}
