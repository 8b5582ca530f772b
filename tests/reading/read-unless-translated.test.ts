import { expect, test } from 'vitest';
import type { ReadArticle } from '../../reading/read-article.ts';
import { readUnlessTranslated } from '../../reading/read-unless-translated.ts';

const read = (text: string, workMs: number) => ({ article: { text }, workMs }) as unknown as ReadArticle & { workMs: number };
const FIRST = read('Words.', 9);
const NEW = read('Palabras.', 7);

test.each<[name: string, before: ReadArticle | undefined, answers: boolean[], text: string, workMs: number, isTranslated: boolean]>([
  ['a page in its own language is read', FIRST, [false, false], 'Palabras.', 7, false],
  ['one that has been translated is not', FIRST, [true], 'Words.', 0, true],
  ['one that is translated while it is read keeps what was read before', FIRST, [false, true], 'Words.', 7, true],
  ['one that was translated before it was read at all is read as it is', undefined, [true, true], 'Palabras.', 7, false],
])('%s', async (_name, before, answers, text, workMs, isTranslated) => {
  const left = [...answers];
  const reading = await readUnlessTranslated(
    before,
    () => left.shift() ?? false,
    async () => NEW,
  );
  expect({ text: reading.read.article.text, workMs: reading.read.workMs, isTranslated: reading.isTranslated }).toEqual({ text, workMs, isTranslated });
});
