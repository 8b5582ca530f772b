/**
 * Who speaks where no words say so: the court in "was found liable", the other side in "rejected the claim that …", the last speaker in a
 * quotation that goes on.
 */
import type { Attribution } from '../../model/attribution.ts';
import type { Speaker } from '../../model/statement.ts';
import { wordsIn } from '../document.ts';
import type { Stance } from '../kinds/cue-lexicon.ts';
import { mostMentioned, partiesOf } from './cast.ts';
import type { Reader } from './from-phrase.ts';
import { mentionFrom } from './mentions.ts';
import { again, type Finding } from './persons.ts';
import type { Scene } from './scene.ts';

/** The attribution that holds this one in its content. */
export interface Holder {
  readonly speaker: Speaker;
  readonly stance: Stance | undefined;
}

const DECIDED =
  /\b(?:was|were|is|are|been|being|be|got) (?:\w+ )?(?:found|held|ordered|ruled|barred|enjoined|fined|awarded|sanctioned|upheld|affirmed|dismissed|granted|denied|refused|permitted|convicted|overturned|vacated|reduced|cut|thrown out|tossed)$/;
/** What is rejected without anybody having said it: an idea may be anybody's. */
const NOBODYS = /\b(?:idea|notion|theory|suggestion|insinuation|impression)s?$|^any\b/;
/** What is told of in a quotation is another's, not its speaker's. */
const ACCUSING = /\b(?:accusation|allegation|claim|charge|complaint|argument|assertion|contention)s?$/;
/** Those who are told something do not say it. */
const TOLD = /\b(?:was|were|is|are|been|being) (?:\w+ )?(?:told|asked|informed|warned|reminded)$/;
/** Farthest, in sentences, that a decision without a subject reaches back to its court. */
const REACH = 6;

/** The speaker of an attribution without a source. */
export function withoutSource({ cast, discourse, scene }: Reader, attribution: Attribution, holder: Holder | undefined): Finding | undefined {
  const cue = wordsIn(discourse.document, attribution.cueSpans).join(' ');
  if (DECIDED.test(cue)) return lastCourt(scene);
  if (NOBODYS.test(cue) || TOLD.test(cue)) return undefined;
  if (holder?.speaker.status === 'actor' && (holder.stance === 'deny' || holder.stance === 'label')) {
    const actor = mostMentioned(partiesOf(cast, holder.speaker.side, 'opposite'), discourse);
    return actor === undefined ? undefined : { actor, confidence: 0.6 };
  }
  const last = scene.turns.at(-1);
  if (ACCUSING.test(cue)) return undefined;
  const goesOn = attribution.quoteType === 'direct' && last?.block === discourse.blockOf(scene.at) && discourse.sentenceOf(scene.at) - last.sentence <= 1;
  return goesOn ? again(last, 0.5) : undefined;
}

/** The court, judge or jury that spoke or was named last, not long ago. */
function lastCourt({ discourse, turns, at }: Scene): Finding | undefined {
  const here = discourse.sentenceOf(at);
  const turn = turns.findLast(({ side, actor, sentence }) => side === 'court' && actor !== undefined && here - sentence <= REACH);
  for (let index = mentionFrom(discourse.mentions, at) - 1; index >= 0; index--) {
    const mention = discourse.mentions[index];
    if (!mention || here - discourse.sentenceOf(mention.first) > REACH || mention.first < (turn?.at ?? -1)) break;
    const actor = mention.actors[0];
    if (actor !== undefined && discourse.actors[actor]?.side === 'court' && !discourse.reported.has(mention.first)) return { actor, confidence: 0.7 };
  }
  return turn ? again(turn, 0.7) : undefined;
}
