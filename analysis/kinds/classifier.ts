/**
 * A linear classifier (multinomial logistic regression, L2) above the rules, which together with the tagger's network has the last word on kinds.
 * Trained by `scripts/train/kinds.ts` on the project's own corpus.
 */
import { STATEMENT_KINDS, type StatementKind } from '../../model/statement.ts';
import { callsUntrue, isNoComment, leavesOpen } from './content.ts';
import { isNegated, type Stance, stanceOfCue } from './cue-lexicon.ts';
import { type KindScene, kindFeatures, labelled } from './features.ts';
import { isAct, type KindAnswer, kindOf } from './kind.ts';
import { softmax } from './network.ts';
import trained from './weights.json' with { type: 'json' };

/** The classes in the order of their weights; the first is no statement. */
export const KIND_CLASSES: readonly (StatementKind | undefined)[] = [undefined, ...STATEMENT_KINDS];

/** Weights of a feature, one a class. */
export type KindWeights = Readonly<Record<string, readonly number[]>>;

/** The kind of an attribution and how probable it is, 0 to 1. `network`: what the tagger's network makes of it, a probability for each class. */
export function classifyKind(scene: KindScene, network: readonly number[]): KindAnswer {
  const rule = kindOf(scene).kind;
  const probabilities = together(kindProbabilities(kindFeatures(scene, rule), trained as KindWeights), network);
  if (isAct(scene.cueWords, scene.content)) return { kind: undefined, confidence: 0.9 };
  const weighed = probabilities.map((probability, index) => (KIND_CLASSES[index] === 'denial' ? probability * DENIAL_HANDICAP : probability));
  let best = weighed.indexOf(Math.max(...weighed));
  let confidence = probabilities[best] ?? 0;
  if (rule && isByDefinition(rule, KIND_CLASSES[best], scene)) {
    // As sure as that it is one of the two.
    best = KIND_CLASSES.indexOf(rule);
    confidence += probabilities[best] ?? 0;
  }
  return confidence < LEAST_FOR_UNKNOWN_CUE && isUnknownCue(scene) ? { kind: undefined, confidence: 1 - confidence } : { kind: KIND_CLASSES[best], confidence };
}

/**
 * Whether the rule's kind stands by definition, whatever else the sentence is like: a plain verb of denying, or a claim that negates an act of one's own, is a
 * denial and no claim, and so is a word of somebody's that is called untrue; who does not deny concedes, and who does not concede denies;
 * who does neither does not answer.
 */
function isByDefinition(rule: StatementKind, learnt: StatementKind | undefined, scene: KindScene): boolean {
  const stance = stanceOfCue(scene.cueWords);
  if (rule === 'denial' && learnt === 'claim') return negatesOwnAct(scene) || stance === 'deny' || putsDown(scene, stance);
  if (rule === 'no-comment') return (learnt === 'denial' || learnt === 'concession') && leavesOpen(scene.cueWords);
  const isTurned = (stance === 'deny' || stance === 'concede') && isNegated(scene.cueWords);
  return isTurned && ((rule === 'concession' && learnt === 'denial') || (rule === 'denial' && learnt === 'concession'));
}

/** "described the appeal as a diversion": what somebody else says or files is what the label is put on. */
function putsDown({ content, contentWords, side }: KindScene, stance: Stance | undefined): boolean {
  const isParty = side === 'plaintiff' || side === 'defendant';
  return isParty && stance === 'label' && labelled(contentWords) === 'their word' && callsUntrue(content);
}

/**
 * How much the network's word counts; the classifier has the rest. On two folds of articles whose kinds a network like the one in use had not learnt
 * (3,398 attributions) 0.9176 of the kinds are right without it, 0.9288 with 0.3, 0.9317 with 0.5, 0.9338 with 0.6, 0.9332 with 0.7; the network alone has 0.9205.
 */
const NETWORK = 0.6;
const LEAST_PROBABILITY = 1e-9;

/** The two opinions as one: their weighted geometric mean. */
export function together(classifier: readonly number[], network: readonly number[]): number[] {
  const log = (probability: number | undefined) => Math.log(Math.max(LEAST_PROBABILITY, probability ?? 0));
  return softmax(classifier.map((probability, kind) => (1 - NETWORK) * log(probability) + NETWORK * log(network[kind])));
}

/**
 * A denial must be a little likelier than a claim. On the same two folds denials' precision and recall are 0.920 / 0.879 without it, 0.926 / 0.867 with exp(-0.1)
 * and 0.933 / 0.855 with exp(-0.2), at the same share of right kinds. Half of exp(-0.1), at which enough denials are found on the held-out articles.
 */
const DENIAL_HANDICAP = Math.exp(-0.05);

/** Whether the speaker's own act is negated right where the content says it: "it had not misled the court". */
function negatesOwnAct({ subject, quoteType, contentWords }: KindScene): boolean {
  if (subject !== 'own' || quoteType === 'direct') return false;
  const words = contentWords.filter((word) => /[a-z]/.test(word) && word !== 'that');
  return words.slice(0, SAID_FIRST).some((word) => /^(?:not|n't|never|neither|nothing)$/.test(word));
}

/** Words of a content within which its main verb stands, as a rule. */
const SAID_FIRST = 5;

/** How probable a kind must be where no list of verbs and nouns knows the cue ("has intensified its attack on"). */
const LEAST_FOR_UNKNOWN_CUE = 0.55;

function isUnknownCue({ cueWords, content, quoteType }: KindScene): boolean {
  const isPlain = quoteType === 'indirect' && !/^["“]?that\b/.test(content) && !cueWords.includes(':');
  return isPlain && stanceOfCue(cueWords) === undefined && !isNoComment(`${cueWords.join(' ')} ${content}`);
}

/** Probability of each class given the features that hold. */
export function kindProbabilities(features: readonly string[], weights: KindWeights): number[] {
  const scores = KIND_CLASSES.map(() => 0);
  for (const feature of features)
    weights[feature]?.forEach((weight, index) => {
      scores[index] = (scores[index] ?? 0) + weight;
    });
  return softmax(scores);
}
