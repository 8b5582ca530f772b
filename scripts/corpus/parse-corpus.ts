/**
 * The corpus's file format (tests/corpus/README.md): marked text in, plain text with gold attributions out.
 * Every mistake is named with its line; knows no folder and no analysis.
 */
import type { Span } from '../../model/span.ts';
import { SIDES, STATEMENT_KINDS, type StatementKind } from '../../model/statement.ts';

/** The sides of a case, and `unresolved` where the text does not tell. */
export const CORPUS_SIDES = [...SIDES, 'unresolved'] as const;
export type CorpusSide = (typeof CORPUS_SIDES)[number];

export interface GoldAttribution {
  readonly number: number;
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
  /** Undefined: no statement (a state of mind, somebody outside the case on something else). Several accepted ones, the best first. */
  readonly kinds: readonly (StatementKind | undefined)[];
  /** Accepted names, the best first; `unresolved` where the text does not tell. */
  readonly speakers: readonly string[];
  readonly side: CorpusSide;
}

/** What an annotator says of an attribution, apart from where it stands. */
export type GoldLabel = Pick<GoldAttribution, 'kinds' | 'speakers' | 'side'>;

export interface GoldArticle {
  readonly id: string;
  readonly case: string;
  readonly verdict: 'about' | 'mentions' | 'no';
  /** ISO date. */
  readonly date: string;
  readonly style: string;
  readonly split: 'train' | 'held-out';
  /** `hard`: written so that claims and denials lie close, in freer prose than most of the press; measured apart. */
  readonly set: 'press' | 'hard';
  readonly text: string;
  /** In the order of their numbers; spans are UTF-16 offsets into `text`. */
  readonly attributions: readonly GoldAttribution[];
}

/** A corpus file that cannot be read; `problems` name line and remedy. */
export class CorpusError extends Error {
  readonly problems: readonly string[];
  constructor(name: string, problems: readonly string[]) {
    super(problems.map((problem) => `${name}: ${problem}`).join('\n'));
    this.problems = problems;
  }
}

const ROLES = { S: 'source', K: 'cue', C: 'content' } as const;
type Role = keyof typeof ROLES;
type Spans = Record<(typeof ROLES)[Role], Span[]>;

/** Reads one file; throws a CorpusError that lists everything wrong with it. `name` is what the errors call it. */
export function parseCorpusFile(file: string, name: string): GoldArticle {
  const problems: string[] = [];
  const parts = file.replace(/\r\n/g, '\n').split(/^---\n/m);
  const [header = '', body = '', table = ''] = parts;
  if (parts.length !== 3) throw new CorpusError(name, [`has ${parts.length - 1} lines “---”; two part header, text and table`]);
  const fields = readHeader(header, problems);
  const { text, spans } = readBody(body, header.split('\n').length + 1, problems);
  const tableLine = file.slice(0, file.length - table.length).split('\n').length;
  const attributions = readTable(table, tableLine, spans, problems);
  if (problems.length > 0) throw new CorpusError(name, problems);
  return { ...fields, text, attributions };
}

