/**
 * From what a source phrase says to the speaker, with the help of the text before it.
 */

import type { Acquaintances } from './acquaintances.ts';
import { behindTitle, byShortName, type Cast, employeesOf, indexOf, mostMentioned, oneOf, partiesOf } from './cast.ts';
import { areOthersMeant, fromPlace, fromTrade } from './from-words.ts';
import { COMPLAINTS, COURTS, LAWYERS, REPORTS, SPOKESPEOPLE } from './lexicon.ts';
import { type Mention, mentionFrom } from './mentions.ts';
import { author, isLeak, whoReported } from './papers.ts';
import { partyBehind } from './party-behind.ts';
import { again, type Finding, personOf, titledPerson } from './persons.ts';
import { best, type Rank } from './rank.ts';
import type { Discourse, Scene } from './scene.ts';
import type { Description, SourcePhrase, Voice } from './source-phrase.ts';
import { fits, isDescribed, isFrom, isOrigin, NO_WORDS } from './vocabulary.ts';

/** Mentions that count as late. */
const RECENT = 6;

/** All that reading a phrase may need. */
export interface Reader {
  readonly cast: Cast;
  readonly discourse: Discourse;
  readonly scene: Scene;
  readonly rank: Rank;
  readonly acquaintances: Acquaintances;
}

/** The speaker whom the phrase means; undefined where that is not clear enough. */
export function fromPhrase(phrase: SourcePhrase, reader: Reader): Finding | undefined {
  switch (phrase.type) {
    case 'mention':
      return fromMention(phrase, reader);
    case 'role':
      return mainOf(partiesOf(reader.cast, phrase.role), reader, 0.9);
    case 'named': {
      const { name, actor = byShortName(name, reader.cast) ?? partyBehind(phrase.stranger, reader.scene, reader.cast) } = reader.acquaintances.of(
        phrase.stranger,
      );
      return { ...(actor === undefined ? { name } : { actor }), isPerson: phrase.stranger.isPerson || actor !== undefined, confidence: 0.8 };
    }
    case 'outsider':
      return fromOutsider(phrase.name, phrase.noun, reader);
    case 'pronoun':
      return fromPronoun(phrase, reader);
    case 'person':
      return fromTitle(phrase.noun, reader);
    case 'description':
      return fromDescription(phrase, reader);
    case 'relative':
      return fromRelative(reader);
    case 'opposite': {
      const last = reader.scene.turns.findLast(({ side }) => side === 'plaintiff' || side === 'defendant');
      return mainOf(partiesOf(reader.cast, last?.side, 'opposite'), reader, 0.7);
    }
    default:
      return undefined;
  }
}

/** "the lawyer", when the text has named none, is still somebody's; "the witness" is nobody known. */
function fromTitle(noun: string, reader: Reader): Finding | undefined {
  const found = titledPerson(noun, reader.scene);
  if (found || !(LAWYERS.has(noun) || SPOKESPEOPLE.has(noun))) return found;
  return withPerson(fromVoice({ noun, voice: 'people', modifiers: [], isPlural: false }, reader), 'people', noun);
}

function mainOf(parties: readonly number[], { discourse }: Reader, confidence: number): Finding | undefined {
  const actor = mostMentioned(parties, discourse);
  return actor === undefined ? undefined : { actor, confidence };
}

function fromMention(
  { mention, voice, isAgainst, employed, areSeveral = false }: Extract<SourcePhrase, { type: 'mention' }>,
  reader: Reader,
): Finding | undefined {
  const { cast, discourse } = reader;
  const actor = mention.by === 'epithet' && discourse.actors[mention.actors[0] ?? -1]?.side === 'court' ? courtOf(mention, reader) : oneOf(mention, discourse);
  const found = cast.actors[actor];
  if (isAgainst) return mainOf(partiesOf(cast, found?.side, 'opposite'), reader, 0.8);
  // Papers lie before a court; they are not its own.
  if (voice === 'paper' && found?.side === 'court') return undefined;
  const confidence = mention.by === 'epithet' ? 0.85 : 0.95;
  const employees = employed ? employeesOf(cast, actor) : undefined;
  if (employees !== undefined && (employed === 'surely' || discourse.countOf(employees) > 0)) return { actor: employees, confidence };
  if (voice === 'paper' && found?.speaksFor && found.kind !== 'counsel') return { actor: indexOf(cast, found.speaksFor) ?? actor, confidence };
  const isPerson = mention.isPerson || (voice === 'people' && !areSeveral) || found?.kind === 'spokesperson';
  return { actor: behindTitle(cast, actor, discourse), isPerson, ...genderOf(discourse, mention), confidence };
}

