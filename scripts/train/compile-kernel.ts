/**
 * Compiles analysis/tagger/kernel.wat to the bytes that the extension carries: `node scripts/train/compile-kernel.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';

const FOLDER = join(import.meta.dirname, '../../analysis/tagger');

/** The compiled module, base64. */
export async function compileKernel(): Promise<string> {
  const module = (await wabt()).parseWat('kernel.wat', readFileSync(join(FOLDER, 'kernel.wat'), 'utf8'), { simd: true });
  return Buffer.from(module.toBinary({}).buffer).toString('base64');
}

if (import.meta.main) {
  const lines = (await compileKernel()).match(/.{1,140}/g) ?? [];
  const text = `/** kernel.wat, compiled by scripts/train/compile-kernel.ts. */\nexport const KERNEL_BYTES =\n  ${lines.map((line) => `'${line}'`).join(' +\n  ')};\n`;
  writeFileSync(join(FOLDER, 'kernel-bytes.ts'), text);
}
