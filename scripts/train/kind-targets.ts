/**
 * What is learnt of each gold attribution's kind: what both annotators chose, the first for more.
 */
import { KIND_CLASSES } from '../../analysis/kinds/classifier.ts';
import type { StatementKind } from '../../model/statement.ts';
import type { GoldArticle } from '../corpus/parse-corpus.ts';
import { pairUp } from '../score/pairs.ts';

/**
 * How much the second annotator's choice counts. The line between a claim and a denial is where annotators differ most: with one of them alone
 * 0.885 of the kinds and 0.831 (F1) of the denials are right in articles about the case, with 0.4 of the second 0.896 and 0.845.
 */
const SECOND = 0.4;

/**
 * How much of a choice goes to the second kind where two stand up. In an exercise the two are its writer's and a second reader's, so that doubt is
 * commoner there. Tried: none, 0.2 and 0.35 in articles, 0.35, 0.4 and 0.5 in exercises.
 */
const DOUBT = 0.2;
const DOUBT_IN_EXERCISE = 0.35;

/** What the second annotator chose first, by the index of the first one's attribution; nothing where they marked other words. */
function secondKinds(gold: GoldArticle, second: GoldArticle | undefined): Map<number, StatementKind | undefined> {
  if (!second) return new Map();
  return new Map(pairUp(gold.attributions, second.attributions, gold.text).map(([one, other]) => [one, second.attributions[other]?.kinds[0]]));
}

/**
 * For each attribution of the article a share for each class of `KIND_CLASSES`, one in all. `second`: the article as the second annotator marked it;
 * an exercise has none.
 */
export function kindTargets(gold: GoldArticle, second: GoldArticle | undefined, isExercise: boolean): Float64Array[] {
  const others = secondKinds(gold, second);
  return gold.attributions.map(({ kinds }, index) => {
    const target = new Float64Array(KIND_CLASSES.length);
    const add = (kind: StatementKind | undefined, share: number): void => {
      const place = KIND_CLASSES.indexOf(kind);
      target[place] = (target[place] ?? 0) + share;
    };
    const own = others.has(index) ? 1 - SECOND : 1;
    const doubt = kinds.length > 1 ? (isExercise ? DOUBT_IN_EXERCISE : DOUBT) : 0;
    add(kinds[0], own * (1 - doubt));
    if (doubt > 0) add(kinds[1], own * doubt);
    if (others.has(index)) add(others.get(index), SECOND);
    return target;
  });
}