function readHeader(header: string, problems: string[]): Omit<GoldArticle, 'text' | 'attributions'> {
  const field = (key: string, allowed: RegExp, meaning: string): string => {
    const value = new RegExp(`^${key}: *(.*)$`, 'm').exec(header)?.[1]?.trim() ?? '';
    if (!allowed.test(value)) problems.push(`header: “${key}” must be ${meaning}, not “${value}”`);
    return value;
  };
  return {
    id: field('id', /^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
    case: field('case', /./, 'a case file’s id, a lawsuit in words, or “none”'),
    verdict: field('verdict', /^(?:about|mentions|no)$/, '“about”, “mentions” or “no”') as GoldArticle['verdict'],
    date: field('date', /^\d{4}-\d\d-\d\d$/, 'YYYY-MM-DD'),
    style: field('style', /./, 'a press style in a word or two'),
    set: /^set:/m.test(header) ? (field('set', /^(?:press|hard)$/, '“press” or “hard”') as GoldArticle['set']) : 'press',
    split: field('split', /^(?:train|held-out)$/, '“train” or “held-out”') as GoldArticle['split'],
  };
}

function readBody(body: string, firstLine: number, problems: string[]): { text: string; spans: Map<number, Spans> } {
  const spans = new Map<number, Spans>();
  const open: { role: Role; number: number; start: number }[] = [];
  const trimmed = body.trim().replace(/^> /gm, '');
  let text = '';
  let line = firstLine;
  for (const [piece, role, number] of trimmed.matchAll(/\{([SKC])(\d+) ?|\}|[^{}]+|\{/g)) {
    if (role && number) open.push({ role: role as Role, number: Number(number), start: text.length });
    else if (piece === '}') {
      const mark = open.pop();
      if (!mark) problems.push(`line ${line}: a “}” closes nothing`);
      else if (text.length === mark.start) problems.push(`line ${line}: mark ${mark.role}${mark.number} is empty`);
      else {
        const known = spans.get(mark.number) ?? { source: [], cue: [], content: [] };
        known[ROLES[mark.role]].push([mark.start, text.length]);
        spans.set(mark.number, known);
      }
    } else if (piece === '{') problems.push(`line ${line}: “{” opens no mark such as “{S1 ”`);
    else {
      if (piece.includes('\n\n') && open.length > 0)
        problems.push(`line ${line}: mark ${open.at(-1)?.role}${open.at(-1)?.number} runs over the end of its paragraph; close it and open it again`);
      text += piece;
      line += piece.split('\n').length - 1;
    }
  }
  for (const { role, number } of open) problems.push(`mark ${role}${number} is never closed`);
  for (const roles of spans.values()) for (const role of Object.values(ROLES)) roles[role] = joined(roles[role]);
  return { text, spans };
}

/** In order; what touches is one span that was broken where another mark crosses it. */
function joined(spans: readonly Span[]): Span[] {
  const list: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = list.at(-1);
    if (last && last[1] === span[0]) list[list.length - 1] = [last[0], span[1]];
    else list.push(span);
  }
  return list;
}

function readTable(table: string, firstLine: number, spans: ReadonlyMap<number, Spans>, problems: string[]): GoldAttribution[] {
  const attributions = new Map<number, GoldAttribution>();
  table.split('\n').forEach((row, index) => {
    if (row.trim() === '') return;
    const place = `line ${firstLine + index}`;
    const match = /^(\d+) +(.+)$/.exec(row.trim());
    const label = match && labelOf(match[2] ?? '');
    if (!match || !label) {
      problems.push(`${place}: “${row.trim()}” is not “NUMBER KIND | SPEAKER | SIDE”`);
      return;
    }
    const number = Number(match[1]);
    const roles = spans.get(number);
    if (!roles) problems.push(`${place}: nothing in the text is marked ${number}`);
    if (attributions.has(number)) problems.push(`${place}: ${number} stands in the table twice`);
    problems.push(...label.problems.map((problem) => `${place}: ${problem}`));
    attributions.set(number, {
      number,
      ...(roles ?? { source: [], cue: [], content: [] }),
      ...label.label,
    });
  });
  for (const [number, { cue }] of spans) {
    if (!attributions.has(number)) problems.push(`the table has no row ${number}`);
    if (cue.length === 0) problems.push(`attribution ${number} has no cue (K${number})`);
  }
  return [...attributions.values()].sort((a, b) => a.number - b.number);
}

/** Reads “KIND | SPEAKER | SIDE” and what is wrong with it; undefined where it has another form. */
export function labelOf(words: string): { readonly label: GoldLabel; readonly problems: readonly string[] } | undefined {
  const match = /^([a-z/ -]+?) *\| *(.+?) *\| *([a-z]+)$/.exec(words.trim());
  if (!match) return undefined;
  const [, kinds = '', speakers = '', side = ''] = match;
  const accepted = kinds.split('/').map((kind) => kind.trim());
  const problems = accepted
    .filter((kind) => kind !== '-' && !STATEMENT_KINDS.includes(kind as StatementKind))
    .map((kind) => `“${kind}” is no kind; there are ${STATEMENT_KINDS.join(', ')} and “-”`);
  if (!CORPUS_SIDES.includes(side as CorpusSide)) problems.push(`“${side}” is no side; there are ${CORPUS_SIDES.join(', ')}`);
  const label = {
    kinds: accepted.map((kind) => (kind === '-' ? undefined : (kind as StatementKind))),
    speakers: speakers.split('/').map((speaker) => speaker.trim()),
    side: side as CorpusSide,
  };
  return { label, problems };
}