/** "a US judge" in a headline is whichever court the text goes on about. */
function courtOf(mention: Mention, { cast, discourse, scene }: Reader): number {
  const first = mention.actors[0] ?? 0;
  const kind = cast.actors[first]?.kind;
  const noun = discourse.document.words[mention.after - 1] ?? '';
  const alike = cast.actors.flatMap((actor, index) => (actor.kind === kind && cast.vocabularies[index]?.heads.has(noun) && index !== first ? [index] : []));
  const isVague = mention.after - mention.first <= 2 && /^(?:court|judge)$/.test(noun) && discourse.blockOf(scene.at) <= discourse.firstBlock + 1;
  if (!isVague) return first;
  const rival = mostMentioned(alike, discourse);
  return rival !== undefined && discourse.countOf(rival) > discourse.countOf(first) ? rival : first;
}

function genderOf({ document }: Discourse, { first, after }: Mention): { gender?: 'he' | 'she' } {
  const words = document.words.slice(first, after + 2);
  if (words.some((word) => word.endsWith('spokesman'))) return { gender: 'he' };
  return words.some((word) => word.endsWith('spokeswoman')) ? { gender: 'she' } : {};
}

/** "critics" by their own words; "one", "some" are of those who spoke just before, "this person" is who did. */
function fromOutsider(name: string, noun: string, { scene, discourse }: Reader): Finding | undefined {
  if (name !== '') return { name, isPerson: !/s$/.test(noun), confidence: 0.75 };
  const last = scene.turns.at(-1);
  const isSame = /^(?:person|source)$/.test(noun) && last?.isPerson === true && last.actor !== undefined;
  const isNear = last !== undefined && (isSame || last.name !== undefined) && discourse.sentenceOf(scene.at) - last.sentence <= 2;
  return isNear ? { ...again(last, 0.6), isPerson: true, confidence: 0.6 } : undefined;
}

function fromPronoun(phrase: Extract<SourcePhrase, { type: 'pronoun' }>, reader: Reader): Finding | undefined {
  const { word, voice, noun, isAgainst } = phrase;
  const owner = word === 'he' || word === 'she' ? personOf(word, reader.scene) : fromThing(word, voice, noun, reader);
  if (!isAgainst || !owner) return withPerson(owner, voice, noun);
  const opponent = mainOf(partiesOf(reader.cast, reader.cast.actors[owner.actor ?? -1]?.side, 'opposite'), reader, 0.7);
  // A person's opponent is a person, who may be a "he" next.
  return opponent && { ...opponent, isPerson: word === 'he' || word === 'she' };
}

function withPerson(finding: Finding | undefined, voice: Voice, noun: string): Finding | undefined {
  if (!finding || voice !== 'people' || (/s$|^(?:people|team|side|camp|staff|management)$/.test(noun) && noun !== 'boss')) return finding;
  return { ...finding, isPerson: true, ...(noun.endsWith('woman') ? { gender: 'she' } : noun.endsWith('man') ? { gender: 'he' } : {}) };
}

function fromThing(word: 'it' | 'they', voice: Voice, noun: string, { cast, discourse, scene, rank }: Reader): Finding | undefined {
  const lastPaper = scene.turns.at(-1);
  const candidates = discourse.mentioned.filter((actor) => {
    const found = cast.actors[actor];
    if (found?.kind === 'spokesperson') return false;
    // A ruling is an "it" too, whoever wrote it; "they" may be several of any kind.
    const isPaper =
      lastPaper?.actor === actor &&
      (lastPaper.voice === 'paper' || lastPaper.voice === 'ruling' || /^(?:court|panel|tribunal|bench|circuit)$/.test(lastPaper.noun));
    return found?.pronoun === 'it' || isPaper || (word === 'they' && found?.pronoun === 'they');
  });
  const isPlural = word === 'they';
  return best(candidates, { form: isPlural ? 'they' : 'it', voice, isPlural, noun, modifiers: [] }, scene, cast, rank);
}

function fromDescription(phrase: Description, reader: Reader): Finding | undefined {
  const { cast, discourse, scene, rank } = reader;
  const { noun, modifiers, voice, isPlural, word, isNew = false } = phrase;
  if (noun === undefined) return withPerson(fromVoice({ noun: word, voice, modifiers, isPlural }, reader), voice, word);
  if (COURTS.has(noun)) return court(noun, modifiers, reader);
  const singular = isPlural ? noun.replace(/ies$/, 'y').replace(/s$/, '') : noun;
  const candidates = discourse.mentioned.filter((actor) => {
    const vocabulary = cast.vocabularies[actor];
    if (!vocabulary || (isPlural && !isSeveral(actor, reader))) return false;
    if (isNew && !modifiers.some((each) => vocabulary.modifiers.has(each))) return false;
    return fits(vocabulary, noun, modifiers, cast.knownModifiers) || fits(vocabulary, singular, modifiers, cast.knownModifiers);
  });
  if (phrase.newcomer !== undefined && candidates.length === 0) return { name: phrase.newcomer, isPerson: true, confidence: 0.7 };
  const placed = fromPlace(modifiers, reader, candidates);
  if (placed) return withPerson(placed, voice, word);
  return withPerson(best(candidates, { form: 'noun', voice, isPlural, noun: singular, modifiers }, scene, cast, rank), voice, word);
}

