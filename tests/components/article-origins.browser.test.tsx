/** Where the page says what it says of itself, as the sidebar shows it. */
import { render } from 'preact';
import { expect, it } from 'vitest';
import { ArticleOrigins } from '../../components/ArticleOrigins.tsx';
import { TextsContext } from '../../components/text.tsx';
import type { StoredArticle } from '../../model/records.ts';
import messages from '../../public/_locales/en/messages.json';

const lookup = (key: string) => (messages as Readonly<Record<string, { message: string }>>)[key]?.message ?? '';
const article: StoredArticle = {
  id: 'https://news.example/a',
  url: 'https://news.example/a',
  site: 'news.example',
  title: 'A title',
  caseId: 'c',
  verdict: { status: 'about', caseId: 'c', score: 1, evidence: [] } as unknown as StoredArticle['verdict'],
  wordCount: 1,
  statementCount: 0,
  firstReadAt: 0,
  lastReadAt: 0,
};

function shown(more: Partial<StoredArticle>): string[] {
  const root = document.createElement('div');
  render(
    <TextsContext.Provider value={{ lookup, locale: 'en-GB' }}>
      <ArticleOrigins article={{ ...article, ...more }} />
    </TextsContext.Provider>,
    root,
  );
  return [...root.querySelectorAll('dl > div')].map((line) => (line.textContent ?? '').trim());
}

it.each<[string, Partial<StoredArticle>, RegExp[]]>([
  ['nothing, where the page says nothing', {}, []],
  ['nothing of what was read before this was kept', { outlet: 'The Ledger' }, []],
  [
    'date and outlet',
    { outlet: 'The Ledger', published: { iso: '2019-10-30', precision: 'day' }, provenance: { outlet: 'meta', published: 'json-ld' } },
    [/^Published30 October 2019 \(the page’s JSON-LD\)$/, /^OutletThe Ledger \(a meta element of the page\)$/],
  ],
  ['an address that is not believed', { distrustedCanonical: 'https://other.example/' }, [/^Addresshttps:\/\/other\.example\/ \(not believed: /]],
])('%s', (_name, more, expected) => {
  const lines = shown(more);
  expect(lines).toHaveLength(expected.length);
  for (const [at, line] of expected.entries()) expect(lines[at]).toMatch(line);
});
