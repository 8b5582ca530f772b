/**
 * What the words of a cue do: claim, deny, concede, ask for something, decide. Knows nothing of who speaks.
 * Own lists, for English news about lawsuits; the tagger's coarser classes stand in `../text/verb-classes.ts`.
 */
import { IRREGULAR_FORMS, regularForms } from '../text/verb-forms.ts';
import { holdsOwnNegation, stanceOfPhrase } from './cue-phrases.ts';

export type Stance =
  | 'say'
  | 'claim'
  | 'accuse'
  | 'deny'
  | 'maintain'
  | 'label'
  | 'concede'
  | 'demand'
  | 'vow'
  | 'decide'
  | 'mind'
  | 'want'
  | 'question'
  | 'welcome'
  | 'decline';

/** Lemmas; a word that fits two stances stands where it comes first. */
const LEMMAS: Readonly<Record<Stance, string>> = {
  deny: 'deny reject refute rebut parry scotch puncture discount abjure dispute contest disavow repudiate disclaim contradict dismiss refuse counter oppose object disagree downplay belie debunk rubbish discredit disprove dispel negate gainsay rebuff spurn scorn scoff quarrel bristle resent balk baulk demur resist minimise minimize mischaracterise pooh-pooh',
  concede: 'concede admit acknowledge confess confirm accept agree recognize recognise stipulate',
  accuse: 'accuse allege blame charge attribute fault implicate link trace tie sue incriminate pillory finger',
  maintain:
    'insist maintain reiterate repeat stress emphasize emphasise underscore reaffirm restate contend respond answer reply retort riposte rejoin profess swear protest',
  label:
    'call brand label describe characterize characterise portray slam blast denounce decry condemn criticize criticise deride ridicule term dub paint depict deem cast frame present savage lambast lambaste castigate mock berate rebuke assail attack belittle disparage bemoan lament deplore excoriate pan trash malign chide',
  demand:
    'demand ask seek urge request petition move plead beg implore press push appeal apply require file pray beseech entreat exhort lobby propose recommend invite summon subpoena solicit',
  vow: 'vow pledge promise threaten swear undertake plan intend prepare aim',
  decide:
    'rule hold find order affirm uphold overturn vacate reverse decide determine award enjoin bar ban block sanction remand remit grant fine convict approve clear allow let permit impose issue cut slash reduce lower cap sustain overrule quash stay lift set toss throw decline turn compel direct instruct side conclude restrain pare trim halve curtail whittle nullify void invalidate reinstate revive knock strike adopt',
  claim:
    'claim argue assert say state purport posit submit suggest imply testify declare warn caution complain estimate believe cite invoke liken compare point show reveal indicate disclose report detail document uncover name avow aver avouch attest opine reckon recount chronicle relate hint insinuate intimate signal flag concur speculate predict forecast assess judge calculate theorise theorize boast brag grumble moan gripe fret lecture assure reassure volunteer',
  mind: 'think hope fear expect feel doubt know understand suspect consider view regard see worry imagine assume wonder learn realise realize remember mind',
  want: 'want wish desire like prefer need',
  question: 'question query inquire grill probe quiz',
  welcome: 'welcome praise applaud hail celebrate laud thank support endorse back regret',
  decline: 'decline withhold refrain stonewall',
  say: 'tell write add note comment remark mention explain announce post tweet speak quip continue read observe recall put release publish go quote clarify elaborate inform advise brief relay notify joke jest deadpan whisper mutter murmur exclaim snap fume thunder muse reflect sniff email e-mail',
};

const STANCE_OF = new Map<string, Stance>();
for (const [stance, lemmas] of Object.entries(LEMMAS) as [Stance, string][])
  for (const lemma of lemmas.split(' ')) for (const form of regularForms(lemma)) if (!STANCE_OF.has(form)) STANCE_OF.set(form, stance);
for (const [form, lemma] of Object.entries(IRREGULAR_FORMS)) {
  const stance = STANCE_OF.get(lemma);
  if (stance) STANCE_OF.set(form, stance);
}

const NOUNS = new Map<string, Stance>(
  Object.entries({
    claim:
      'claim allegation accusation charge assertion argument contention complaint lawsuit suit testimony suggestion theory grievance insinuation imputation hint narrative submission thesis warning according per',
    deny: 'denial rebuttal retort rejection rejoinder riposte refutation disavowal protestation',
    concede: 'admission concession acknowledgment acknowledgement',
    demand: 'demand request motion petition plea bid appeal',
    decide: 'finding ruling order decision verdict conclusion judgment judgement holding',
    say: 'statement announcement comment remark explanation reply response answer',
    maintain: 'insistence assurance stance line mantra refrain defence defense position',
    mind: 'belief hope fear view opinion concern suspicion doubt',
    vow: 'promise pledge vow',
  } satisfies Partial<Record<Stance, string>>).flatMap(([stance, nouns]) =>
    nouns.split(' ').flatMap((noun): [string, Stance][] => [
      [noun, stance as Stance],
      [`${noun}s`, stance as Stance],
    ]),
  ),
);

/** Auxiliaries and light verbs that hide the word that counts ("has filed accusations", "worked to shoot down"). */
const LIGHT = new Set(
  'file files filed filing make makes made making level levels leveled levelled add adds added adding work works worked working go put issue issued'.split(' '),
);

/** The stance of a whole cue, given as lower-case words; undefined where none of them is known. */
export function stanceOfCue(words: readonly string[]): Stance | undefined {
  const phrase = words.join(' ');
  const told = stanceOfPhrase(phrase);
  if (told) return told;
  let light: Stance | undefined;
  let first: Stance | undefined;
  for (const word of words) {
    const stance = STANCE_OF.get(word);
    if (stance && LIGHT.has(word)) light ??= stance;
    else if (stance) {
      if (isFirm(stance)) return stance;
      first ??= stance;
    }
  }
  const noun = words.map((word) => NOUNS.get(word)).find((stance) => stance !== undefined);
  if (first) return first === 'say' || first === 'maintain' ? (noun === 'claim' && first === 'say' ? 'claim' : first) : first;
  return noun ?? light;
}

function isFirm(stance: Stance): boolean {
  return stance === 'deny' || stance === 'concede' || stance === 'decide';
}

const NEGATING = new Set(['not', "n't", 'never', 'cannot', "can't", 'nowhere', 'neither', 'nor', 'hardly', 'scarcely', 'without']);

const NEGATED_NOUN =
  /\bno longer\b|\b(?:has|have|had) yet to\b|\bno (?:\w+ )?(?:quarrel|dispute|objections?|issue|exception|doubt|admissions?|concessions?|acknowledge?ment|attempt|effort|denial)\b|\bstop(?:s|ped|ping)? short of\b/;

/** Negations of something else than what the cue says: "not only denied", "did not hesitate to deny", "could not have denied it more firmly". */
const OTHERS_NEGATION =
  /(?:\bnot|n't|\bnever) (?:only|just|merely|simply|hesitat\w*|ceas\w*|stop\w*|tir\w+|sh(?:y|ie)\w*|flinch\w*|minc\w*|waver\w*|fail\w*|but)\b|\bcannot but\b|\b(?:not|n't) have \w+ (?:\w+ )?more\b/;

/** Whether the cue itself is negated: "did not dispute", "has never denied". */
export function isNegated(words: readonly string[]): boolean {
  const phrase = words.join(' ');
  if (holdsOwnNegation(phrase) || OTHERS_NEGATION.test(phrase)) return false;
  return words.some((word) => NEGATING.has(word)) || NEGATED_NOUN.test(phrase);
}
