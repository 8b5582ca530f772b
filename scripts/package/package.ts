/**
 * What the stores get: `npm run package` builds for Chrome and its kin and for Firefox, and writes to build/packages/ a zip file of each,
 * one of the sources, the bill of materials, and the sums by which anybody can check them.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, TARGETS } from './build.ts';
import { bundledIds } from './bundled-ids.ts';
import { sbom } from './sbom.ts';
import { caseSizes, sizesOf, sizeTable } from './sizes.ts';
import { sourceFiles } from './sources.ts';
import { filesIn, zipFiles } from './zip.ts';

export interface Packages {
  /** File name → its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The folders of the two builds. */
  readonly builds: Readonly<Record<(typeof TARGETS)[number], string>>;
}

/** Builds and packs; writes nothing but the builds, under `out`. */
export function makePackages(root: string, out: string): Packages {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Parameters<typeof sbom>[0];
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
  const files = new Map<string, Uint8Array>();
  const builds = { chrome: '', firefox: '' };
  for (const target of TARGETS) {
    builds[target] = build(target, out, root);
    files.set(`${name}-${version}-${target}.zip`, zipFiles(builds[target], filesIn(builds[target])));
  }
  files.set(`${name}-${version}-sources.zip`, zipFiles(root, sourceFiles(root)));
  files.set(`${name}-${version}-sbom.cdx.json`, Buffer.from(sbom(lock)));
  const sums = [...files].map(([file, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`);
  files.set('SHA256SUMS', Buffer.from(sums.join('')));
  return { files, builds };
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..');
  const folder = resolve(root, 'build/packages');
  const { files, builds } = makePackages(root, 'build/package-builds');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
  const cases = caseSizes(root, bundledIds(root));
  console.log(`${sizeTable([...sizesOf(builds.chrome, cases), ...cases])}\n`);
  console.log(Buffer.from(files.get('SHA256SUMS') ?? []).toString());
  console.log(`Written to ${folder}`);
}
