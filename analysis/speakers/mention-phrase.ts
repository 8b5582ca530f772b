/**
 * A source phrase in which an actor of the case is mentioned: does the actor speak, somebody for the actor, or somebody else about the actor?
 */
import type { Document } from '../document.ts';
import {
  COURTS,
  isCounterpart,
  isOwnedPeople,
  isOwnPeople,
  isPeople,
  LAWYERS,
  OPPONENTS,
  OUTSIDERS,
  PAPERS,
  PARTISANS,
  POSSESSIVES,
  REPORTS,
  RULINGS,
} from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { SOMEBODY } from './outsiders.ts';
import { cut } from './phrase-words.ts';
import type { SourcePhrase, Voice } from './source-phrase.ts';
import { isOfCalling, type Stranger } from './strangers.ts';

/** The side of the party that is mentioned; undefined for everybody else. */
export type SideOf = (mention: Mention) => 'plaintiff' | 'defendant' | undefined;

export interface MentionedPhrase {
  readonly document: Document;
  readonly tokens: readonly number[];
  readonly words: readonly string[];
  readonly mentions: readonly Mention[];
  readonly stranger: Stranger | undefined;
  /** The phrase as it stands in the text. */
  readonly whole: string;
  readonly sideOf: SideOf;
}

/** Verbs that set the one before them against, or apart from, the actor behind them. */
const APART =
  /^(?:suing|sue|sued|targeted|criticizing|criticising|critical|hacked|against|accusing|opposing|fighting|familiar|briefed|tracking|following|covering|investigating|studying|monitoring)$/;
/** "a lawyer for victims of NSO" */
const FOR_OTHERS =
  /\b(?:for|representing|to|of) (?:the |some |other |many )?(?:victims?|critics?|targets?|users?|customers?|clients?|accusers?|opponents?|rivals?|someone|somebody|people|reporters?|journalists?|activists?|shareholders?|investors?|creditors?|lenders?) (?:of|who|at)\b/;
/** "the fund that owns most of NSO" is not NSO. */
const OWNS = /\b(?:who|which|that) (?:\w+ )?(?:owns?|owned|bought|acquired|controls|manages|managed|advises funds)\b/;
/** Says that another is meant than the one spoken of. */
const OTHER_ONE = /^(?:smaller|bigger|larger|rival|competing|different|another|other)$/;
/** Verbs that tie a person to an actor: "who represents NSO". */
const TIES = /^(?:represent|represents|represented|representing|for|runs|run|ran|heads|headed|leads|led|of|at|defending|defends|advises|founded)$/;

/** "two people from Facebook", "a person close to NSO", "an adviser to NSO": unnamed, but not outsiders. */
const INSIDE =
  /\b(?:(?:people|person|someone|somebody|sources?|insiders?) (?:at|from|inside|within|close to)|(?:advis[eo]rs?|aides?|consultants?) to|economists? (?:for|at))(?: the)?$/;

/** "a person familiar with NSO's thinking" gives NSO's side; "a former prosecutor familiar with NSO's position" does not. */
function knowsThinking(
  before: readonly string[],
  { mention, behind, stranger }: { mention: Mention; behind: readonly string[]; stranger: Stranger | undefined },
) {
  if (!mention.isPossessive || stranger?.isPerson || !/\b(?:familiar with|briefed on|aware of|knowledge of)(?: the)?$/.test(before.join(' '))) return false;
  const isAnybody = before.some((word) => SOMEBODY.test(word)) && !before.includes('former');
  return isAnybody && behind.some((word) => /^(?:thinking|thoughts|plans?|planning|position|stance|stand|strategy|views?|side|account|reasoning)$/.test(word));
}

