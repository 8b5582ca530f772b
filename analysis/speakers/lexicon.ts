/**
 * Nouns by which news about lawsuits names speakers: people who speak for somebody, papers, rulings, outsiders, courts.
 * Own lists; they know no case and no side.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Those whose word nameless counts as their party's: "a spokesperson said". */
export const SPOKESPEOPLE = set(
  'spokesperson spokesman spokeswoman spokespeople spokespersons spokesmen spokeswomen representative representatives rep reps communications press',
);

export const LAWYERS = set(
  'lawyer lawyers attorney attorneys counsel litigator litigators solicitor solicitors barrister barristers advocate advocates counsels',
);

/** People who speak for a party when tied to it ("its engineers"). */
export const STAFF = set(
  'team official officials executive executives ceo chief head boss chairman chairwoman president director directors founder founders cofounder co-founder co-founders management ' +
    'leadership engineer engineers manager managers staffers staff employee employees worker workers workforce office department officer officers board owner owners ' +
    'leader leaders side camp investigators investigator witness witnesses delegate delegates envoy operators developers programmers vice-president insiders insider researcher researchers',
);

/** Whether the word means people who speak for whoever they belong to. */
export function isPeople(word: string): boolean {
  return SPOKESPEOPLE.has(word) || LAWYERS.has(word) || STAFF.has(word);
}

/** "their own people", "NSO's own people": whoever works for them. */
export function isOwnPeople(words: readonly string[]): boolean {
  return words.some((word, index) => word === 'own' && words[index + 1] === 'people');
}

/** Whether the noun, behind an owner, means people who speak for it: "NSO's PR people", "its expert". */
export function isOwnedPeople(noun: string): boolean {
  return /^(?:people|person|experts?|economists?|advis[eo]rs?|consultants?)$/.test(noun) || isPeople(noun);
}

/** Nouns for one person that a definite article points to: "the chief executive", "the witness". */
export const TITLES = set(
  'chief executive ceo boss head president director founder cofounder co-founder officer engineer manager witness lawyer attorney litigator advocate researcher ' +
    'vice-president spokesman spokeswoman spokesperson professor analyst chairman man woman lieutenant',
);

export const PAPERS = set(
  'filing filings complaint complaints plaint lawsuit lawsuits suit brief briefs motion motions papers paper document documents petition petitions declaration declarations ' +
    'memo memorandum opposition reply pleading pleadings affidavit response letter letters submission submissions records record exhibit exhibits deposition depositions testimony countersuit ' +
    'action application appeal statement statements post posts tweet email e-mail blog website bid table spreadsheet transcript transcripts message notice request summons answer draft',
);

/** What a press or a watchdog puts out; never a party's paper unless it is said to be. */
export const REPORTS = set(
  'report reports investigation investigations article articles story leak leaks study studies editorial podcast documentary revelations coverage',
);

/** The papers that open a suit: by definition the plaintiff's. */
export const COMPLAINTS = set('complaint plaint lawsuit suit');

export const RULINGS = set('ruling rulings order orders opinion opinions verdict decision decisions judgment judgement injunction dissent concurrence');

export const COURTS = set('judge judges court courts jury juries juror jurors justice justices panel tribunal magistrate circuit bench');

/** People and bodies outside a case, when nothing ties them to a party. */
export const OUTSIDERS = set(
  'user users customer customers client clients victim victims target targets critic critics rival rivals investor investors shareholder shareholders competitor competitors ' +
    'ally allies backer backers defender defenders creditor creditors lender lenders ' +
    'activist activists campaigner campaigners journalist journalists reporter reporters researcher researchers expert experts analyst analysts observer observers lawmaker lawmakers ' +
    'lecturer lecturers historian historians cryptographer cryptographers criminologist criminologists hacker hackers banker bankers broker brokers ' +
    'senator senators congressman congresswoman legislator legislators politician politicians minister ministers mp mps academic academics professor professors scholar scholars veteran veterans ' +
    'commentator commentators columnist columnists outlets newspaper newspapers media press groups organisations organizations associations charities charity watchdog watchdogs ngo ngos regulators regulator ' +
    'economist economists blogger bloggers friends supporters supporter opponents dissident dissidents diplomat diplomats consultant consultants technologists technologist specialist specialists ' +
    'litigator litigators practitioners practitioner people person persons those someone somebody many some anyone everyone others sources source insiders insider companies firms vendors ' +
    'adviser advisers advisor advisors residents citizens reviewers readers onlookers bystanders academia industry leaders relatives relative families family widow fiancee lawyers lawyer attorney attorneys advocates advocate',
);

/** Whoever stands against the one named: "its opponent". The plural may be anybody's critics. */
export const OPPONENTS = set('opponent adversary accuser foe pursuer antagonist');

/** Whoever does for the other side what the one named does for his. */
export const isCounterpart = (words: readonly string[]) => /\bcounterparts?\b|\bopposite numbers?\b/.test(words.join(' '));

/** Who is for or against somebody, or suffers or pays for it, and so is not of it, whatever stands behind: "NSO's defenders online". */
export const PARTISANS =
  /^(?:all(?:y|ies)|backers?|defenders?|friends?|supporters?|critics?|rivals?|competitors?|creditors?|lenders?|investors?|shareholders?|customers?|clients?|users?|victims?|targets?)$/;

/** Possessive and personal pronouns as the pronoun they stand for. */
export const PRONOUNS: ReadonlyMap<string, 'it' | 'he' | 'she' | 'they'> = new Map([
  ['it', 'it'],
  ['its', 'it'],
  ['itself', 'it'],
  ['they', 'they'],
  ['their', 'they'],
  ['them', 'they'],
  ['he', 'he'],
  ['his', 'he'],
  ['him', 'he'],
  ['she', 'she'],
  ['her', 'she'],
]);

export const POSSESSIVES = set('its their his her');
export const FIRST_PERSON = set('we i us our my me ourselves');
export const RELATIVES = set('who which whom whose that');
export const NUMBERS = set('two three four five six seven eight nine ten eleven twelve both dozens several some many most all another one');
export const QUANTIFIERS = set('some many several most other others few both dozens hundreds scores various numerous multiple all leading');
export const DETERMINERS = set('the a an this that these those another one its their his her');
/** Behind the head noun of a phrase. */
export const LINKS = set(
  'for of representing at from by with in on behalf based to about against close familiar briefed acting speaking defending who which that whose and',
);

/** Words that may open a date. */
export const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?$/;
