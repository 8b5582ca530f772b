/** The ids of the case files in `cases/`: the folders that hold a case.json. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export function bundledIds(root: string): string[] {
  return readdirSync(join(root, 'cases'))
    .filter((id) => existsSync(join(root, 'cases', id, 'case.json')))
    .sort();
}
