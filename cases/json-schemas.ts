/**
 * The JSON Schemas by which an editor checks a case file while it is written, derived from the guards of `model/`
 * so that there is one definition. Knows no files; development only.
 */
import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { CaseFileSchema, RecognitionSchema } from '../model/case-file.ts';

/** Schemas by the name of the file that holds them. */
export function caseJsonSchemas(): Readonly<Record<'case-file.schema.json' | 'recognition.schema.json', JsonSchema>> {
  // What JSON Schema cannot say (a date that exists, http only, trimmed text) is left to the guard.
  const options: ConversionConfig = { target: 'draft-07', typeMode: 'input', ignoreActions: ['trim', 'check', 'readonly'] };
  return {
    'case-file.schema.json': { title: 'A case of Allegedly: case.json', ...toJsonSchema(CaseFileSchema, options) },
    'recognition.schema.json': { title: 'A case of Allegedly: recognition.json', ...toJsonSchema(RecognitionSchema, options) },
  };
}
