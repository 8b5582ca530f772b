/**
 * The corpus as the speaker resolver sees it: gold spans as attributions, so that nothing but the speaker can be wrong.
 */
import { type Document, readDocument } from '../../analysis/document.ts';
import type { Rank } from '../../analysis/speakers/rank.ts';
import { type Cast, resolveSpeakers } from '../../analysis/speakers/resolve.ts';
import { articleOfText } from '../../model/article.ts';
import type { Attribution } from '../../model/attribution.ts';
import { textOf } from '../../model/span.ts';
import type { Speaker } from '../../model/statement.ts';
import { goldAttributions } from '../corpus/gold-attributions.ts';
import type { GoldArticle, GoldAttribution } from '../corpus/parse-corpus.ts';
import { isSameName } from '../corpus/same-name.ts';

export interface SpeakerArticle {
  readonly id: string;
  readonly text: string;
  readonly document: Document;
  /** In the order of their cues, as the tagger gives them. */
  readonly gold: readonly GoldAttribution[];
  readonly attributions: readonly Attribution[];
  /** How much it counts where it is learnt from. */
  readonly weight: number;
}

export function speakerArticle(article: GoldArticle, weight = 1): SpeakerArticle {
  const document = readDocument(articleOfText(article.text, { title: article.text.split('\n', 1)[0] ?? '', url: '' }));
  const gold = article.attributions.toSorted((a, b) => (a.cue[0]?.[0] ?? 0) - (b.cue[0]?.[0] ?? 0));
  const attributions = goldAttributions(document, gold);
  return { id: article.id, text: article.text, document, gold, attributions, weight };
}

export interface SpeakerFigures {
  statements: number;
  resolved: number;
  right: number;
  wrongSide: number;
  errors: string[];
}

export const noFigures = (): SpeakerFigures => ({ statements: 0, resolved: 0, right: 0, wrongSide: 0, errors: [] });

/** Resolves an article's speakers and counts, over what is a statement. */
export function measure(article: SpeakerArticle, cast: Cast, rank: Rank, figures: SpeakerFigures): void {
  const found = resolveSpeakers(article.document, article.attributions, cast, rank);
  article.gold.forEach((gold, index) => {
    const { speaker, confidence } = found[index] ?? {};
    if (gold.kinds[0] === undefined || !speaker) return;
    figures.statements++;
    const label = judge(gold, speaker, figures);
    if (label === undefined) return;
    const words = [gold.source, gold.cue, gold.content].map((spans) => textOf(article.text, spans).slice(0, 90)).join(' | ');
    const name = speaker.status === 'unresolved' ? '-' : speaker.name;
    figures.errors.push(`${label} ${name} (${confidence?.toFixed(2)}), not ${gold.speakers.join('/')}: ${article.id} ${gold.number}: ${words}`);
  });
}

function judge(gold: GoldAttribution, speaker: Speaker, figures: SpeakerFigures): string | undefined {
  if (speaker.status === 'unresolved') return 'unresolved';
  figures.resolved++;
  const isRight = gold.speakers.some((name) => isSameName(name, speaker.name));
  if (isRight) figures.right++;
  const isParty = [speaker.side, gold.side].some((side) => side === 'plaintiff' || side === 'defendant');
  const isWrongSide = isParty && speaker.side !== gold.side && gold.side !== 'unresolved';
  if (isWrongSide) figures.wrongSide++;
  return isWrongSide ? 'WRONG SIDE' : isRight ? undefined : 'speaker';
}

export function say({ statements, resolved, right, wrongSide }: SpeakerFigures): string {
  const share = (hit: number, of: number) => (hit / (of || 1)).toFixed(3);
  return `right ${share(right, resolved)}, resolved ${share(resolved, statements)}, wrong side ${share(wrongSide, resolved)} (${wrongSide}) of ${statements}`;
}
