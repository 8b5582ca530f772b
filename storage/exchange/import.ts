/**
 * Taking in a backup or a collection of web annotations: first what would change, then, in one transaction, the change. What is stored
 * is never made less: the newer of two readings stays, and corrections are united.
 */
import * as v from 'valibot';
import type { ImportPlan } from '../../model/import-plan.ts';
import { BackupSchema } from '../../model/record-guards.ts';
import type { AllegedlyDatabase } from '../database.ts';
import { importAnnotations } from './import-annotations.ts';
import { importBackup } from './import-backup.ts';
import type { ImportOptions } from './import-plan.ts';
import { ImportError, parseImport } from './import-text.ts';
import { fromWebAnnotations, isWebAnnotations } from './web-annotation.ts';

/** Says what the file would change, and with `isDry` false changes it: all of it or nothing. */
export async function importFile(text: string, db: AllegedlyDatabase, options: ImportOptions): Promise<ImportPlan> {
  const raw = parseImport(text);
  if (isWebAnnotations(raw)) return importAnnotations(fromWebAnnotations(raw), db, options);
  const result = v.safeParse(BackupSchema, raw, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw new ImportError('no_backup', v.getDotPath(issue) ?? '');
  }
  return importBackup(result.output, db, options.isDry);
}
