/** What the sidebar draws and says of statements: bars that can be compared, and the words that tell a claim from its rejection. */

import { type ComponentChild, render } from 'preact';
import { expect, it, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/base.css';
import { SameStatements } from '../../components/SameStatements.tsx';
import { SideShares } from '../../components/SideShares.tsx';
import '../../components/tokens.css';
import { TextsContext } from '../../components/text.tsx';
import type { StoredStatement } from '../../model/records.ts';
import type { Side } from '../../model/statement.ts';
import messages from '../../public/_locales/en/messages.json';

const lookup = (key: string) => (messages as Readonly<Record<string, { message: string }>>)[key]?.message ?? '';

function shown(child: ComponentChild): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  render(<TextsContext.Provider value={{ lookup, locale: 'en-GB' }}>{child}</TextsContext.Provider>, root);
  return root;
}

function said(side: Side, many: number, more: Partial<StoredStatement> = {}): StoredStatement {
  const words = Array.from({ length: many }, () => 'word').join(' ');
  return { ...statement, key: `${side} ${many}`, speaker: { status: 'actor', actorId: side, name: side, side }, words, ...more };
}

const statement = {
  ...{ id: 'claim-1', key: 'a/claim-1', articleId: 'a', caseId: 'c', order: 0, kind: 'claim', quoteType: 'indirect', speaker: { status: 'unresolved' } },
  ...{ sourceSpans: [], cueSpans: [], contentSpans: [], confidence: 1, words: '', sourceWords: '', cueWords: '', prefix: '', suffix: '' },
} as StoredStatement;

it.each([360, 420])('the bars of who says how much can be compared, %i px wide', async (width) => {
  await page.viewport(width, 600);
  const statements = [said('plaintiff', 10), said('defendant', 100), said('defendant', 99), said('court', 60)];
  const bars = [...shown(<SideShares statements={statements} selected={new Set()} onToggle={() => undefined} />).querySelectorAll('.share-bar')];
  const boxes = bars.map((bar) => bar.getBoundingClientRect());
  expect(new Set(boxes.map(({ left, width: wide }) => `${Math.round(left)} ${Math.round(wide)}`)).size).toBe(1);
  const lengths = bars.map((bar) => (bar.firstElementChild as HTMLElement).getBoundingClientRect().width / (boxes[0]?.width ?? 0));
  for (const [at, share] of [10 / 199, 1, 60 / 199].entries()) expect(lengths[at]).toBeCloseTo(share, 1);
});

test('a row of many articles says by which words it is known: a claim and its rejection may differ in them alone', () => {
  const of = (given: StoredStatement) =>
    [{ statement: given, outlet: 'The Ledger', title: '', url: 'https://news.example/', date: undefined, likeness: 'first' }] as const;
  const rejected = said('court', 3, { cueWords: 'rejected' });
  const unclear = { ...statement, key: 'b', words: 'it', cueWords: 'alleged' };
  const rows = shown(<SameStatements groups={[of(rejected), of(unclear)]} total={2} />).querySelectorAll('.same-statement');
  expect([...rows].map((row) => [...row.querySelectorAll('q')].map((cue) => cue.textContent))).toEqual([['rejected'], ['alleged']]);
});