/** Undefined where the mention says nothing of who speaks: "a lawyer who follows the WhatsApp case". */
export function readMention(phrase: MentionedPhrase): SourcePhrase | undefined {
  const mention = mentionThatSpeaks(phrase);
  if (!mention) return undefined;
  if (isOfBothSides(phrase)) return { type: 'unknown' };
  const { document, tokens, words, stranger, whole } = phrase;
  const at = tokens.indexOf(mention.first);
  const before = words.slice(0, at);
  const { head, core } = cut(words);
  if (before.includes('against')) return isPaper(words[head] ?? '') ? { type: 'mention', mention, voice: 'paper', isAgainst: true } : undefined;
  const rest = tokens.filter((token) => token >= mention.after).map((token) => document.words[token] ?? '');
  const comma = rest.findIndex((word) => /^(?:,|\(|who|which|—|–)$/.test(word));
  const behind = (comma < 0 ? rest : rest.slice(0, comma)).filter((word) => word !== "'s" && word !== "'");
  const around = [...before, ...behind];
  // "his opponent, Jane Roe," is Jane Roe.
  const isName = isNameOfPerson(document, mention) && before.at(-1) === ',';
  if (!isName && around.some((word) => OPPONENTS.has(word))) return { type: 'mention', mention, voice: 'self', isAgainst: true };
  const counterpart = counterpartOf(phrase, behind);
  if (counterpart) return counterpart;
  // "a former NSO engineer", "NSO's former engineer", "an ex-adviser to NSO"; not "NSO's former chief, Shalev Hulio,"
  if (isOfOld(before, behind) && !isNameOfPerson(document, mention) && !stranger?.isPerson) return { type: 'outsider', name: whole, noun: words[head] ?? '' };
  if (FOR_OTHERS.test(before.join(' '))) return { type: 'unknown', isOne: true };
  const isOwner = mention.isPossessive || mention.isModifier || behind.length > 0;
  const noun = isOwner && behind.length > 0 ? (behind[cut(behind).head] ?? '') : before.length > 0 ? (words[head] ?? '') : '';
  const employed = /^(?:employees|workers)$/.test(noun) ? 'surely' : /^(?:employee|worker|staff|staffers|workforce)$/.test(noun) ? 'perhaps' : undefined;
  // "the head of a smaller Israeli vendor": not the one of the case.
  if (mention.by === 'epithet' && before.slice(-2).some((word) => OTHER_ONE.test(word))) return { type: 'unknown' };
  const isKnowing = knowsThinking(before, { mention, behind, stranger });
  if (isApart(before) && !isKnowing) return undefined;
  // "WhatsApp judge": the one who sits in its case; "NSO's advisory panel" is its own, and so is "the WhatsApp bench".
  const next = document.words[mention.after] ?? '';
  if (COURTS.has(next) && next !== 'bench' && phrase.sideOf(mention) !== undefined)
    return { type: 'description', noun, modifiers: [], voice: 'self', word: noun, isPlural: false };
  // "an engineer in Israel"; not "an official in Israel's ministry"
  if (
    before.at(-1) === 'in' &&
    mention.after - mention.first === 1 &&
    !mention.isPossessive &&
    !mention.isModifier &&
    phrase.sideOf(mention) === undefined &&
    isPeople(words[head] ?? '')
  )
    return { type: 'unknown', isOne: !/s$/.test(words[head] ?? '') };
  // "Facebook's investor relations office" is its own.
  const partisan = isOwnedPeople(noun) ? undefined : behind.find((word) => PARTISANS.test(word));
  if (partisan && mention.isPossessive) return { type: 'outsider', name: whole, noun: partisan };
  // "an NSO adviser", "a Facebook source"; "an NSO expert" may be anybody who knows of it.
  const isAdviser = behind.length === 1 && /^(?:economist|advis[eo]r|consultant|source)s?$/.test(noun) && !before.some((word) => /^(?:former|and)$/.test(word));
  const isOwned = isAdviser || ((mention.isPossessive || mention.isModifier) && isOwnedPeople(behind[cut(behind).head] ?? ''));
  const voice = isOwned || isOwnPeople(around) || isKnowing || INSIDE.test(before.join(' ')) ? 'people' : voiceOf(noun, around);
  // "the former deputy solicitor general": somebody whom the text has named, or not.
  if (/^the former\b/.test(before.join(' ')) && behind.length === 0 && !stranger && head === core - 1) return { type: 'unknown', isOne: true };
  // "the Facebook companies"
  const isItself = before.join(' ') === 'the' && behind.join(' ') === 'companies';
  if (voice !== 'people' && !isItself && isForeign(noun, around))
    return stranger?.isPerson ? { type: 'named', stranger } : { type: 'outsider', name: whole, noun };
  // "its counsel at King & Spalding": whose counsel it is counts.
  if (
    POSSESSIVES.has(words[0] ?? '') &&
    LAWYERS.has(words[head] ?? '') &&
    at > head &&
    !words.slice(head + 1, at).includes(',') &&
    !isNameOfPerson(document, mention)
  )
    return undefined;
  if (stranger?.isPerson && stranger.first < mention.first && !isTied(before, behind)) return { type: 'named', stranger };
  // "David Kaye, a former United Nations rapporteur"
  const isDescribed = at === 0 && rest[0] === ',' && isNameOfPerson(document, mention);
  if (stranger?.isPerson && phrase.sideOf(mention) === undefined && !isDescribed) return { type: 'named', stranger };
  if (stranger && !stranger.isPerson && stranger.first < mention.first && at > core && voice === 'self')
    return isOfCalling(document, tokens, stranger) ? { type: 'outsider', name: whole, noun } : { type: 'named', stranger };
  if (voice === 'self' && behind.length > 0 && !mention.isPossessive && mention.isModifier) return { type: 'unknown' };
  return {
    type: 'mention',
    mention,
    voice,
    isAgainst: false,
    ...(employed ? { employed } : {}),
    areSeveral: /(?:s|people|men|women)$/.test(noun) && noun !== 'boss' && !/^(?:one|another|a member) of\b/.test(words.slice(0, 3).join(' ')),
  };
}

/** Whether somebody of the party is spoken of who no longer is. */
function isOfOld(before: readonly string[], behind: readonly string[]): boolean {
  const noun = behind[cut(behind).head] ?? '';
  const isStaff = (word: string) => isOwnedPeople(word.replace(/^ex-/, ''));
  if (/^(?:former|onetime|one-time|ex)$/.test(before.at(-1) ?? '') || /^ex-/.test(before.at(-1) ?? '')) return isPeople(noun);
  if (behind.length > 0 && (/^(?:former|onetime|one-time)$/.test(behind[0] ?? '') || /^ex-/.test(behind[0] ?? ''))) return isStaff(noun);
  const [first = '', second = '', third = ''] = before;
  const isOne = /^(?:an?|one|another|two|three|some|several)$/.test(first);
  return isOne && behind.length === 0 && ((second === 'former' && isStaff(third)) || (/^ex-/.test(second) && isStaff(second)));
}

/** "her counterpart at NSO" is NSO's; "Cathcart's counterpart" stands against him; any other's ("NSO's Italian counterpart") may be anybody. */
function counterpartOf(phrase: MentionedPhrase, behind: readonly string[]): SourcePhrase | undefined {
  const { document, tokens, words, mentions, stranger } = phrase;
  if (!isCounterpart(words)) return undefined;
  const at = tokens[words.findIndex((word) => /^counterparts?$|^opposite$/.test(word))] ?? 0;
  const own = mentions.find(({ first }) => first > at && /^(?:at|for|from)$/.test(document.words[first - 1] ?? ''));
  if (own && !stranger) return { type: 'mention', mention: own, voice: 'people', isAgainst: false };
  const [owner] = mentions;
  const isOfPerson = owner !== undefined && isNameOfPerson(document, owner) && phrase.sideOf(owner) !== undefined;
  if (isOfPerson && owner.isPossessive && /^(?:counterpart|opposite number)$/.test(behind.join(' ')))
    return { type: 'mention', mention: owner, voice: 'self', isAgainst: true };
  return { type: 'unknown', isOne: !words.some((word) => /^(?:counterparts|numbers)$/.test(word)) };
}

/** "NSO and WhatsApp", "neither WhatsApp nor NSO": whoever says something together is on neither's side. */
function isOfBothSides({ document, mentions, sideOf }: MentionedPhrase): boolean {
  return mentions.some((mention, index) => {
    const next = mentions[index + 1];
    const between = next && document.words.slice(mention.after, next.first).join(' ');
    const sides = next && [sideOf(mention), sideOf(next)];
    return between !== undefined && /^(?:, )?(?:and|or|nor|&)$/.test(between) && sides?.includes('plaintiff') === true && sides.includes('defendant');
  });
}

function isPaper(word: string): boolean {
  return PAPERS.has(word) || REPORTS.has(word);
}

function voiceOf(noun: string, around: readonly string[]): Voice {
  if (isPeople(noun)) return 'people';
  if (isPaper(noun)) return 'paper';
  if (RULINGS.has(noun)) return 'ruling';
  if (OUTSIDERS.has(noun)) return 'self';
  if (around.some(isPeople)) return 'people';
  if (around.some(isPaper)) return 'paper';
  return around.some((word) => RULINGS.has(word)) ? 'ruling' : 'self';
}

function isForeign(noun: string, around: readonly string[]): boolean {
  return OUTSIDERS.has(noun) || /\b(?:former|retired|onetime|ex-employee|used to)\b/.test(around.join(' '));
}

/** "people suing NSO", "a lawyer who follows the WhatsApp case"; not "the lawyer who represents NSO". */
function isApart(before: readonly string[]): boolean {
  if (before.some((word) => APART.test(word)) || OWNS.test(before.join(' '))) return true;
  const who = before.findLastIndex((word, index) => /^(?:who|whose|which)$/.test(word) || (word === 'that' && index > 0));
  if (who <= 0) return false;
  // "the former ambassador who is now NSO's chairman"
  if (/^(?:is|was|became)(?: now)?(?: the)?$/.test(before.slice(who + 1).join(' '))) return false;
  // "who got one of WhatsApp's warnings"; not "who is one of its founders"
  const isPartOf = (index: number) =>
    before[index] === 'of' &&
    /^(?:one|two|three|some|several|many|most|all|none|both)$/.test(before[index - 1] ?? '') &&
    !/^(?:is|are|was|were|be|been|being|became|become|as)$/.test(before[index - 2] ?? '');
  const tie = before.findLastIndex((word, index) => index > who && TIES.test(word) && !isPartOf(index));
  // "who represents two persons alerted by WhatsApp"
  return tie < 0 || before.slice(tie + 1).some((word) => /^(?:by|in|with|from|over|about|before)$/.test(word));
}

/** "Jane Roe, a lawyer for WhatsApp", "Jane Roe of Cooley", "NSO's Jane Roe". */
function isTied(before: readonly string[], behind: readonly string[]): boolean {
  return (
    [...before, ...behind].some((word) => isPeople(word) || OUTSIDERS.has(word)) ||
    /^(?:of|at|for|from|with)$/.test(before.filter((word) => word !== 'the').at(-1) ?? '')
  );
}

/** A person before an organisation: "WhatsApp's head, Will Cathcart". */
function mentionThatSpeaks({ document, tokens, mentions, sideOf }: MentionedPhrase): Mention | undefined {
  const head = mentions.find((mention) => isNameOfPerson(document, mention));
  const [opening, next] = mentions;
  // "Israel's NSO Group"; not "Citizen Lab's NSO researchers"
  const isWhole = next !== undefined && (tokens.at(-1) === next.after - 1 || /^[,(]$/.test(document.words[next.after] ?? ''));
  const isOwner =
    opening?.isPossessive === true &&
    isWhole &&
    (sideOf(opening) === undefined || sideOf(opening) === sideOf(next)) &&
    /^['’]s?$/.test(document.words.slice(opening.after, next.first).join(''));
  const first = isOwner ? next : opening;
  if (!first || !head || head === first) return first;
  // The longer name may belong to an apposition ("Facebook, parent of WhatsApp LLC,"): only one directly behind its role counts.
  const between = tokens.filter((token) => token >= first.after && token < head.first).map((token) => document.words[token] ?? '');
  const isRole = between.some((word) => isPeople(word)) || between.length === 0 || /^[,s']*$/.test(between.join(''));
  return isRole ? head : first;
}

function isNameOfPerson(document: Document, mention: Mention): boolean {
  const text = document.words.slice(mention.first, mention.after).join(' ');
  const isCapital = document.tokens.slice(mention.first, mention.after).every(({ text: each }) => /^\p{Lu}/u.test(each));
  return mention.by !== 'epithet' && mention.isPerson && isCapital && !/ for | of /.test(text);
}
