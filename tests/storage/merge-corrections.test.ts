import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, Correction, Quote } from '../../model/correction.ts';
import { describeQuote } from '../../model/quote.ts';
import type { StoredStatement } from '../../model/records.ts';
import { addedId, mergeCorrections } from '../../storage/merge-corrections.ts';

const TEXT = 'WhatsApp said that NSO broke into its servers. NSO denied that it operates Pegasus. The judge found NSO liable. NSO had no comment.';
const NSO = { status: 'actor', actorId: 'nso-group', name: 'NSO Group', side: 'defendant' } as const;

function stored(id: string, words: string, text = TEXT, more: Partial<StoredStatement> = {}): StoredStatement {
  const start = text.indexOf(words);
  const { prefix, suffix } = describeQuote(text, [start, start + words.length]);
  return {
    ...{ id, key: `a/${id}`, articleId: 'a', caseId: 'c', order: 0, kind: 'claim', speaker: { status: 'unresolved' }, quoteType: 'indirect', confidence: 0.5 },
    ...{ sourceSpans: [], cueSpans: [], contentSpans: [[start, start + words.length]], words, sourceWords: '', cueWords: '', prefix, suffix },
    ...more,
  };
}

const FOUND = [stored('one', 'NSO broke into its servers'), stored('two', 'it operates Pegasus', TEXT, { answerId: 'three' }), stored('three', 'NSO liable')];

function quoteOf(words: string, text = TEXT): Quote {
  const start = text.indexOf(words);
  return describeQuote(text, [start, start + words.length]);
}

let at = 0;
function correction(change: Change, words: string, more: Partial<Correction> = {}): Correction {
  at++;
  return { id: `c${at}`, articleId: 'a', caseId: 'c', at, isUndone: false, change, target: quoteOf(words), ...more };
}

const DISMISS_THREE = correction({ type: 'dismiss', statementId: 'three' }, 'NSO liable');
const KIND_TWO = correction({ type: 'kind', statementId: 'two', kind: 'denial' }, 'it operates Pegasus');
const SPEAKER_TWO = correction({ type: 'speaker', statementId: 'two', speaker: NSO }, 'it operates Pegasus');
const SPAN_ONE = correction({ type: 'span', statementId: 'one', quote: quoteOf('broke into its servers') }, 'NSO broke into its servers');
const ADD = correction({ type: 'add', quote: quoteOf('NSO had no comment'), kind: 'no-comment', speaker: NSO }, 'NSO had no comment');
const KIND_ADDED = correction({ type: 'kind', statementId: addedId(ADD.id), kind: 'claim' }, 'NSO had no comment');

describe('corrections over an analysis', () => {
  test('each does what it says, and a reference to what is gone goes too', () => {
    const { statements, lostIds } = mergeCorrections(FOUND, [DISMISS_THREE, KIND_TWO, SPEAKER_TWO, SPAN_ONE, ADD, KIND_ADDED]);
    expect(lostIds).toEqual([]);
    expect(statements.map(({ id, kind, words, isCorrected, confidence }) => [id, kind, words, isCorrected, confidence])).toEqual([
      ['one', 'claim', 'broke into its servers', true, 1],
      ['two', 'denial', 'it operates Pegasus', true, 1],
      [addedId(ADD.id), 'claim', 'NSO had no comment', true, 1],
    ]);
    expect(statements[1]).toMatchObject({ speaker: NSO });
    expect(statements[1]).not.toHaveProperty('answerId');
    expect(statements.map(({ order }) => order)).toEqual([0, 1, 2]);
  });

  test('what was taken back does nothing', () => {
    expect(mergeCorrections(FOUND, [{ ...KIND_TWO, isUndone: true }]).statements.map(({ kind }) => kind)).toEqual(['claim', 'claim', 'claim']);
  });

  test.each<[string, string, (statement: StoredStatement) => StoredStatement]>([
    ['a new first paragraph', `An update stands here now.\n${TEXT}`, (statement) => statement],
    ['other ids', TEXT, (statement) => ({ ...statement, id: `${statement.id}-new`, key: `a/${statement.id}-new` })],
    ['another kind by the analysis', TEXT, (statement) => ({ ...statement, id: `demand-${statement.id}`, kind: 'demand' })],
  ])('survive another analysis: %s', (_name, text, change) => {
    const found = FOUND.map(({ id, words }) => change(stored(id, words, text)));
    const { statements, lostIds } = mergeCorrections(found, [DISMISS_THREE, KIND_TWO, SPEAKER_TWO, SPAN_ONE, ADD, KIND_ADDED], { text });
    expect(lostIds).toEqual([]);
    expect(statements.map(({ kind, words }) => [kind, words])).toEqual([
      [found[0]?.kind, 'broke into its servers'],
      ['denial', 'it operates Pegasus'],
      ['claim', 'NSO had no comment'],
    ]);
    for (const { contentSpans, words } of statements) expect(text.slice(...(contentSpans[0] ?? [0, 0]))).toBe(words);
  });

  test('the same few words in other surroundings are another statement', () => {
    const found = [stored('other', 'NSO liable', 'Nobody on the panel would have held NSO liable for anything else.')];
    expect(mergeCorrections(found, [DISMISS_THREE])).toMatchObject({ statements: [{ id: 'other' }], lostIds: [DISMISS_THREE.id] });
  });

  test('one whose words have grown or shrunk a little is still found', () => {
    const found = [stored('x', 'that NSO broke into its servers')];
    expect(mergeCorrections(found, [correction({ type: 'kind', statementId: 'one', kind: 'demand' }, 'NSO broke into its servers')]).statements[0]?.kind).toBe(
      'demand',
    );
  });

  test('an added statement that the analysis finds as well is there once, by the reader’s word', () => {
    const found = [...FOUND, stored('four', 'NSO had no comment', TEXT, { kind: 'denial', cueWords: 'had' })];
    const { statements } = mergeCorrections(found, [ADD], { text: TEXT });
    expect(statements.filter(({ words }) => words === 'NSO had no comment')).toMatchObject([{ kind: 'no-comment', cueWords: 'had', speaker: NSO }]);
  });

  test('words that are gone leave the correction waiting, and it stays out of texts that lack them', () => {
    const text = 'WhatsApp said that NSO broke into its servers.';
    const found = [stored('one', 'NSO broke into its servers', text)];
    const merged = mergeCorrections(found, [KIND_TWO, ADD], { text });
    expect(merged.lostIds).toEqual([KIND_TWO.id, ADD.id]);
    expect(mergeCorrections(found, [KIND_TWO, ADD], { lostIds: merged.lostIds }).statements).toEqual(merged.statements);
  });

  test('any journal: no statement twice, order from 0, and the empty journal changes nothing', () => {
    expect(mergeCorrections(FOUND, []).statements.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    const any = fc.subarray([DISMISS_THREE, KIND_TWO, SPEAKER_TWO, SPAN_ONE, ADD, KIND_ADDED]);
    fc.assert(
      fc.property(any, fc.boolean(), (journal, hasText) => {
        const { statements } = mergeCorrections(FOUND, journal, hasText ? { text: TEXT } : {});
        expect(new Set(statements.map(({ key }) => key)).size).toBe(statements.length);
        expect(statements.map(({ order }) => order)).toEqual(statements.map((_, index) => index));
        expect(mergeCorrections(FOUND, journal.toReversed(), hasText ? { text: TEXT } : {}).statements).toEqual(statements);
      }),
    );
  });
});
