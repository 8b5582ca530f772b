/**
 * What a content does with the other side's word: rebuts it, negates an act of the speaker's own, refuses to answer.
 * Works on lower-case phrases; knows nothing of tokens, actors or cues. Every pattern is linear in the phrase's length.
 */

const CLAIM_NOUNS =
  'claims?|allegations?|accusations?|charges?|arguments?|assertions?|contentions?|lawsuits?|suit|case|complaint|filing|reports?|story|suggestions?|insinuations?|version|narrative|theory|notion|idea';

/** Papers and pleas. */
const FILED_NOUNS = 'motion|appeal|request|plea|petition|brief|reading|objection|defen[cs]e|demand|reply|answer|comparison|comments?|remarks?';

const NAMED_CLAIM = new RegExp(`\\b(?:${CLAIM_NOUNS})\\b`);
const NAMED_WORD = new RegExp(`\\b(?:${CLAIM_NOUNS}|${FILED_NOUNS})\\b`);

/** Words by which one side calls the other's word untrue. */
const REBUTTAL = new RegExp(
  [
    'baseless|meritless|without merit|no merit|lacks? merit|frivolous|unfounded|groundless|unsubstantiated|untrue|nonsense|absurd|preposterous|ludicrous',
    'ridiculous|laughable|far-fetched|fanciful|farcical|bogus|specious|spurious|implausible|unsupported|unproven|unverified|unwarranted|unjustified|overblown',
    'exaggerations?|(?:wildly|grossly|greatly|vastly) exaggerated|overstat(?:es|ed|ement)|sensational(?:ist|ism)?|cherry-pick(?:s|ed|ing)?|red herring|straw man|conjecture|speculati(?:on|ve)|innuendo|hearsay',
    'nothing of the (?:sort|kind)|no such thing|\\bnot so(?=[,.;:!?"”]|$)|far from (?:it|true|the truth)|never happened|(?:no|not a shred of) (?:evidence|proof|truth)|no case to answer|no basis|no foundation',
    '(?:publicity|p\\.?r\\.?|fund-?raising) exercise|delaying tactics?|misconceived|illusory|overheated|hogwash|\\bbunk\\b|guesswork|(?:tempest|storm) in a|figments?|fig leaf|pure invention|without a leg|smokescreen|thin air',
    'beside the point|distinction without|half the (?:picture|story)|the other way (?:round|around)|\\b(?:got|gets|getting) (?:\\w+ ){1,4}(?:wrong|backwards?|upside down)|\\ban? (?:\\w+ )?diversion\\b(?! of)|\\b(?:mere|pure|sheer) theat(?:re|er|rics)\\b',
    // A motion may be an attempt to evade; who evades firewalls is accused.
    `\\b(?:${CLAIM_NOUNS}|${FILED_NOUNS})\\b[^.;]{0,40}\\b(?:attempt|effort|bid|try|excuse|tactic|tries|trying|seeks?|seeking) to (?:escape|dodge|evade|avoid|distract|divert|deflect|change the subject|rewrite|shirk|duck|delay)`,
    `\\b(?:${CLAIM_NOUNS}|${FILED_NOUNS})\\b[^.;]{0,20}\\b(?:one more|another|yet another|last-ditch) (?:\\w+ )?(?:attempt|effort|bid|try|excuse|manoeuvre|maneuver|tactic)\\b`,
    'prov(?:es?|ed|ing) nothing|shows? nothing|fairy tales?|tall tales?|\\b(?:fantasy|myth|stunt|sham|fiction)(?=[,.;:!?"”]|$| (?:and|to|that|meant|designed))|witch[- ]hunt|fishing expedition|scaremongering',
    "politically motivated|(?:does|did|do|would) (?:not|n't) hold (?:water|up)|(?:does|did|do) (?:not|n't) stand up|misstat(?:es?|ed|ing|ements?)|misdescrib(?:es?|ed|ing)|misread(?:s|ing)?|mislead(?:s|ing)?",
    'misguided|half-truths?|out of context|one-sided|(?:a|another|mere) distraction|distract(?:ion)? from|smear|fabrications?|(?:entirely|wholly|purely) fabricated|categorically',
    'misrepresent(?:s|ed|ing|ation|ations)?|mischaracteri[sz](?:es|ed|ing|ation|ations|e)|distort(?:s|ed|ing|ion|ions)?|twist(?:s|ed|ing) (?:the |its |our |his |her |their )*(?:facts|words|record|truth|history|testimony|law|evidence|what)',
    `(?:${CLAIM_NOUNS}) (?:is|are|was|were|has been|had been|have been)(?: \\w+)? (?:false|wrong|incorrect|inaccurate|misleading|lies|a lie|recycled|contradicted|flawed|mistaken|erroneous|garbled|fiction)`,
    `(?:false|inaccurate|incorrect|misleading|mistaken|wrong|recycled) (?:${CLAIM_NOUNS}|account|picture)`,
    `(?:${CLAIM_NOUNS}) fails?\\b|(?:any|of|all) wrongdoing|nothing wrong|not (?:true|accurate|correct)`,
  ].join('|'),
);

