/**
 * The words that the sequence classifier reads of an attribution: those of its roles as they stand in the text, and a few before the first of them, which
 * may be what it answers. Who is named must not matter: an actor is read as what he is to the speaker, any other name as a word that nobody knows.
 */
import type { Attribution } from '../../model/attribution.ts';
import { type Document, tokensIn } from '../document.ts';
import type { Mention } from '../speakers/mentions.ts';
import { vocabularyForm } from '../tagger/features.ts';

/** What a word is of the attribution. */
export const SEQUENCE_ROLES = ['before', 'source', 'cue', 'content'] as const;
export type SequenceRole = (typeof SEQUENCE_ROLES)[number];
/** What somebody is to the speaker. `somebody`: the text does not say who that is. */
export const SEQUENCE_RELATIONS = ['own', 'opposing', 'court', 'other', 'somebody'] as const;
export type Relation = (typeof SEQUENCE_RELATIONS)[number];

export interface SequenceWord {
  /** As the tagger's vocabulary has it; empty for a name. */
  readonly word: string;
  readonly role: SequenceRole;
  /** What the actor whom it names is to the speaker. */
  readonly relation: Relation | undefined;
}

/** So many words of each role are read at most, a name being one; those before an attribution are the last ones, at most from the block before. */
const MOST: Readonly<Record<SequenceRole, number>> = { before: 24, source: 30, cue: 20, content: 70 };
/** No sequence is longer. */
export const LONGEST_SEQUENCE: number = Object.values(MOST).reduce((sum, each) => sum + each, 0);

/** Which words of a text are names, besides those of actors: told by their capitals. */
export class Names {
  readonly #document: Document;
  /** Words with a capital within a sentence. */
  readonly #within = new Set<string>();
  /** Blocks that are headlines In Capitals Like This, where a capital tells nothing. */
  readonly #titles = new Set<number>();

  constructor(document: Document) {
    this.#document = document;
    const counts = new Map<number, { long: number; capital: number }>();
    for (const { text, block } of document.tokens) {
      if (!LONG_WORD.test(text)) continue;
      const count = counts.get(block) ?? { long: 0, capital: 0 };
      counts.set(block, { long: count.long + 1, capital: count.capital + (CAPITAL.test(text) ? 1 : 0) });
    }
    for (const [block, { long, capital }] of counts) if (capital > MOST_CAPITALS * long) this.#titles.add(block);
    document.tokens.forEach(({ text, block }, token) => {
      if (CAPITAL.test(text) && !this.#titles.has(block) && !this.#isFirst(token)) this.#within.add(text);
    });
  }

  /** Where a sentence or a headline begins, a capital makes a name only of who speaks and of what has one within a sentence, too. */
  has(token: number, role: SequenceRole): boolean {
    const { text = '', block = 0 } = this.#document.tokens[token] ?? {};
    if (!CAPITAL.test(text) || COMMON.test(text)) return false;
    return role === 'source' || this.#within.has(text) || !(this.#titles.has(block) || this.#isFirst(token));
  }

  /** Whether it begins a sentence or a quotation. */
  #isFirst(token: number): boolean {
    const { tokens } = this.#document;
    const before = tokens[token - 1];
    return before?.sentence !== tokens[token]?.sentence || /^["“„‘'«:—–-]$/.test(before?.text ?? '');
  }
}

const CAPITAL = /^\p{Lu}/u;
const LONG_WORD = /^\p{L}{4}/u;
/** The share of long words with a capital above which a block is such a headline. */
const MOST_CAPITALS = 0.7;

/** Words that are no names, wherever they stand. */
const COMMON =
  /^(?:I|A|An|The|This|That|These|Those|He|She|It|We|You|They|His|Her|Its|Our|Your|Their|My|One|Two|Three|Four|Some|Many|Most|Both|Each|Every|Several|Another|Other|Others|No|Not|None|Neither|Nobody|Nothing|According)$/;

export interface SequenceQuestion {
  readonly document: Document;
  readonly attribution: Attribution;
  /** The mention of an actor that a token is part of. */
  readonly mentionOf: ReadonlyMap<number, Mention>;
  /** What that actor is to the speaker. */
  readonly relationOf: (mention: Mention) => Relation;
  readonly names: Names;
  /** Blocks that are headlines: what stands in front of one is no part of its article, and not read. */
  readonly headlines: ReadonlySet<number>;
}

/** The words of an attribution, at most `LONGEST_SEQUENCE`. */
export function sequenceOf({ document, attribution, mentionOf, relationOf, names, headlines }: SequenceQuestion): SequenceWord[] {
  const roles = rolesOf(document, attribution);
  const left: Record<SequenceRole, number> = { ...MOST };
  const words: SequenceWord[] = [];
  let last: Mention | undefined;
  const read = (token: number, role: SequenceRole): void => {
    const mention = mentionOf.get(token);
    // All words of a name are one.
    const isSame = mention !== undefined && mention === last;
    last = mention;
    if (isSame || left[role] === 0) return;
    left[role]--;
    const isName = mention !== undefined || names.has(token, role);
    words.push({ word: isName ? '' : vocabularyForm(document.tokens[token]?.text ?? ''), role, relation: mention && relationOf(mention) });
  };
  const own = [...roles.keys()].sort((one, other) => one - other);
  const first = own[0] ?? 0;
  const block = document.tokens[first]?.block ?? 0;
  const from = headlines.has(block) ? block : block - 1;
  // Backwards, so that as much is read however long the names are.
  for (let token = first - 1; token >= 0 && left.before > 0 && (document.tokens[token]?.block ?? 0) >= from; token--) read(token, 'before');
  words.reverse();
  last = undefined;
  for (const [token, role] of own.map((each) => [each, roles.get(each)] as const)) if (role) read(token, role);
  return words;
}

/** The role of each token that has one; of one that has several, the narrowest. */
function rolesOf(document: Document, { contentSpans, sourceSpans, cueSpans }: Attribution): Map<number, SequenceRole> {
  const roles = new Map<number, SequenceRole>();
  for (const token of tokensIn(document, contentSpans)) roles.set(token, 'content');
  for (const token of tokensIn(document, sourceSpans)) roles.set(token, 'source');
  for (const token of tokensIn(document, cueSpans)) roles.set(token, 'cue');
  return roles;
}
