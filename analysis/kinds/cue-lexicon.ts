/**
 * What the words of a cue do: claim, deny, concede, ask for something, decide. Knows nothing of who speaks.
 * Own lists, for English news about lawsuits; the tagger's coarser classes stand in `../text/verb-classes.ts`.
 */
import { IRREGULAR_FORMS, regularForms } from '../text/verb-forms.ts';

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
  deny: 'deny reject refute rebut dispute contest disavow repudiate disclaim contradict dismiss refuse counter oppose object disagree downplay',
  concede: 'concede admit acknowledge confess confirm accept agree recognize recognise',
  accuse: 'accuse allege blame charge attribute fault implicate link trace tie sue',
  maintain: 'insist maintain reiterate repeat stress emphasize emphasise underscore reaffirm restate contend respond answer reply',
  label: 'call brand label describe characterize characterise portray slam blast denounce decry condemn criticize criticise deride ridicule',
  demand: 'demand ask seek urge request petition move plead beg implore press push appeal apply require file',
  vow: 'vow pledge promise threaten swear plan intend prepare aim',
  decide:
    'rule hold find order affirm uphold overturn vacate reverse decide determine award enjoin bar ban block sanction remand remit grant fine convict approve clear allow let permit impose issue cut slash reduce lower cap sustain overrule quash stay lift set quash toss throw decline turn compel direct instruct side conclude',
  claim:
    'claim argue assert say state purport posit submit suggest imply testify declare warn caution complain estimate believe profess cite invoke liken compare point show reveal indicate disclose report detail document uncover name',
  mind: 'think hope fear expect feel doubt know understand suspect consider view regard see worry imagine assume wonder learn realise realize remember mind',
  want: 'want wish desire like prefer need',
  question: 'question query inquire grill probe',
  welcome: 'welcome praise applaud hail celebrate laud thank support endorse back regret',
  decline: 'decline',
  say: 'tell write add note comment remark mention explain announce post tweet speak quip continue read observe recall put predict release publish go quote clarify elaborate',
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
    claim: 'claim allegation accusation charge assertion argument contention complaint lawsuit suit testimony suggestion theory according per',
    deny: 'denial rebuttal',
    concede: 'admission concession acknowledgment acknowledgement',
    demand: 'demand request motion petition plea bid appeal',
    decide: 'finding ruling order decision verdict conclusion judgment judgement holding',
    say: 'statement announcement comment remark',
    mind: 'belief hope fear view opinion concern suspicion',
    vow: 'promise pledge vow',
  } satisfies Partial<Record<Stance, string>>).flatMap(([stance, nouns]) =>
    nouns.split(' ').flatMap((noun): [string, Stance][] => [
      [noun, stance as Stance],
      [`${noun}s`, stance as Stance],
    ]),
  ),
);

/** Phrases whose words mislead one by one, tried in this order on the cue's words joined by spaces. */
const PHRASES: readonly (readonly [RegExp, Stance])[] = [
  [/\b(?:shoot|shot|shooting|shoots|knock|knocked|bat|batted|swat|swatted) (?:down|away|aside)\b/, 'deny'],
  [/\b(?:push|pushed|pushes|pushing|hit|hits|hitting|fire|fired|fires|firing|punch|punched|bit|clap|clapped) (?:back|out)\b/, 'deny'],
  [/\b(?:brush|brushed|brushes|wave|waved|laugh|laughed|shrug|shrugged|play|played) (?:off|away|down)\b/, 'deny'],
  [/\btakes? issue with\b|\btook issue with\b|\bpour(?:ed|s)? cold water\b/, 'deny'],
  [/\b(?:vow|pledge|promise|threaten|swear)(?:s|d|ed|ing)? to\b/, 'vow'],
  [/\bcall(?:s|ed|ing)? (?:for|on|upon)\b/, 'demand'],
  [/\bpoint(?:s|ed|ing)? (?:to|out)\b/, 'claim'],
  [/\bset(?:s)? (?:out|forth)\b|\blaid out\b|\blays? out\b/, 'claim'],
];

/** Auxiliaries and light verbs that hide the word that counts ("has filed accusations", "worked to shoot down"). */
const LIGHT = new Set(
  'file files filed filing make makes made making level levels leveled levelled add adds added adding work works worked working go put issue issued'.split(' '),
);

/** The stance of a whole cue, given as lower-case words; undefined where none of them is known. */
export function stanceOfCue(words: readonly string[]): Stance | undefined {
  const phrase = words.join(' ');
  for (const [pattern, stance] of PHRASES) if (pattern.test(phrase)) return stance;
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

/** Whether the cue itself is negated: "did not dispute", "has never denied". */
export function isNegated(words: readonly string[]): boolean {
  return (
    words.some((word) => word === 'not' || word === "n't" || word === 'never' || /^(?:cannot|can't)$/.test(word)) || words.join(' ').startsWith('no longer')
  );
}