const FIGHT =
  /\b(?:fight|fighting|contest|defend|rebut|refute)\b[^.;]{0,60}\b(?:vigorously|them|it|itself|themselves|suit|lawsuit|case|allegations?|claims?|charges?|accusations?|court)\b|\bvigorously (?:fight|defend|contest|dispute)|\bstrongest possible terms\b|\b(?:disputes?|disputed|den(?:y|ies|ied)|rejects?|rejected) (?:the |all |these |those |any |today's |its )*(?:\w+ )?(?:claims?|allegations?|accusations?|wrongdoing|charges?)\b/;

const NEGATION = /(?:\b(?:not|never|no|none|neither|nothing|nobody|cannot|without)\b|n't\b)/;
/** Negations that deny nothing: what will be, what goes beyond, what is not tolerated. */
const HOLLOW_NEGATION =
  /\b(?:will|would|shall|should|must)(?: not|n't)\b|\bwo(?:n't| not)\b|\bnot only\b|\bno (?:longer|doubt|choice|intention)\b|\bnot (?:tolerate|stop|rest|hesitate|surpris\w+)\b|\b(?:not|n't) (?:yet|immediately|just)\b/;
const SOLELY = /\b(?:only|solely|exclusively|strictly|merely|simply)\b|\black(?:s|ed)\b/;

const NO_COMMENT =
  /\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|opt(?:s|ed|ing)? not|chose not|unwilling|unable)(?: \w+)? to (?:publicly |immediately |further |directly )?(?:comment|respond|answer|reply|discuss|elaborate|say|speak|talk|be interviewed|weigh in|address)|(?:\bnot|n't)(?: (?:immediately|yet|directly|publicly|instantly|respond or|promptly|further|return or|make any|offer any|provide any|provide|issue any|offer|give any|give))* (?:comments?|respond|reply|answer|return|responded|replied|answered|commented|returned|reachable|available|be reached|be immediately reached|make)\b|\bno (?:immediate |further |official |public )?(?:comments?|response|reply|answer)\b|\byet to (?:comment|respond|reply|answer|issue|make)|\bwithout (?:comment|responding)|\b(?:cannot|could not|can not) (?:comment|discuss)|\bremained silent|\bignored (?:a |the |several |repeated )*requests?/;

/** "neither confirmed nor denied", "would not admit or deny" */
const NEITHER = /(?:\b(?:neither|not)|n't) (?:admit|confirm|den|disput)\w* n?or (?:admit|confirm|den|disput)\w*/;

/** Whether the cue leaves open whether it is so; `cueWords` in lower case. */
export function leavesOpen(cueWords: readonly string[]): boolean {
  return NEITHER.test(cueWords.join(' ').replaceAll(" n't", "n't"));
}

/** Whether cue and content together refuse or fail to answer; `phrase` is the text from the cue on. */
export function isNoComment(phrase: string): boolean {
  const found = NO_COMMENT.exec(phrase);
  // "did not answer for the damage" is a matter of its own; a refusal to answer stands early.
  return found !== null && found.index < 60;
}

/** Ways round an answer that are not always a refusal: "had nothing to add", "was studying the ruling", "would not be drawn". */
const EVASION = new RegExp(
  `\\b(?:${[
    '(?:nothing|little|no more)(?: \\w+)? to (?:add|say)',
    '(?:review|study|weigh|consider|examin|assess|evaluat|digest)ing (?:its|the|his|her|their|our|all|today|what)',
    'confirm(?:ed|s|ing)? (?:nor|or) den(?:y|ied|ies|ying)',
    "(?:could|can|would|will|did|does|do)(?: not|n't) (?:say|discuss|describe|name|speak|predict|talk|elaborate|explain|be drawn|go into|care to|want to|wish to)",
    '(?:refus|declin)\\w* to (?:divulge|disclose|name|predict|identify|reveal|confirm|describe|be drawn|go into)',
    "(?:will|would)(?: not|n't) (?:disclose|reveal|identify)|names? no (?:\\w+ )?(?:clients?|customers?|names?)|say(?:s|ing)? nothing|mum|silent|silence|unanswered|tight-lipped|call(?:ed)? back",
  ].join('|')})\\b`,
);

/** Whether cue and content together may go round an answer; `phrase` is the text from the cue on. */
export function isEvasive(phrase: string): boolean {
  return EVASION.test(phrase.slice(0, 120));
}

/** Whether the content calls somebody's word untrue; a vow to fight it does not. */
export function callsUntrue(phrase: string): boolean {
  return REBUTTAL.test(phrase);
}

/** Whether the content calls the other side's word untrue or vows to fight it. */
export function isRebuttal(phrase: string): boolean {
  return callsUntrue(phrase) || FIGHT.test(phrase);
}

/** Whether something that the other side may have alleged is spoken of ("all the allegations"). */
export function namesClaim(phrase: string): boolean {
  return NAMED_CLAIM.test(phrase);
}

/** The same, or a paper or a plea of somebody's ("the motion", "that defence"). */
export function namesWord(phrase: string): boolean {
  return NAMED_WORD.test(phrase);
}

/** Whether the main clause, from its subject on, negates an act or confines it ("only sells to states"). */
export function isNegatedClause(phrase: string): boolean {
  const clause = clauseOf(phrase);
  return (NEGATION.test(clause) && !HOLLOW_NEGATION.test(clause)) || SOLELY.test(clause);
}

/** The same, but for negation proper alone. */
export function hasNegation(phrase: string): boolean {
  const clause = clauseOf(phrase);
  return NEGATION.test(clause) && !HOLLOW_NEGATION.test(clause);
}

/** The first clause: up to a mark or a word that begins another one. */
function clauseOf(phrase: string): string {
  const body = phrase.slice(0, 400).replace(/^["“”'‘’\s]*(?:that\s)?["“”'‘’\s]*/, '');
  const end = body.search(/[;:]|[.!?](?:\s|["”]|$)| (?:because|but|although|while|whereas|unless|if|when|after|which|who) /);
  return end < 0 ? body : body.slice(0, end);
}

/** Whether an act is said to be that of the speaker's customers and of nobody else: "its clients alone choose". */
export function confinesToOthers(content: string): boolean {
  return /^["“]?(?:that )?(?:its|their|our) (?:\w+ )?(?:customers|clients|buyers|licensees|operators|governments|agencies) (?:alone|and (?:nobody|no one) else)\b/.test(
    content,
  );
}

/** What one is accused of, by how its forms begin; and what is left to others: who operates a tool, who picks whom. */
const MISDEED = [
  'misle(?:ad|d)|lie[ds]?\\b|lying\\b|decei|cheat|trick|fool|fabricat|falsif|forg(?:e|ing)|invent|exaggerat|inflat|distort|doctor',
  'hack|spy|spie[ds]|snoop|surveil|eavesdrop|intercept|target|tamper|attack|infect|invad|break (?:into|in|the)|broke|breaking|trespass|exploit|bypass|circumvent|interfer|meddl|sabotag',
  'hid\\b|hid(?:e|den|ing)\\b|withh[eo]ld|conceal|destroy|delet|obstruct|stonewall|evad|leak|flout|disobey|ignor|neglect',
  'steal|stole|cop(?:y|ie[ds])|infring|violat|breach|misus|abus|damag|harm|wrong|threaten|smear|brib|collu|commit|engag|condone',
  '(?:try|tried|trying|sought|seek|attempted) to (?:buy|acquire|hide|harm|spy|mislead|delete|destroy)',
  'operat|pick|choos|chose',
].join('|');
const FAULT = 'behind|involved in|responsible for|guilty of|to blame|complicit';
/** "that it", "the company's staff" */
const SUBJECT = String.raw`^(?:that )?(?:[\w<>'-]+ ){1,4}`;
/** "did not", "has never", "never once", "is not" before "hacking" */
const NOT_DONE = String.raw`(?:(?:do|does|did|has|have|had|'ve|'d) ?(?:not|n't|never)|(?:has|have|had) at no (?:point|time)|never(?: once| had)?|(?:is|are|was|were) ?(?:not|n't|never)(?= (?:\w+ly )?\w+ing)|(?:has|have|had) ?(?:not|n't|never) been(?= \w+ing))`;
const MISDEED_DENIED = new RegExp(
  String.raw`${SUBJECT}(?:${NOT_DONE} (?:\w+ly |once |ever )?(?:${MISDEED})|(?:is|are|was|were|has|have|had) ?(?:not|n't|never)(?: been)? (?:${FAULT})\b)`,
);

/**
 * Whether a misdeed of whom the content speaks of first is said not to be done: "it had not misled the court", "it is not behind the attack"; not "it had not been
 * told", "it could not pay". `words` as `KindScene.contentWords`. In articles and exercises 53 of 54 such sentences about the speaker's own side are denials.
 */
export function deniesMisdeed(words: readonly string[]): boolean {
  return MISDEED_DENIED.test(words.filter((word) => !/^["“”]$/.test(word)).join(' '));
}
