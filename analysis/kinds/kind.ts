/**
 * The kind of an attribution: from the stance of its cue, what its content does, and who speaks about whose act.
 * Knows no particular case and no text positions.
 */
import type { Side, StatementKind } from '../../model/statement.ts';
import { confinesToOthers, hasNegation, isNegatedClause, isNoComment, isRebuttal, leavesOpen, namesClaim } from './content.ts';
import { isNegated, type Stance, stanceOfCue } from './cue-lexicon.ts';

export interface KindQuestion {
  /** The cue's words, lower case, apostrophes straight. */
  readonly cueWords: readonly string[];
  /** The content as a phrase, lower case, apostrophes straight. */
  readonly content: string;
  /** The speaker's side; undefined where the speaker is not resolved. */
  readonly side: Side | undefined;
  /** Whether the words of the source mean a judge, a court or a jury, of the case or not. */
  readonly isCourt: boolean;
  /** Whose act the content's subject is, seen from the speaker. */
  readonly subject: 'own' | 'other' | 'unknown';
}

export interface KindAnswer {
  /** Undefined: no statement (a state of mind, a question, an act). */
  readonly kind: StatementKind | undefined;
  /** 0 to 1. */
  readonly confidence: number;
}

const NOTHING: KindAnswer = { kind: undefined, confidence: 0.6 };
const answer = (kind: StatementKind, confidence: number): KindAnswer => ({ kind, confidence });

/** Verbs that only a court's decision bears, whoever is thought to speak. */
const RULES = new Set(
  'rule ruled rules ruling affirmed affirm upheld uphold vacated overturned reversed remanded awarded awards granted grants enjoined'.split(' '),
);

/** Judges the kind of one attribution. */
export function kindOf(question: KindQuestion): KindAnswer {
  const { cueWords, content } = question;
  if (leavesOpen(cueWords) || isNoComment(`${cueWords.join(' ').replaceAll(" n't", "n't")} ${content}`))
    return question.isCourt ? NOTHING : answer('no-comment', 0.95);
  if (isAct(cueWords, content)) return NOTHING;
  const stance = stanceOfCue(cueWords);
  if (question.isCourt) return kindOfCourt(stance, cueWords, content);
  if (isCourtsPassive(cueWords)) return answer('finding', 0.8);
  if (question.side === undefined && stance === 'decide' && cueWords.some((word) => RULES.has(word))) return answer('finding', 0.6);
  return kindOfOther(stance, question);
}

/**
 * An act or a question of a transcript, not a statement: "filed a lawsuit against X", "failed to show any evidence". What such a suit says is a
 * statement of its own ("…, alleging that …").
 */
