/**
 * How well the analysis does on the project's own articles: relations, kinds, speakers, sides, denials, verdicts.
 */
import { type Analysis, analyse } from '../../analysis/analyse.ts';
import type { ResolvedAttribution } from '../../analysis/resolve-attributions.ts';
import type { Tagger } from '../../analysis/tagger/tagger.ts';
import { articleOfText } from '../../model/article.ts';
import type { CaseFile } from '../../model/case-file.ts';
import { preciseDate } from '../../model/date.ts';
import { textOf } from '../../model/span.ts';
import type { GoldArticle, GoldAttribution } from '../corpus/parse-corpus.ts';
import { isSameName } from '../corpus/same-name.ts';
import { pairUp, type Roles } from './pairs.ts';

/** A number out of another. */
export interface Share {
  hit: number;
  of: number;
}

export interface OwnFigures {
  articles: number;
  relation: { hit: number; found: number; gold: number };
  /** The same over what is said, told, claimed or quoted directly. */
  core: { hit: number; gold: number };
  kind: Share;
  speakerRight: Share;
  speakerResolved: Share;
  wrongSide: Share;
  denialPrecision: Share;
  denialRecall: Share;
  recognisedPrecision: Share;
  recognisedRecall: Share;
  /** What went wrong, for whoever mends it. */
  errors: string[];
}

const share = (): Share => ({ hit: 0, of: 0 });
const CORE = /\b(?:said|says|say|told|tells|claim|claims|claimed|wrote|writes)\b/i;

/**
 * Measures the analysis on the articles. Relations and kinds are measured on all that is found; speakers, sides and denials on what a reader is
 * shown of articles about the case.
 */
export function scoreOwn(articles: readonly GoldArticle[], cases: readonly CaseFile[], tagger: Tagger): OwnFigures {
  const figures: OwnFigures = {
    articles: articles.length,
    relation: { hit: 0, found: 0, gold: 0 },
    core: { hit: 0, gold: 0 },
    kind: share(),
    speakerRight: share(),
    speakerResolved: share(),
    wrongSide: share(),
    denialPrecision: share(),
    denialRecall: share(),
    recognisedPrecision: share(),
    recognisedRecall: share(),
    errors: [],
  };
  for (const gold of articles) {
    const published = preciseDate(gold.date);
    const title = gold.text.split('\n', 1)[0] ?? '';
    const analysis = analyse(articleOfText(gold.text, { title, url: '', ...(published ? { published } : {}) }), cases, tagger);
    addVerdict(figures, gold, analysis);
    addAttributions(figures, gold, analysis);
  }
  return figures;
}

function addVerdict(figures: OwnFigures, gold: GoldArticle, { verdict }: Analysis): void {
  const isAbout = gold.verdict === 'about';
  if (verdict.status === 'about') count(figures.recognisedPrecision, isAbout);
  if (isAbout) count(figures.recognisedRecall, verdict.status === 'about');
  if (isAbout !== (verdict.status === 'about')) figures.errors.push(`${gold.id}: verdict ${verdict.status}, not ${gold.verdict}`);
}

function count(tally: Share, isHit: boolean): void {
  tally.of++;
  if (isHit) tally.hit++;
}

export function rolesOf({ sourceSpans, cueSpans, contentSpans }: Pick<ResolvedAttribution, 'sourceSpans' | 'cueSpans' | 'contentSpans'>): Roles {
  return { source: sourceSpans, cue: cueSpans, content: contentSpans };
}

function addAttributions(figures: OwnFigures, gold: GoldArticle, { attributions, statements }: Analysis): void {
  const shown = new Set(statements.map(({ cueSpans }) => cueSpans));
  const pairs = pairUp(gold.attributions, attributions.map(rolesOf), gold.text);
  figures.relation.hit += pairs.length;
  figures.relation.found += attributions.length;
  figures.relation.gold += gold.attributions.length;
  const partnerOf = new Map(pairs);
  gold.attributions.forEach((each, index) => {
    const found = attributions[partnerOf.get(index) ?? -1];
    const words = `${gold.id} ${each.number}: ${textOf(gold.text, each.source)} | ${textOf(gold.text, each.cue)} | ${textOf(gold.text, each.content).slice(0, 100)}`;
    if (CORE.test(textOf(gold.text, each.cue))) {
      figures.core.gold++;
      if (found) figures.core.hit++;
    }
    if (!found) figures.errors.push(`missed ${words}`);
    addLabels(figures, gold, each, found, words, found !== undefined && shown.has(found.cueSpans));
  });
  const pairedFound = new Set(pairs.map(([, found]) => found));
  attributions.forEach((found, index) => {
    if (pairedFound.has(index)) return;
    const words = `${textOf(gold.text, found.sourceSpans)} | ${textOf(gold.text, found.cueSpans)} | ${textOf(gold.text, found.contentSpans).slice(0, 100)}`;
    figures.errors.push(`spurious ${gold.id}: ${words} (${found.kind ?? '-'})`);
    if (shown.has(found.cueSpans) && found.kind === 'denial') count(figures.denialPrecision, false);
  });
}

function addLabels(
  figures: OwnFigures,
  gold: GoldArticle,
  each: GoldAttribution,
  found: ResolvedAttribution | undefined,
  words: string,
  isShown: boolean,
): void {
  const isRightKind = found !== undefined && each.kinds.includes(found.kind);
  if (found) {
    count(figures.kind, isRightKind);
    if (!isRightKind) figures.errors.push(`kind ${found.kind ?? '-'}, not ${each.kinds.map((kind) => kind ?? '-').join('/')}: ${words}`);
  }
  if (gold.verdict !== 'about') return;
  if (each.kinds.length === 1 && each.kinds[0] === 'denial') count(figures.denialRecall, isShown && found?.kind === 'denial');
  if (isShown && found?.kind === 'denial') count(figures.denialPrecision, each.kinds.includes('denial'));
  if (!found || !isShown || each.kinds[0] === undefined) return;
  const { speaker } = found;
  count(figures.speakerResolved, speaker.status !== 'unresolved');
  if (speaker.status === 'unresolved') {
    figures.errors.push(`unresolved, not ${each.speakers.join('/')}: ${words}`);
    return;
  }
  const isRight = each.speakers.some((name) => isSameName(name, speaker.name));
  count(figures.speakerRight, isRight);
  const isWrongSide =
    speaker.side !== each.side && each.side !== 'unresolved' && [speaker.side, each.side].some((side) => side === 'plaintiff' || side === 'defendant');
  count(figures.wrongSide, isWrongSide);
  if (!isRight || isWrongSide) figures.errors.push(`${isWrongSide ? 'WRONG SIDE' : 'speaker'} ${speaker.name}, not ${each.speakers.join('/')}: ${words}`);
}

/** Whether a reader who sees the statement is told right: it is one, its kind fits, and it is on nobody's wrong side. */
export function isRightlyShown(found: ResolvedAttribution, gold: GoldAttribution | undefined): boolean {
  if (!gold?.kinds.includes(found.kind)) return false;
  return found.speaker.status === 'unresolved' || gold.side === 'unresolved' || found.speaker.side === gold.side;
}
