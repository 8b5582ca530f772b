/**
 * How well the analysis does on annotated news that lies beside the project (../shared), by the scorer there. Nothing where that is absent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../analysis/analyse.ts';
import type { Tagger } from '../../analysis/tagger/tagger.ts';
import { articleOfText } from '../../model/article.ts';
import type { CaseFile } from '../../model/case-file.ts';
import { preciseDate } from '../../model/date.ts';
import { textOf } from '../../model/span.ts';
import { rolesOf } from './own-corpus.ts';
import { pairUp, type Roles } from './pairs.ts';

const SHARED = join(import.meta.dirname, '../../../shared');

interface GoldLine {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly date?: string;
  readonly attributions: readonly (Roles & { readonly kind?: readonly string[]; readonly speaker?: readonly string[] })[];
}

type Tally = { readonly precision: number; readonly recall: number; readonly f1: number };
export interface SharedFigures {
  /** By measure of the shared scorer. */
  readonly polnear: Readonly<Record<string, Tally>>;
  /** Recall of relations by group of gold attributions. */
  readonly groups: Readonly<Record<'core' | 'rest', { hit: number; of: number }>>;
  /** Statements of the seed article with the right kind and side. */
  readonly seed: { hit: number; of: number };
}

function linesOf(name: string): GoldLine[] {
  const path = join(SHARED, 'data', name);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldLine);
}

function analysed({ text, title, date }: GoldLine, cases: readonly CaseFile[], tagger: Tagger) {
  const published = date ? preciseDate(date) : undefined;
  return analyse(articleOfText(text, { title: title ?? text.split('\n', 1)[0] ?? '', url: '', ...(published ? { published } : {}) }), cases, tagger);
}

/** Said, told, claimed, written, according to: what every system should find. */
const CORE = /\b(?:said|says|say|saying|told|tells|tell|claim|claims|claimed|wrote|writes|according to|added|adds)\b/i;

/** Measures on PolNeAR's development part, or what `part` takes of it, and the seed article; undefined where they are not there. */
export async function scoreShared(
  cases: readonly CaseFile[],
  tagger: Tagger,
  part: <T>(gold: readonly T[]) => readonly T[] = (gold) => gold,
): Promise<SharedFigures | undefined> {
  const gold = part(linesOf('polnear-dev.jsonl'));
  const [seed] = linesOf('seed-article.jsonl');
  if (gold.length === 0 || !seed) return undefined;
  const { score } = (await import(join(SHARED, 'eval/score.mjs'))) as {
    score: (gold: readonly object[], predicted: readonly object[]) => { tallies: Record<string, Tally> };
  };
  const groups = { core: { hit: 0, of: 0 }, rest: { hit: 0, of: 0 } };
  const predicted = gold.map((line) => {
    const found = analysed(line, cases, tagger).attributions.map(rolesOf);
    const paired = new Set(pairUp(line.attributions, found, line.text).map(([of]) => of));
    line.attributions.forEach(({ cue }, index) => {
      const group = groups[CORE.test(textOf(line.text, cue)) ? 'core' : 'rest'];
      group.of++;
      if (paired.has(index)) group.hit++;
    });
    return { id: line.id, attributions: found };
  });
  const { tallies } = score(gold, predicted);
  const polnear = Object.fromEntries(Object.entries(tallies).map(([name, { precision, recall, f1 }]) => [name, { precision, recall, f1 }]));
  return { polnear, groups, seed: scoreSeed(seed, cases, tagger) };
}

function scoreSeed(seed: GoldLine, cases: readonly CaseFile[], tagger: Tagger): { hit: number; of: number } {
  const { statements } = analysed(seed, cases, tagger);
  const pairs = pairUp(seed.attributions, statements.map(rolesOf), seed.text);
  const right = pairs.filter(([of, at]) => {
    const [gold, found] = [seed.attributions[of], statements[at]];
    if (!gold || !found || found.speaker.status === 'unresolved') return false;
    return (
      gold.kind?.includes(found.kind) &&
      gold.speaker?.some((name) => found.speaker.status !== 'unresolved' && [found.speaker.name, found.speaker.side].includes(name))
    );
  });
  return { hit: right.length, of: seed.attributions.length };
}