/** Whether "they" or "the companies" can mean the actor: it is several itself, or was named along with others of late. */
function isSeveral(actor: number, { cast, discourse, scene }: Reader): boolean {
  return (
    cast.actors[actor]?.pronoun === 'they' ||
    discourse
      .lastOf(actor, scene.at)
      .slice(0, RECENT)
      .some(({ isJoined }) => isJoined)
  );
}

/** A bare spokesman, lawyer or paper: whose it is, the context tells. */
function fromVoice(wanted: { noun: string; voice: Voice; modifiers: readonly string[]; isPlural: boolean }, reader: Reader): Finding | undefined {
  const { cast, discourse, scene, rank } = reader;
  const { noun, voice, modifiers } = wanted;
  if (voice === 'ruling') return author(reader.scene) ?? court('court', [], reader);
  if (voice === 'paper') {
    if (/^(?:exhibit|table|spreadsheet|transcript|record|website|message|notice)s?$/.test(noun)) return undefined;
    if (REPORTS.has(noun) || modifiers.some((word) => /^(?:leaked|internal|news|press|media)$/.test(word)) || isLeak(reader.scene))
      return whoReported(reader.scene);
    const isComplaint = COMPLAINTS.has(noun) && !modifiers.some((word) => word.startsWith('counter'));
    // A suit whose content accuses the plaintiffs is another suit.
    const isTheirs = scene.inContent.get('plaintiff') !== 'accused' || scene.inContent.get('defendant') === 'accused';
    if (isComplaint && isTheirs) return mainOf(partiesOf(cast, 'plaintiff'), reader, 0.85);
  }
  // "the Israelis": whoever comes from there, where the text names anybody who does
  const isOfPlace = (actor: number) => isFrom(cast.vocabularies[actor] ?? NO_WORDS, modifiers);
  const isPlaced = modifiers.some(isOrigin) && discourse.mentioned.some(isOfPlace);
  const people = modifiers.length === 1 ? modifiers.find((word) => word.endsWith('s') && isOrigin(word)) : undefined;
  // "the Californians", where the text tells of nobody's home there, or of others who come from there
  if (people !== undefined && ((voice === 'people' && !isPlaced) || areOthersMeant(people, reader))) return undefined;
  const candidates = discourse.mentioned.filter((actor) => {
    const kind = cast.actors[actor]?.kind ?? 'other';
    const vocabulary = cast.vocabularies[actor];
    if (isPlaced && !isOfPlace(actor)) return false;
    if (vocabulary && !isDescribed(vocabulary, modifiers, cast.knownModifiers)) return false;
    return ['party', 'organisation', 'government', 'other'].includes(kind) || (voice === 'people' && (kind === 'expert' || kind === 'press'));
  });
  return (
    fromPlace(modifiers, reader, candidates) ??
    fromTrade(noun, modifiers, reader, candidates) ??
    best(candidates, { form: 'voice', ...wanted }, scene, cast, rank)
  );
}

/** Any court will do for the side; the one named last is meant, else the first of the case. */
function court(noun: string, modifiers: readonly string[], { cast, discourse, scene }: Reader): Finding | undefined {
  const courts = cast.actors.flatMap((actor, index) => (actor.side === 'court' ? [index] : []));
  const fitting = courts.filter((index) => {
    const vocabulary = cast.vocabularies[index];
    return vocabulary !== undefined && fits(vocabulary, noun, modifiers, cast.knownModifiers);
  });
  let found: number | undefined;
  const last = mentionFrom(discourse.mentions, scene.at) - 1;
  for (let index = last; index >= Math.max(0, last - 300) && found === undefined; index--)
    found = discourse.mentions[index]?.actors.find((actor) => fitting.includes(actor));
  if (found !== undefined) return { actor: found, confidence: 0.8 };
  const first = mostMentioned(fitting, discourse) ?? fitting[0];
  return first === undefined ? undefined : { actor: first, confidence: 0.5 };
}

/** "Amnesty, which says …", "a spokesman for NSO, who …": whoever was named right before. */
function fromRelative({ discourse, scene }: Reader): Finding | undefined {
  const { mentions, document } = discourse;
  const mention = mentions[mentionFrom(mentions, scene.at) - 1];
  if (!mention || discourse.sentenceOf(mention.first) !== discourse.sentenceOf(scene.at)) return undefined;
  const between = document.words.slice(mention.after, scene.at);
  if (between.length > 2 || between.some((word) => /\p{L}/u.test(word))) return undefined;
  return { actor: oneOf(mention, discourse), isPerson: mention.isPerson, confidence: 0.75 };
}
