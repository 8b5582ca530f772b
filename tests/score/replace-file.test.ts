import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceFile } from '../../scripts/corpus/write-corpus.ts';

test('a file is replaced whole, and left alone where it is the same already', () => {
  const folder = mkdtempSync(join(tmpdir(), 'allegedly-replace-'));
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'before');
  const inode = statSync(path).ino;
  replaceFile(path, 'after');
  expect(readFileSync(path, 'utf8')).toBe('after');
  // Another file in the same place: nobody who had it open saw it half written.
  expect(statSync(path).ino).not.toBe(inode);
  utimesSync(path, 0, 0);
  replaceFile(path, 'after');
  expect(statSync(path).mtimeMs).toBe(0);
  expect(readdirSync(folder)).toEqual(['a.txt']);
});
