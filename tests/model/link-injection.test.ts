import { describe, expect, test } from 'vitest';
import { textFragmentUrl } from '../../model/text-fragment.ts';
import { PAYLOADS } from '../support/payloads.ts';

describe('a link to words stays a link to the same page', () => {
  const parts = ['words', 'prefix', 'suffix'] as const;
  test.each(PAYLOADS.map((payload, index) => [index, payload.slice(0, 40), payload] as const))('%i: %j', (_index, _short, payload) => {
    for (const part of parts) {
      const address = textFragmentUrl('https://news.example/a?b=c', { words: 'plain words', prefix: 'before ', suffix: ' after', [part]: payload });
      const url = new URL(address);
      expect([url.origin, url.pathname, url.search]).toEqual(['https://news.example', '/a', '?b=c']);
      // Nothing is left in it that means something to HTML, to the fragment or to whoever pastes it.
      expect(url.hash).toMatch(/^(?:#:~:text=(?:[\w.!~*'()]|%[\dA-F]{2}|,|-)*)?$/);
      expect(url.hash.replace(/^#:~:text=/, '').split(',').length).toBeLessThanOrEqual(4);
    }
  });

  test.each(['-', ',', '&', 'a-b', 'a,b', 'a&text=b', '-,', '%2C'])('signs of the fragment are encoded: %s', (words) => {
    const hash = textFragmentUrl('https://news.example/', { words, prefix: '', suffix: '' }).split('#:~:text=')[1] ?? '';
    expect(hash).not.toMatch(/[-,&]/);
    expect(decodeURIComponent(hash)).toBe(words);
  });
});