export function isAct(cueWords: readonly string[], content: string): boolean {
  const cue = cueWords.join(' ');
  // "PEREZ: You went on after that?"
  if (cue === ':' && /\?["”]?$/.test(content)) return true;
  if (/\bfail(?:s|ed|ing)? to\b/.test(cue) || /^to the (?:witness )?stand\b/.test(content)) return true;
  if (/\b(?:alleg|claim|accus|contend|argu|say|assert|charg)/.test(cue)) return false;
  const files = /\b(?:files?|filed|filing|brings?|brought|launch(?:es|ed)?|lodg(?:es?|ed))\b/.test(cue);
  if (files && /\b(?:law)?suits?\b|\bcomplaints?\b/.test(cue)) return true;
  if (files && /^(?:an?|the|its|their|his|her)?\s*(?:\w+ ){0,3}?(?:law)?suits?\b/.test(content)) return true;
  // "sued NSO", "sued over hacked phones": the deed; "sued NSO, saying …" has a cue of its own.
  return /^(?:has |have |had |is |was |are |were )?(?:sues?|sued|suing)$/.test(cue) && !/^(?:that|over|for)\b/.test(content);
}

function isCourtsPassive(cueWords: readonly string[]): boolean {
  return /\b(?:was|were|is|are|been|being) (?:\w+ )?(?:found|held|ordered|ruled|barred|enjoined|fined|awarded|sanctioned|upheld|affirmed|dismissed|granted|denied|permitted)$/.test(
    cueWords.join(' '),
  );
}

function kindOfCourt(stance: Stance | undefined, cueWords: readonly string[], content: string): KindAnswer {
  if (stance === 'mind' || stance === 'question' || stance === 'want') return NOTHING;
  if (stance === 'demand' && cueWords.some((word) => word.startsWith('ask') || word.startsWith('press'))) return NOTHING;
  if (stance === undefined) return answer('finding', 0.5);
  return answer('finding', stance === 'say' && /\?["”]?$/.test(content) ? 0.5 : 0.9);
}

function kindOfOther(stance: Stance | undefined, question: KindQuestion): KindAnswer {
  const { cueWords, content } = question;
  switch (stance) {
    case 'deny':
      return kindOfDenying(question);
    case 'concede':
      return kindOfConceding(question);
    case 'demand':
      return kindOfDemanding(question);
    case 'accuse':
      return isNegated(cueWords) ? NOTHING : answer('claim', 0.95);
    case 'label':
      return isRebuttal(content) || (namesClaim(content) && question.subject !== 'own') ? answer('denial', 0.85) : answer('claim', 0.7);
    case 'vow':
      return kindOfVow(question);
    case 'maintain':
    case 'claim':
    case 'say':
      return kindOfSaying(stance, question);
    case 'want':
      return isParty(question) ? answer('demand', 0.5) : NOTHING;
    case 'welcome':
      return isParty(question) ? answer('claim', 0.5) : NOTHING;
    case 'decide':
      return kindOfDeciding(question);
    case undefined:
      return kindOfSaying('say', question, 0.4);
    default:
      return NOTHING;
  }
}

function isParty({ side }: KindQuestion): boolean {
  return side === 'plaintiff' || side === 'defendant';
}

function kindOfDenying({ cueWords, content }: KindQuestion): KindAnswer {
  if (isNegated(cueWords)) return cueWords.some((word) => word.startsWith('refus') || word.startsWith('oppos')) ? NOTHING : answer('concession', 0.8);
  const isRefusalToAct = cueWords.some((word) => word.startsWith('refus')) && /^to\b/.test(content);
  return isRefusalToAct ? NOTHING : answer('denial', 0.95);
}

/** "admits no wrongdoing", "concedes none of it" */
const NOTHING_CONCEDED =
  /^(?:none of (?:it|that|this|them|these|those)|nothing(?: of the (?:kind|sort))?|no (?:wrongdoing|fault|guilt|liability|blame|error|mistakes?|such thing)(?: (?:or|of|in|on|by|for|whatsoever)\b.*)?)$/;

function kindOfConceding(question: KindQuestion): KindAnswer {
  const { cueWords, content } = question;
  if (isNegated(cueWords) || NOTHING_CONCEDED.test(content)) return answer('denial', 0.6);
  const isPlain = cueWords.some((word) => /^(?:conced|admi|acknowledg|confess)/.test(word));
  if (isPlain) return answer('concession', 0.9);
  if (/^to\b/.test(content)) return NOTHING;
  if (cueWords.some((word) => word.startsWith('confirm')) && isParty(question) && question.subject !== 'other') return answer('concession', 0.6);
  if (cueWords.some((word) => word.startsWith('agree')) && isParty(question) && !/^with\b/.test(content)) return answer('concession', 0.6);
  return answer('claim', 0.5);
}

function kindOfDemanding({ cueWords, content }: KindQuestion): KindAnswer {
  if (isNegated(cueWords)) return NOTHING;
  if (/^(?:whether|if|about|why|how|who|what|when|where|for (?:a )?(?:comment|response))\b/.test(content)) return NOTHING;
  if (/\bcomment\b/.test(content.slice(0, 20))) return NOTHING;
  return answer('demand', 0.9);
}

const VOW_TO_FIGHT =
  /\b(?:fight|contest|defend|challenge|clear)\b|\b(?:robust|vigorous|spirited|full|strong|fierce|stout) (?:defen[cs]e|answer|response)\b|\bhead[- ]on\b|\bwith (?:vigou?r|full force|all (?:its|their|his|her) (?:strength|might))\b/;

function kindOfVow(question: KindQuestion): KindAnswer {
  const { cueWords, content } = question;
  const phrase = `${cueWords.join(' ')} ${content}`;
  if (VOW_TO_FIGHT.test(phrase)) return answer('denial', 0.85);
  if (/^that\b/.test(content)) return kindOfSaying('claim', question, 0.8);
  return cueWords.some((word) => /^(?:plan|intend|prepar|aim)/.test(word)) ? NOTHING : answer('claim', 0.6);
}

function kindOfDeciding(question: KindQuestion): KindAnswer {
  const { cueWords, content } = question;
  const isFinding = cueWords.some((word) => /^(?:f[io]u?nd|conclud)/.test(word));
  return isFinding && !/^to\b/.test(content) ? answer('claim', 0.7) : NOTHING;
}

/** "insisted that it …", not "insisted that the hack … its victims" */
const BEGINS_WITH_OWN = /^["“]?(?:that )?(?:it|its|they|their|we|our|i|my|he|his|she|her|nothing|none)\b/;

/** Said, claimed, maintained: a claim, unless the content rebuts the other side or negates an act of the speaker's own. */
function kindOfSaying(stance: 'say' | 'claim' | 'maintain', question: KindQuestion, trust = 0.9): KindAnswer {
  const { content, subject, cueWords } = question;
  if (isNegated(cueWords)) return NOTHING;
  if (isParty(question) && confinesToOthers(content)) return answer('denial', 0.85);
  if (isRebuttal(content) && question.side !== 'other') return answer('denial', 0.8 * trust + 0.1);
  if (isParty(question) || question.side === undefined) {
    if (subject === 'own' && isNegatedClause(content)) return answer('denial', trust);
    if (subject === 'unknown' && isParty(question) && hasNegation(content)) return answer('denial', 0.6 * trust);
    const insists = stance === 'maintain' && cueWords.some((word) => /^(?:insist|maintain|reiterat|repeat)/.test(word));
    if (insists && isParty(question) && subject === 'own' && BEGINS_WITH_OWN.test(content)) return answer('denial', 0.6);
  }
  return answer('claim', trust);
}
