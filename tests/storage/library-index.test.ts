import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import type { LibraryQuery } from '../../model/library.ts';
import type { StoredArticle, StoredStatement } from '../../model/records.ts';
import { generateStore } from '../../scripts/generate-store.ts';
import { LibraryIndex } from '../../storage/library-index.ts';
import { groupSame, wireOf } from '../../storage/same-statement.ts';
import { searchWords, WordIndex } from '../../storage/word-index.ts';

const caseFile = bundledCases().find(({ id }) => id === 'whatsapp-v-nso');
if (!caseFile) throw new Error('There is no bundled case.');
const store = generateStore(caseFile, { articles: 30, statements: 300 });
const ALL: LibraryQuery = { caseId: caseFile.id, text: '', outlets: [], years: [], sides: [], kinds: [], sort: 'published', offset: 0, limit: 1_000 };

function filled(): LibraryIndex {
  const index = new LibraryIndex();
  for (const article of store.articles) {
    index.setArticle(article);
    index.setDocuments(
      article.id,
      store.statements.filter(({ articleId }) => articleId === article.id),
      [],
    );
  }
  return index;
}

test('words: any query finds just the texts that hold all of its words, the last one as a beginning', () => {
  const word = fc.constantFrom('source', 'sour', 'code', 'coded', 'the', 'NSO', 'été', 'x1');
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 12 }), fc.array(word, { minLength: 1, maxLength: 3 }), (texts, query) => {
      const index = new WordIndex();
      for (const [number, words] of texts.entries()) index.add(number, words.join(' '));
      const wanted = searchWords(query.join(' '));
      const last = wanted.pop() ?? '';
      const expected = texts.flatMap((words, number) => {
        const own = searchWords(words.join(' '));
        return wanted.every((each) => own.includes(each)) && own.some((each) => each.startsWith(last)) ? [number] : [];
      });
      expect([...(index.find(query.join(' ')) ?? [])]).toEqual(expected);
    }),
  );
});

describe('the library', () => {
  const index = filled();

  test('lists every article once, the latest first', () => {
    const { total, found } = index.find(ALL);
    expect(total).toBe(30);
    expect(new Set(found.map(({ key }) => key)).size).toBe(30);
    const dates = found.map(({ key }) => store.articles.find(({ id }) => id === key)?.published?.iso ?? '');
    expect(dates).toEqual(dates.toSorted().reverse());
  });

  test('every facet says how many there are once it is chosen', () => {
    for (const text of ['', 'source']) {
      const { facets } = index.find({ ...ALL, text });
      for (const [outlet, number] of facets.outlets) expect(index.find({ ...ALL, text, outlets: [outlet] }).total).toBe(number);
      for (const [year, number] of facets.years) expect(index.find({ ...ALL, text, years: [year] }).total).toBe(number);
      for (const [side, number] of facets.sides) expect(index.find({ ...ALL, text, sides: [side] }).total).toBe(number);
      for (const [kind, number] of facets.kinds) expect(index.find({ ...ALL, text, kinds: [kind] }).total).toBe(number);
    }
  });

  test('windows put together are the whole', () => {
    const whole = index.find({ ...ALL, text: 'the' }).found;
    const parts = [0, 50, 100, 150, 200, 250, 300].flatMap((offset) => index.find({ ...ALL, text: 'the', offset, limit: 50 }).found);
    expect(parts).toEqual(whole);
  });

  test('another reading of an article replaces its statements, and a deleted one is gone', () => {
    const changing = filled();
    const [article] = store.articles;
    if (!article) return;
    changing.setDocuments(article.id, [], [{ id: article.id, articleId: article.id, caseId: article.caseId, text: 'zebra', at: 1 }]);
    expect(changing.find({ ...ALL, text: 'zebra' }).found).toMatchObject([{ type: 'note', key: article.id, hasNote: true }]);
    expect(changing.find({ ...ALL, text: 'the' }).found.some(({ article: { id } }) => id === article.id)).toBe(false);
    changing.removeArticle(article.id);
    expect(changing.find({ ...ALL, text: 'zebra' }).total).toBe(0);
    expect(changing.digest(article.caseId).articles).toBe(29);
  });

  test('the digest adds up', () => {
    const digest = index.digest(caseFile.id);
    expect(digest).toMatchObject({ articles: 30, statements: 300 });
    const tied = store.statements.filter(({ eventId }) => eventId).length;
    expect(Object.values(digest.events).reduce((sum, { statements }) => sum + statements, 0)).toBe(tied);
  });
});

describe('the same statement in several articles', () => {
  const [article] = store.articles;
  const [statement] = store.statements;
  if (!article || !statement) throw new Error('The generated store is empty.');
  const article2 = (id: string, iso: string, more: Partial<StoredArticle> = {}) => ({
    ...article,
    id,
    url: id,
    published: { iso, precision: 'day' as const },
    ...more,
  });
  const said = (articleId: string, words: string, more: Partial<StoredStatement> = {}) => ({ ...statement, key: `${articleId}/x`, articleId, words, ...more });
  const articles = new Map(
    [article2('a', '2020-01-03'), article2('b', '2020-01-01'), article2('c', '2020-01-02', { byline: 'By Staff, Reuters' })].map((each) => [each.id, each]),
  );
  const FULL = 'the company does not operate Pegasus and never sees whom its customers target';

  test.each<[string, string, string, string[]]>([
    ['verbatim, whatever the marks', FULL, `${FULL}.`, ['first', 'verbatim']],
    ['trimmed', FULL, 'the company does not operate Pegasus and never sees', ['first', 'trimmed']],
    ['in other words', FULL, 'the company does not operate Pegasus, and its customers never tell whom they target', ['first', 'paraphrased']],
  ])('%s', (_name, first, second, likeness) => {
    const groups = groupSame([said('a', second), said('b', first)], articles);
    expect(groups.length).toBe(1);
    expect(groups[0]?.map((appearance) => appearance.likeness)).toEqual(likeness);
    expect(groups[0]?.[0]?.statement.articleId).toBe('b');
  });

  test.each<[string, string, Partial<StoredStatement>]>([
    ['the opposite', FULL.replace('does not operate', 'does operate'), {}],
    ['another kind', FULL, { kind: statement.kind === 'denial' ? 'claim' : 'denial' }],
    ['another speaker', FULL, { speaker: { status: 'named', name: 'Somebody else', side: 'other' } }],
    ['something else', 'the court in Oakland will hear the parties again in the spring', {}],
  ])('is not: %s', (_name, words, more) => {
    expect(groupSame([said('a', words, more), said('b', FULL)], articles).length).toBe(2);
  });

  test('a copy of a news agency is known as such', () => {
    expect(groupSame([said('b', FULL), said('c', FULL)], articles)[0]?.map(({ wire }) => wire)).toEqual([undefined, 'Reuters']);
    expect([{ outlet: 'AP News' }, { byline: 'AFP' }, { outlet: 'The Apple Post', byline: 'Ann Apton' }].map(wireOf)).toEqual(['AP', 'AFP', undefined]);
  });
});
