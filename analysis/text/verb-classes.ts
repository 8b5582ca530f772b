/**
 * Verbs and nouns by which texts attribute, in classes of like meaning. The tagger learns from them what it has seen too seldom
 * as words; the kinds are judged by them. Own list, made for English news.
 */
import { IRREGULAR_FORMS, regularForms } from './verb-forms.ts';

/** Lemmas by class. A lemma stands in one class only, the one in which coverage of lawsuits uses it most. */
const VERBS = {
  say: 'say state tell write add note comment remark mention observe explain describe announce post tweet declare recount quip joke reply respond answer read speak talk put stress emphasize emphasise underscore highlight reiterate repeat point cite quote clarify elaborate continue conclude recall relate reckon',
  claim:
    'claim allege accuse assert charge contend argue maintain insist attribute blame link trace name plead submit posit profess purport suggest imply insinuate hint complain criticize criticise denounce decry condemn slam blast liken compare call label brand characterize characterise portray depict dub lament bemoan warn caution predict forecast estimate',
  deny: 'deny reject dispute refute rebut dismiss contest disavow repudiate disclaim challenge counter contradict oppose refuse shoot push hit fire brush deflect downplay object disagree',
  concede: 'concede admit acknowledge confess allow grant accept confirm agree recognize recognise',
  demand:
    'demand ask seek urge request call move petition appeal press push plead want propose recommend invite encourage beg implore sue file vow pledge promise threaten offer swear',
  find: 'find rule hold order affirm uphold overturn vacate reverse decide determine award enjoin bar ban sanction remand remit deny grant convict sentence fine approve reject',
  report: 'report reveal disclose show indicate testify document detail publish uncover expose publicize publicise broadcast air cover record list outline',
  decline: 'decline refuse',
  think:
    'think believe feel expect hope fear doubt suspect consider know understand realize realise see view regard assume figure guess imagine wonder worry learn remember forget conclude judge deem perceive',
  want: 'want wish desire plan intend aim prefer like love hate seek need favor favour support endorse back welcome praise applaud laud hail thank congratulate celebrate regret apologize apologise',
  ask: 'ask question inquire wonder query probe press grill',
} as const;

export type VerbClass = keyof typeof VERBS;
export const VERB_CLASSES = Object.keys(VERBS) as VerbClass[];

/** Nouns that carry an attribution ("accusations that …", "the claim that …"). */
const NOUNS = new Set(
  'claim allegation accusation charge assertion argument contention statement denial admission concession finding ruling demand request report complaint testimony declaration warning promise pledge vow suggestion announcement comment remark belief view opinion hope fear concern conclusion decision order verdict suspicion rumor rumour speculation notion idea theory'.split(
    ' ',
  ),
);

const CLASS_OF = new Map<string, VerbClass>();
for (const verbClass of VERB_CLASSES)
  for (const lemma of VERBS[verbClass].split(' ')) for (const form of regularForms(lemma)) if (!CLASS_OF.has(form)) CLASS_OF.set(form, verbClass);
for (const [form, lemma] of Object.entries(IRREGULAR_FORMS)) {
  const verbClass = CLASS_OF.get(lemma);
  if (verbClass) CLASS_OF.set(form, verbClass);
}

/** The class of a verb form, lower case; undefined for words that do not attribute. */
export function verbClassOf(word: string): VerbClass | undefined {
  return CLASS_OF.get(word);
}

/** Whether a word, lower case, is a noun that can carry an attribution, singular or plural. */
export function isAttributionNoun(word: string): boolean {
  return NOUNS.has(word) || (word.endsWith('s') && NOUNS.has(word.slice(0, -1)));
}
