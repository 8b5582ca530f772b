/**
 * The words by which the bundled cases are recognised, and nothing else: the gate runs on every page and must stay small,
 * so these are not checked here again. The tests and `check-case` do that before a release.
 */
/// <reference types="vite/client" />
import type { Recognition } from '../model/case-file.ts';

const FILES = import.meta.glob<Recognition>('./*/recognition.json', { eager: true, import: 'default' });

/** The recognition terms of every bundled case, in the order of its folder's name. */
export const bundledRecognitions: readonly Recognition[] = Object.keys(FILES)
  .sort()
  .flatMap((path) => FILES[path] ?? []);
