/**
 * What the classifier and the sequence classifier see of an attribution as a whole: names of features that hold. Training and use share this file.
 */
import type { StatementKind } from '../../model/statement.ts';
import { hasNegation, isEvasive, isNegatedClause, isRebuttal, namesClaim, namesWord } from './content.ts';
import { isNegated, stanceOfCue } from './cue-lexicon.ts';
import type { KindScene } from './scene.ts';

/** So many words of a content are looked at: its first clause or two. */
const WORDS = 30;

/** Who speaks, whichever of the parties it is. */
function whoSpeaks({ isCourt, side }: KindScene): string {
  if (isCourt) return 'court';
  return side === 'plaintiff' || side === 'defendant' ? 'party' : (side ?? 'nobody');
}

/** What the sequence classifier is told besides the words. */
export function sequenceFeatures(scene: KindScene, rule: StatementKind | undefined): string[] {
  return [
    `rule ${rule ?? '-'}`,
    `who ${whoSpeaks(scene)}`,
    `stance ${stanceOfCue(scene.cueWords) ?? 'none'}`,
    `subject ${scene.subject}`,
    `quote ${scene.quoteType}`,
    `before ${scene.before ?? 'nobody'}`,
  ];
}

/** Names of the features that hold for the classifier, each once. `rule` is what the rules alone would say. */
export function kindFeatures(scene: KindScene, rule: StatementKind | undefined): string[] {
  const { cueWords, content, contentWords, subject } = scene;
  const who = whoSpeaks(scene);
  const stance = stanceOfCue(cueWords) ?? 'none';
  const negated = isNegated(cueWords);
  const denies = `${isNegatedClause(content) ? 'confined' : ''}${hasNegation(content) ? ' negated' : ''}${isRebuttal(content) ? ' rebuts' : ''}`;
  // Quotation marks of any shape are one word.
  const words = contentWords.map((word) => (/^[“”„]$/.test(word) ? '"' : word));
  const features = new Set([
    'bias',
    `rule ${rule ?? '-'}`,
    `rule ${rule ?? '-'} ${who}`,
    `who ${who}`,
    `stance ${stance}`,
    `stance ${stance} ${who}`,
    `subject ${subject} ${denies}`,
    `subject ${subject} ${denies} ${who}`,
    `content ${denies}`,
    `quote ${scene.quoteType}`,
    `quote ${scene.quoteType} ${who}`,
    `before ${scene.before ?? 'nobody'}`,
    `before ${scene.before ?? 'nobody'} ${who}`,
    `first ${words[0] ?? ''}`,
    `first ${words[0] ?? ''} ${words[1] ?? ''}`,
    `cue ${cueWords.join(' ')}`,
  ]);
  if (negated) features.add('cue negated').add(`cue negated ${stance}`);
  if (stance === 'label') features.add(`labels ${labelled(words)}`).add(`labels ${labelled(words)} ${denies}`);
  if (othersAct(words)) features.add(`others act ${who}`).add(`others act ${stance}`);
  if (namesClaim(content)) features.add('names claim').add(`names claim ${subject}`);
  if (isEvasive(`${cueWords.join(' ').replaceAll(" n't", "n't")} ${content}`)) features.add('evasive').add(`evasive ${stance}`);
  if (contentWords.length === 0) features.add('empty');
  if (/\?["”]?$/.test(content)) features.add('question');
  for (const word of cueWords) features.add(`cue word ${word}`);
  for (const word of scene.sourceWords) features.add(`source ${word}`);
  const shown = words.slice(0, WORDS);
  shown.forEach((word, index) => {
    features.add(`word ${word}`);
    const next = shown[index + 1];
    if (next !== undefined) features.add(`pair ${word} ${next}`);
  });
  return [...features];
}

/** What a label is put on, by the first words of the content: somebody's word, and whose, or something else. */
export function labelled(words: readonly string[]): 'own word' | 'their word' | 'that' | 'thing' {
  const object =
    words
      .slice(0, LONGEST_OBJECT)
      .join(' ')
      .split(/ (?:as|an?|that|which|who|by|for|with|on|over|"|[,;:]) /)[0] ?? '';
  if (namesWord(object)) return /^(?:<own>|its|their|our|his|her|my)(?: |$)/.test(object) ? 'own word' : 'their word';
  return /^(?:it|this|that|these|those)$/.test(words[0] ?? '') ? 'that' : 'thing';
}

const LONGEST_OBJECT = 7;

const BY_OTHERS =
  /\b(?:done|chosen|picked|pressed|made|taken|operated|run) (?:only |solely |entirely )?by (?:the |its |his |their )?(?:\w+ )?(?:customers?|clients?|governments?|states?|agenc(?:y|ies)|sovereigns?|buyers?|users?|others)\b/;
const OTHERS_FIRST =
  /^(?:that )?(?:it was |it is )?(?:only |the |its |their |our |<own> 's |those |other |foreign |sovereign |vetted |a |each |every )*(?:customers?|clients?|governments?|states?|agenc(?:y|ies)|buyers?|users?|operators?|police|licensees?|others|somebody else|someone else)\b/;
/** Words within which the subject of a content stands. */
const SUBJECT_WITHIN = 8;

/** Whether others act instead of the speaker: "that its customers alone choose", "was done by its clients". */
function othersAct(words: readonly string[]): boolean {
  return OTHERS_FIRST.test(words.slice(0, SUBJECT_WITHIN).join(' ')) || BY_OTHERS.test(words.slice(0, WORDS).join(' '));
}
