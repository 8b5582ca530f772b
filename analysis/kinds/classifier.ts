/**
 * A linear classifier (multinomial logistic regression, L2) above the rules, which together with the tagger's network and the sequence classifier has the
 * last word on kinds. Trained by `scripts/train/kinds.ts` on the project's own corpus.
 */
import { STATEMENT_KINDS, type StatementKind } from '../../model/statement.ts';
import { callsUntrue, confinesToOthers, deniesMisdeed, isNoComment, leavesOpen } from './content.ts';
import { isNegated, type Stance, stanceOfCue } from './cue-lexicon.ts';
import { kindFeatures, labelled, sequenceFeatures } from './features.ts';
import { isAct, type KindAnswer, kindOf } from './kind.ts';
import { softmax } from './network.ts';
import type { KindScene } from './scene.ts';
import type { SequenceClassifier } from './sequence-classifier.ts';
import trained from './weights.json' with { type: 'json' };

/** The classes in the order of their weights; the first is no statement. */
export const KIND_CLASSES: readonly (StatementKind | undefined)[] = [undefined, ...STATEMENT_KINDS];

/** Weights of a feature, one a class. */
export type KindWeights = ReadonlyMap<string, readonly number[]>;

const TRAINED: KindWeights = new Map(Object.entries(trained));

/**
 * The kind of an attribution and how probable it is, 0 to 1. `network`: what the tagger's network makes of it, a probability for each class; `sequences`
 * reads its words.
 */
export function classifyKind(scene: KindScene, network: readonly number[], sequences: SequenceClassifier): KindAnswer {
  const rule = kindOf(scene).kind;
  const classifier = kindProbabilities(kindFeatures(scene, rule), TRAINED);
  const two = together({ classifier, network });
  // Where two are sure, a third is not asked: it would change nothing and costs as much as the rest.
  const probabilities =
    Math.max(...two) > SURE ? two : together({ classifier, network, sequence: sequences.probabilities(scene.sequence(), sequenceFeatures(scene, rule)) });
  return judged(scene, rule, probabilities);
}

/** What is made of the probability of each class, `rule` being what the rules alone say. */
export function judged(scene: KindScene, rule: StatementKind | undefined, probabilities: readonly number[]): KindAnswer {
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
 * Whether the rule's kind stands by definition, whatever else the sentence is like: a plain verb of denying is a denial and no claim, and so is a word of
 * somebody's that is called untrue; who does not deny concedes, and who does not concede denies; who does neither does not answer. A misdeed of one's own
 * that was not done is denied; what else negates an act of one's own need not be: "could not pay", "was never given it"
 * (`docs/decisions/0024-what-stands-by-definition.md`).
 */
function isByDefinition(rule: StatementKind, learnt: StatementKind | undefined, scene: KindScene): boolean {
  const stance = stanceOfCue(scene.cueWords);
  if (rule === 'denial' && learnt === 'claim') {
    const isMisdeed = scene.subject === 'own' && deniesMisdeed(scene.contentWords);
    return isMisdeed || (stance === 'deny' && !isUnmoved(scene)) || confinesToOthers(scene.content) || putsDown(scene, stance);
  }
  if (rule === 'no-comment') return (learnt === 'denial' || learnt === 'concession') && leavesOpen(scene.cueWords);
  const isTurned = (stance === 'deny' || stance === 'concede') && isNegated(scene.cueWords);
  return isTurned && ((rule === 'concession' && learnt === 'denial') || (rule === 'denial' && learnt === 'concession'));
}

/** "was not convinced", "objected that the order went too far": no verb of denying, or one behind which an argument of one's own stands. */
function isUnmoved({ cueWords, content }: KindScene): boolean {
  const argues = cueWords.some((word) => /^(?:object|counter)(?:s|ed|ing)?$/.test(word)) && /^(?:that\b|["“])/.test(content);
  return argues || cueWords.some((word) => /^(?:convinced|impressed|persuaded)$/.test(word));
}

/** "described the appeal as a diversion": what somebody else says or files is what the label is put on. */
function putsDown({ content, contentWords, side }: KindScene, stance: Stance | undefined): boolean {
  const isParty = side === 'plaintiff' || side === 'defendant';
  return isParty && stance === 'label' && labelled(contentWords) === 'their word' && callsUntrue(content);
}

/** What three think of an attribution, a probability for each class. */
export interface Opinions {
  readonly classifier: readonly number[];
  /** The layer over the tagger's network. */
  readonly network: readonly number[];
  /** The sequence classifier. */
  readonly sequence: readonly number[];
}

/**
 * How much each one's word counts. In cross-validation, on 7,053 attributions that none of them had learnt from, 0.931 of the kinds are right without the sequence
 * classifier and 0.935 so; the precision of denials at recalls of 0.85 to 0.89 is 0.927 in the mean, and 0.941. Two to three to five, or four to four, differ by less than chance.
 */
const SHARES: Readonly<Record<keyof Opinions, number>> = { classifier: 0.3, network: 0.3, sequence: 0.4 };
const LEAST_PROBABILITY = 1e-9;
/** How probable a kind must be by the first two for the third not to be asked. From 0.85 to 1 not one held-out figure changes. */
const SURE = 0.85;

/** The opinions as one: their weighted geometric mean. Without the sequence classifier's the other two share its part. */
export function together(opinions: Omit<Opinions, 'sequence'> & Partial<Opinions>): number[] {
  const log = (probability: number | undefined) => Math.log(Math.max(LEAST_PROBABILITY, probability ?? 0));
  const { classifier, network, sequence } = opinions;
  const given = SHARES.classifier + SHARES.network + (sequence ? SHARES.sequence : 0);
  return softmax(
    KIND_CLASSES.map(
      (_, kind) =>
        (SHARES.classifier * log(classifier[kind]) + SHARES.network * log(network[kind]) + (sequence ? SHARES.sequence * log(sequence[kind]) : 0)) / given,
    ),
  );
}

/**
 * A denial must be a little likelier than a claim. Cross-validated as above, with what stands by definition, precision and recall are 0.930 / 0.907 without it,
 * 0.938 / 0.896 with it and 0.944 / 0.882 with exp(-0.2); as many kinds are right without and with it, fewer beyond.
 */
const DENIAL_HANDICAP = Math.exp(-0.1);

/** How probable a kind must be where no list of verbs and nouns knows the cue ("has intensified its attack on"). */
const LEAST_FOR_UNKNOWN_CUE = 0.55;

function isUnknownCue({ cueWords, content, quoteType }: KindScene): boolean {
  const isPlain = quoteType === 'indirect' && !/^["“]?that\b/.test(content) && !cueWords.includes(':');
  return isPlain && stanceOfCue(cueWords) === undefined && !isNoComment(`${cueWords.join(' ')} ${content}`);
}

/** Probability of each class given the features that hold. */
export function kindProbabilities(features: readonly string[], weights: KindWeights): number[] {
  const scores = KIND_CLASSES.map(() => 0);
  for (const feature of features) {
    const own = weights.get(feature);
    for (let index = 0; own && index < scores.length; index++) scores[index] = (scores[index] as number) + (own[index] as number);
  }
  return softmax(scores);
}
