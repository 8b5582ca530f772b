/**
 * The article that the end-to-end tests read: the annotated one beside the project where it is there, else an own fixture.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageArticle } from '../../scripts/article-page.ts';
import { fixtureArticles } from '../fixtures/articles/load.ts';

export interface ExpectedStatement {
  readonly kinds: readonly string[];
  readonly words: string;
}

export interface SeedArticle {
  readonly origin: 'shared' | 'own';
  readonly page: PageArticle;
  readonly expected: readonly ExpectedStatement[];
  /** Words that no mark may touch. */
  readonly plain: readonly string[];
}

const SEED = join(import.meta.dirname, '../../../shared/data/seed-article.jsonl');

interface Gold {
  readonly text: string;
  readonly attributions: readonly { readonly content: readonly (readonly [number, number])[]; readonly kind: readonly string[] }[];
}

export function seedArticle(): SeedArticle {
  return existsSync(SEED) ? sharedSeed() : ownSeed();
}

function sharedSeed(): SeedArticle {
  const { text, attributions } = JSON.parse(readFileSync(SEED, 'utf8').split('\n')[0] ?? '') as Gold;
  const [title = '', standfirst = '', ...paragraphs] = text.split('\n').filter(Boolean);
  return {
    origin: 'shared',
    page: { title, standfirst, paragraphs, published: '2020-04-27', outlet: 'Tech Daily' },
    expected: attributions.map(({ content, kind }) => ({ kinds: kind, words: content.map(([start, end]) => text.slice(start, end)).join(' ') })),
    plain: [
      'Facebook has intensified its attack on the Israeli cybersecurity firm NSO Group',
      'Catch all the Latest Tech News',
      'subscribe to our YouTube channel',
    ],
  };
}

function ownSeed(): SeedArticle {
  const fixture = fixtureArticles().find(({ sample }) => sample);
  if (!fixture) throw new Error('No fixture article is marked as the sample.');
  return {
    origin: 'own',
    page: fixture,
    expected: (fixture.expected ?? []).map(({ kind, words }) => ({ kinds: [kind], words })),
    plain: ['The trial opened a window on an industry', 'were both called to the stand'],
  };
}
