/**
 * Lets a case file in: shape by the schemas of `model/`, then everything a schema cannot say.
 * Knows no particular case, no file system and no bundler.
 */
import * as v from 'valibot';
import { type CaseFile, CaseFileSchema, RecognitionSchema } from '../model/case-file.ts';
import { CaseFileError, type CaseFileName, type CaseProblem, MOST_TOLD } from './case-file-error.ts';
import { referenceProblems } from './case-references.ts';
import { longListProblems } from './long-lists.ts';
import { shapeProblem } from './shape-problems.ts';

type AnySchema = v.GenericSchema<unknown, unknown>;

function checkShape<Schema extends AnySchema>(file: CaseFileName, schema: Schema, json: unknown): { output?: v.InferOutput<Schema>; problems: CaseProblem[] } {
  // A list has all properties of an object, to the guard.
  if (Array.isArray(json))
    return { problems: [{ file, path: [], message: 'a list stands where an object in { } is expected', remedy: 'write the case as one object in { }' }] };
  // Of each value the first slip only: the others are mostly its consequence.
  const result = v.safeParse(schema, json, { abortPipeEarly: true });
  if (result.success) return { output: result.output, problems: [] };
  return { problems: result.issues.slice(0, MOST_TOLD + 1).map((issue) => shapeProblem(file, schema, issue)) };
}

/** The case, once both shapes are right; what is wrong with them, otherwise. */
export function readShapes(caseJson: unknown, recognitionJson: unknown): { readonly caseFile: CaseFile } | { readonly problems: readonly CaseProblem[] } {
  const long = [...longListProblems('case.json', caseJson), ...longListProblems('recognition.json', recognitionJson)];
  if (long.length > 0) return { problems: long };
  const shape = checkShape('case.json', CaseFileSchema, caseJson);
  const terms = checkShape('recognition.json', RecognitionSchema, recognitionJson);
  if (shape.output === undefined || terms.output === undefined) return { problems: [...shape.problems, ...terms.problems] };
  return { caseFile: { ...shape.output, recognition: terms.output } };
}

/**
 * Reads `case.json` and `recognition.json`, both already parsed from JSON, into a case.
 * @throws CaseFileError with the problems of both files, the first `MOST_TOLD` of each and one more; references are followed once both shapes are right.
 */
export function parseCaseFile(caseJson: unknown, recognitionJson: unknown): CaseFile {
  const read = readShapes(caseJson, recognitionJson);
  if (!('caseFile' in read)) throw new CaseFileError(read.problems);
  const broken = referenceProblems(read.caseFile);
  if (broken.length > 0) throw new CaseFileError(broken);
  return read.caseFile;
}

/** The two parts of a case that stands in one piece, with its terms under `recognition`: as it is stored, and as a file may have it. */
export function partsOf(json: unknown): readonly [caseJson: unknown, recognitionJson: unknown] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [json, undefined];
  const { recognition, ...rest } = json as Readonly<Record<string, unknown>>;
  return [rest, recognition];
}

/** A case in one piece, guarded as a file is; undefined where it is not sound. */
export function parseStoredCase(json: unknown): CaseFile | undefined {
  try {
    return parseCaseFile(...partsOf(json));
  } catch (error) {
    if (error instanceof CaseFileError) return undefined;
    throw error;
  }
}
