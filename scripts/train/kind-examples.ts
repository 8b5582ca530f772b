/**
 * The attributions that kinds are learnt from: those of the own training articles and of the exercises, on their gold spans, as the program would see them.
 */
import { readDocument } from '../../analysis/document.ts';
import { kindOf } from '../../analysis/kinds/kind.ts';
import { type KindScene, kindScenes } from '../../analysis/kinds/scene.ts';
import { findMentions } from '../../analysis/speakers/mentions.ts';
import { castOf, resolveSpeakers } from '../../analysis/speakers/resolve.ts';
import { articleOfText } from '../../model/article.ts';
import type { CaseFile } from '../../model/case-file.ts';
import type { StatementKind } from '../../model/statement.ts';
import { sampleOf } from '../brief.ts';
import { goldAttributions } from '../corpus/gold-attributions.ts';
import type { GoldArticle } from '../corpus/parse-corpus.ts';
import { corpusCases, readCorpus, readExercises } from '../corpus/read-corpus.ts';
import { weightOf } from './article-weight.ts';
import { kindTargets } from './kind-targets.ts';

/** The fold of exercises, which are learnt from in every fold and measured in none. */
export const EXERCISE = -1;

export interface KindExample {
  readonly article: string;
  /** Which of the article's attributions it is. */
  readonly index: number;
  readonly scene: KindScene;
  readonly rule: StatementKind | undefined;
  readonly accepted: readonly (StatementKind | undefined)[];
  /** What is learnt: a share for each class, one in all. */
  readonly target: Float64Array;
  /** The number of the article, by which it is measured; `EXERCISE` for exercises. */
  readonly fold: number;
  readonly weight: number;
}

function examplesOf(gold: GoldArticle, second: GoldArticle | undefined, caseFile: CaseFile, fold: number): KindExample[] {
  const targets = kindTargets(gold, second, fold === EXERCISE);
  const document = readDocument(articleOfText(gold.text));
  const attributions = goldAttributions(document, gold.attributions);
  const cast = castOf(caseFile.actors);
  const speakers = resolveSpeakers(document, attributions, cast);
  return kindScenes(document, cast.actors, findMentions(document, cast.index), attributions, speakers).map((scene, index) => ({
    article: gold.id,
    index,
    scene,
    rule: kindOf(scene).kind,
    accepted: gold.attributions[index]?.kinds ?? [undefined],
    target: targets[index] as Float64Array,
    fold,
    weight: weightOf(gold),
  }));
}

/** All of them, articles first; a few of them in a brief run. */
export function kindExamples(): KindExample[] {
  const [caseFile] = corpusCases();
  if (!caseFile) throw new Error('There is no case file whose actors the articles could speak of.');
  const seconds = new Map(readCorpus({ pass: 'second' }).map((article) => [article.id, article]));
  return [
    ...sampleOf(readCorpus({ split: 'train' }), 20).flatMap((gold, index) => examplesOf(gold, seconds.get(gold.id), caseFile, index)),
    ...sampleOf(readExercises(), 10).flatMap((gold) => examplesOf(gold, undefined, caseFile, EXERCISE)),
  ];
}
