/**
 * Whether a stored record has the shape that views and the merging of corrections rely on. Looks only at types, since it is asked for
 * every record that is read: the guards of `model/record-guards.ts` cost fifty times as much, and are for what comes from outside.
 */

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isFlag: Check = (value) => typeof value === 'boolean';
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList: Check = Array.isArray;
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const shaped = (fields: Readonly<Record<string, Check>>): Check => {
  const entries = Object.entries(fields);
  return (value) => {
    if (!isObject(value)) return false;
    for (const [field, check] of entries) if (!check((value as Record<string, unknown>)[field])) return false;
    return true;
  };
};
const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return false;
    for (const each of value) if (!check(each)) return false;
    return true;
  };

const isDate = shaped({ iso: isText, precision: isText });
const isSpan: Check = (value) => Array.isArray(value) && value.length === 2 && isNumber(value[0]) && isNumber(value[1]);
const isNamed = shaped({ name: isText, side: isText });
const isSpeaker: Check = (value) => isObject(value) && ((value as { status?: unknown }).status === 'unresolved' || isNamed(value));
const isQuote = shaped({ exact: isText, prefix: isText, suffix: isText, start: isNumber, end: isNumber });
const isWords = shaped({ exact: isText, prefix: isText, suffix: isText });
const isFacets = shaped({ kinds: isObject, sides: isObject, events: isObject, disputes: isObject });
const isVerdict = shaped({ status: isText, reasons: isList });

const isStatement = shaped({
  ...{ id: isText, key: isText, articleId: isText, caseId: isText, kind: isText, quoteType: isText, speaker: isSpeaker },
  ...{ order: isNumber, confidence: isNumber, words: isText, sourceWords: isText, cueWords: isText, prefix: isText, suffix: isText },
  ...{ sourceSpans: listOf(isSpan), cueSpans: listOf(isSpan), contentSpans: listOf(isSpan) },
  ...{ section: maybe(isText), eventId: maybe(isText), disputeId: maybe(isText), madeOn: maybe(isDate), channel: maybe(isText) },
});

const CHANGES: Readonly<Record<string, Check>> = {
  kind: shaped({ statementId: isText, kind: isText }),
  speaker: shaped({ statementId: isText, speaker: isSpeaker }),
  span: shaped({ statementId: isText, quote: isQuote }),
  dismiss: shaped({ statementId: isText }),
  add: shaped({ quote: isQuote, kind: isText, speaker: isSpeaker }),
};

const CHECKS = {
  articles: shaped({
    ...{ id: isText, url: isText, site: isText, title: isText, caseId: isText, firstReadAt: isNumber, lastReadAt: isNumber },
    ...{ statementCount: isNumber, wordCount: isNumber, verdict: isVerdict, published: maybe(isDate), facets: maybe(isFacets) },
    ...{ outlet: maybe(isText), byline: maybe(isText), copyOf: maybe(isText), sketch: maybe(listOf(isNumber)), revision: maybe(isNumber) },
  }),
  statements: isStatement,
  corrections: shaped({
    ...{ id: isText, articleId: isText, caseId: isText, at: isNumber, isUndone: isFlag, target: isQuote },
    change: (change) => isObject(change) && (CHANGES[String((change as { type?: unknown }).type)]?.(change) ?? false),
  }),
  analysed: shaped({ articleId: isText, statements: listOf(isStatement), lostIds: isList }),
  notes: shaped({ id: isText, articleId: isText, caseId: isText, text: isText, at: isNumber, statementId: maybe(isText), about: maybe(isWords) }),
} as const satisfies Record<string, Check>;

/** The tables whose records are looked at. */
export type CheckedTable = keyof typeof CHECKS;

export function isCheckedTable(name: string): name is CheckedTable {
  return Object.hasOwn(CHECKS, name);
}

export function isSound(table: CheckedTable, record: unknown): boolean {
  return CHECKS[table](record);
}
