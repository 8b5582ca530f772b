/**
 * The software bill of materials (CycloneDX 1.6), made of the lock file alone, so that the same lock file gives the same bytes: no time,
 * no serial number.
 */
interface LockEntry {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockEntry>>;
}

/** What the extension is made of (`required`) and what only makes or tests it (`excluded`). */
export function sbom(lock: Lock): string {
  const components = Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => componentOf(path.replace(/^.*node_modules\//, ''), entry))
    .sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': purl(lock.name, lock.version),
        name: lock.name,
        version: lock.version,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: components.filter((each, index) => each['bom-ref'] !== components[index - 1]?.['bom-ref']),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function componentOf(name: string, { version, license, integrity, dev, optional }: LockEntry) {
  const hash = integrity?.match(/^sha512-(.+)$/)?.[1];
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    name,
    version,
    // Optional ones bring a Node to run the tools with.
    scope: dev || optional ? 'excluded' : 'required',
    purl: purl(name, version),
    ...(license ? { licenses: [/ (?:OR|AND|WITH) /.test(license) ? { expression: license } : { license: { id: license } }] } : {}),
    ...(hash ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] } : {}),
  };
}

function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
