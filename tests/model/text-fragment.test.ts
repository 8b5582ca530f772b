import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFragmentUrl } from '../../model/text-fragment.ts';

const URL_ = 'https://news.example/a?b=1';

test.each<[string, string, string, string, string]>([
  ['short words', 'it denied this', '', '', '#:~:text=it%20denied%20this'],
  ['signs that mean something there', 'so-called, A & B', '', '', '#:~:text=so%2Dcalled%2C%20A%20%26%20B'],
  ['with what stands around, its cut words left out', 'denied', 'cut The company ', ' it in court tod', '#:~:text=The%20company-,denied,-it%20in%20court'],
  ['nothing of another paragraph', 'denied', 'one two.\n', '.\nNext', '#:~:text=denied'],
  ['in pieces: from first to last', 'one two … three four', '', '', '#:~:text=one%20two,three%20four'],
])('%s', (_name, words, prefix, suffix, fragment) => {
  expect(textFragmentUrl(`${URL_}#old`, { words, prefix, suffix })).toBe(`${URL_}${fragment}`);
});

test('any words give an address that can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 12 }), (words, around) => {
      expect(URL.canParse(textFragmentUrl(URL_, { words, prefix: around, suffix: around }))).toBe(true);
    }),
  );
});
