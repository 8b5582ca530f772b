/** Zip files that depend on nothing but what is in them: names sorted, one fixed time, no owner, no permissions. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

/** Zips some files of a folder; `names` are relative to it, with slashes. */
export function zipFiles(folder: string, names: readonly string[]): Uint8Array {
  const files: Zippable = {};
  for (const name of [...names].sort()) files[name] = new Uint8Array(readFileSync(join(folder, name)));
  // The first moment that a zip file can name, in whatever time zone this machine is: a zip file holds local times.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}

/** All files of a folder and those below it, relative to it, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
