import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleOfText } from '../../model/article.ts';
import type { Correction } from '../../model/correction.ts';
import type { StoredStatement } from '../../model/records.ts';
import { hull, type Span, textOf } from '../../model/span.ts';
import type { StatementKind } from '../../model/statement.ts';
import { pairUp, type Roles } from '../../scripts/score/pairs.ts';
import { toGold } from '../../storage/exchange/gold.ts';
import { mergeCorrections } from '../../storage/merge-corrections.ts';

const SCORER = join(import.meta.dirname, '../../../shared/eval/score.mjs');
const TEXT = 'WhatsApp said the servers were used without leave. NSO declined to comment. A clerk of the court read the exhibits aloud.';

function statement(id: string, kind: StatementKind, source: string, cue: string, content: string): StoredStatement {
  const spanOf = (words: string): Span[] => (words ? [[TEXT.indexOf(words), TEXT.indexOf(words) + words.length]] : []);
  const spans = spanOf(content || cue);
  const [start, end] = hull(spans) ?? [0, 0];
  return {
    ...{ id, key: `a/${id}`, articleId: 'a', caseId: 'c', kind, order: start, speaker: { status: 'unresolved' }, quoteType: 'indirect', confidence: 0.7 },
    ...{ sourceSpans: spanOf(source), cueSpans: spanOf(cue), contentSpans: spanOf(content), sourceWords: source, cueWords: cue },
    ...{ words: textOf(TEXT, spans), prefix: TEXT.slice(Math.max(0, start - 32), start), suffix: TEXT.slice(end, end + 32) },
  };
}

const analysed = [
  statement('s1', 'claim', 'WhatsApp', 'said', 'the servers were used without leave'),
  statement('s2', 'claim', 'NSO', 'declined to comment', ''),
  statement('s3', 'claim', 'A clerk', 'read', 'the exhibits aloud'),
];
const quote = (words: string) => {
  const start = TEXT.indexOf(words);
  return {
    exact: words,
    prefix: TEXT.slice(Math.max(0, start - 32), start),
    suffix: TEXT.slice(start + words.length, start + words.length + 32),
    start,
    end: start + words.length,
  };
};
const made = (id: string, at: number, words: string, change: Correction['change']): Correction => ({
  ...{ id, at, change, articleId: 'a', caseId: 'c', isUndone: false },
  target: quote(words),
});
const WHATSAPP = { status: 'actor', actorId: 'whatsapp', name: 'WhatsApp', side: 'plaintiff' } as const;
const corrections = [
  made('c1', 1, 'the servers were used without leave', { type: 'speaker', statementId: 's1', speaker: WHATSAPP }),
  made('c2', 2, 'declined to comment', { type: 'kind', statementId: 's2', kind: 'no-comment' }),
  made('c3', 3, 'the exhibits aloud', { type: 'dismiss', statementId: 's3' }),
  made('c4', 4, 'A clerk of the court', { type: 'add', quote: quote('A clerk of the court'), kind: 'claim', speaker: { status: 'unresolved' } }),
];

interface GoldLine {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly (Roles & { readonly kind: readonly string[]; readonly speaker?: readonly string[] })[];
}

const { statements } = mergeCorrections(analysed, corrections, { text: articleOfText(TEXT).text });
const gold = toGold(corrections, statements)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as GoldLine);
/** What a perfect analysis would have found. */
const perfect = gold.map(({ id, attributions }) => ({
  id,
  attributions: attributions.map(({ source, cue, content, kind, speaker }) => ({ source, cue, content, kind: kind[0], speaker: speaker?.[0] })),
}));

describe('corrections exported as gold', () => {
  test('hold source, cue and words where they stand in what is kept of the text', () => {
    expect(
      gold.map(({ text, attributions }) =>
        attributions.map(({ source, cue, content, kind }) => [textOf(text, source), textOf(text, cue), textOf(text, content), kind]),
      ),
    ).toEqual([
      [['WhatsApp', 'said', 'the servers were used without leave', ['claim']]],
      [['NSO', 'declined to comment', '', ['no-comment']]],
      [],
      [['', '', 'A clerk of the court', ['claim']]],
    ]);
  });

  test('are read by our own scorer: each is paired with itself', () => {
    for (const { text, attributions } of gold) expect(pairUp(attributions, attributions, text)).toEqual(attributions.map((_, at) => [at, at]));
  });

  test('are read by the shared scorer (skipped without ../shared)', async (context) => {
    if (!existsSync(SCORER)) return context.skip('../shared is not there');
    const { score } = (await import(SCORER)) as {
      score: (gold: readonly object[], predicted: readonly object[]) => { tallies: Record<string, { f1: number; gold: number }> };
    };
    const { tallies } = score(gold, perfect);
    // Its looser measure pairs nothing that has no content.
    expect(tallies['relation.exact']).toMatchObject({ f1: 1, gold: 3 });
    expect(tallies['exact.content']?.f1).toBe(1);
    const nothing = gold.map(({ id }) => ({ id, attributions: [] }));
    expect(score(gold, nothing).tallies['relation.exact']?.f1).toBe(0);
  });
});
