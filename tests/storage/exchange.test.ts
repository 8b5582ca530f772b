import { Ajv } from 'ajv';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { bundledCases } from '../../cases/bundled.ts';
import { generateStore } from '../../scripts/generate-store.ts';
import { toGold } from '../../storage/exchange/gold.ts';
import { fromWebAnnotations, toWebAnnotations } from '../../storage/exchange/web-annotation.ts';

const caseFile = bundledCases().find(({ id }) => id === 'whatsapp-v-nso');
if (!caseFile) throw new Error('There is no bundled case.');
const store = { ...generateStore(caseFile, { articles: 6, statements: 60 }), notes: [] };
const [article] = store.articles;
const [statement] = store.statements;
if (!article || !statement) throw new Error('The generated store is empty.');
const note = { id: article.id, articleId: article.id, caseId: caseFile.id, text: 'Mine', at: 5 };

/**
 * What the W3C's context at http://www.w3.org/ns/anno.jsonld says of the terms that a collection may use (Web Annotation Vocabulary,
 * appendix on the JSON-LD context): names, types of values and containers. The context itself is in no package and nothing is loaded here.
 */
const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const linked = (id: string, more: object = {}) => ({ '@id': id, '@type': '@id', ...more });
const counted = (id: string) => ({ '@id': id, '@type': `${XSD}nonNegativeInteger` });
const TERMS = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    'Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector exact prefix suffix commenting classifying identifying'
      .split(' ')
      .map((term) => [term, `${OA}${term}`]),
  ),
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  body: linked(`${OA}hasBody`),
  target: linked(`${OA}hasTarget`),
  source: linked(`${OA}hasSource`),
  selector: linked(`${OA}hasSelector`),
  start: counted(`${OA}start`),
  end: counted(`${OA}end`),
  motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
  purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
  items: linked(`${AS}items`, { '@container': '@list' }),
  first: linked(`${AS}first`),
  total: counted(`${AS}totalItems`),
  startIndex: counted(`${AS}startIndex`),
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  format: 'http://purl.org/dc/elements/1.1/format',
  modified: { '@id': 'http://purl.org/dc/terms/modified', '@type': `${XSD}dateTime` },
};

/** An annotation as the Web Annotation Data Model has it, as far as ours use it. */
const uri = { type: 'string', format: 'uri' };
const QUOTE = {
  ...{ type: 'object', required: ['type', 'exact'], additionalProperties: false },
  properties: { type: { const: 'TextQuoteSelector' }, exact: { type: 'string', minLength: 1 }, prefix: { type: 'string' }, suffix: { type: 'string' } },
};
const POSITION = {
  ...{ type: 'object', required: ['type', 'start', 'end'], additionalProperties: false },
  properties: { type: { const: 'TextPositionSelector' }, start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 0 } },
};
const TEXTUAL = {
  ...{ type: 'object', required: ['type', 'value'], additionalProperties: false },
  properties: { type: { const: 'TextualBody' }, value: { type: 'string' }, format: { const: 'text/plain' }, purpose: { enum: ['identifying', 'commenting'] } },
};
const SPECIFIC_BODY = {
  ...{ type: 'object', required: ['type', 'source', 'purpose'], additionalProperties: false },
  properties: { type: { const: 'SpecificResource' }, source: uri, purpose: { enum: ['classifying', 'identifying'] } },
};
const TARGET = {
  ...{ type: 'object', required: ['type', 'source', 'selector'], additionalProperties: false },
  properties: {
    type: { const: 'SpecificResource' },
    source: { ...uri, pattern: '^https?://' },
    selector: { type: 'array', minItems: 1, items: { anyOf: [QUOTE, POSITION] } },
  },
};
const BODY = { anyOf: [TEXTUAL, SPECIFIC_BODY] };
const ANNOTATION = {
  ...{ type: 'object', required: ['type', 'id', 'motivation', 'body', 'target'], additionalProperties: false },
  properties: {
    ...{ type: { const: 'Annotation' }, id: uri, motivation: { enum: ['classifying', 'commenting'] }, modified: { type: 'string', pattern: 'T.*Z$' } },
    ...{ body: { anyOf: [BODY, { type: 'array', minItems: 1, items: BODY }] }, target: { anyOf: [TARGET, { ...uri, pattern: '^https?://' }] } },
  },
};

describe('web annotations', () => {
  const about = { exact: statement.words, prefix: statement.prefix, suffix: statement.suffix };
  const onWords = { ...note, id: statement.key, statementId: statement.id, about, text: 'On these words' };
  const text = toWebAnnotations({ ...store, notes: [note, onWords] });

  test('every term is of the context, none is lost when it is expanded, and values have their types', async () => {
    const documentLoader = async (url: string) => {
      if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`Nothing else is loaded: ${url}`);
      return { contextUrl: undefined, documentUrl: url, document: { '@context': TERMS } };
    };
    const expanded = (await jsonld.expand(JSON.parse(text), { documentLoader, safe: true } as jsonld.Options.Expand)) as unknown as Record<string, unknown>[];
    const page = (expanded[0]?.[`${AS}first`] as Record<string, { '@list': Record<string, unknown>[] }[]>[] | undefined)?.[0];
    const items = page?.[`${AS}items`]?.[0]?.['@list'] ?? [];
    expect(items.length).toBe(62);
    expect(new Set(items.flatMap((item) => item['@type']))).toEqual(new Set([`${OA}Annotation`]));
    const [target] = (items[0]?.[`${OA}hasTarget`] ?? []) as Record<string, Record<string, unknown>[]>[];
    expect(target?.[`${OA}hasSource`]?.[0]?.['@id']).toBe(article.url);
    const position = target?.[`${OA}hasSelector`]?.[1] as Record<string, { '@type': string; '@value': number }[]> | undefined;
    expect(position?.[`${OA}start`]?.[0]).toEqual({ '@type': `${XSD}nonNegativeInteger`, '@value': statement.contentSpans[0]?.[0] });
  });

  test('each has the shape of the data model', () => {
    const validate = new Ajv({ strict: false, formats: { uri: (address: string) => URL.canParse(address) } }).compile(ANNOTATION);
    for (const item of (JSON.parse(text) as { first: { items: object[] } }).first.items) expect([validate(item), validate.errors]).toEqual([true, null]);
  });

  test('come back as they were written, with the notes', () => {
    const { found, comments, others } = fromWebAnnotations(JSON.parse(text));
    expect(others).toBe(0);
    expect(comments).toEqual([
      { url: article.url, text: 'Mine' },
      { url: article.url, text: 'On these words', about },
    ]);
    expect(found.map(({ kind, actorId, quote }) => [kind, actorId, quote.exact])).toEqual(
      store.statements.map(({ kind, speaker, words }) => [kind, speaker.status === 'actor' ? speaker.actorId : undefined, words]),
    );
  });
});

test('corrections as gold: the words within what stands around them; what is no statement has no attribution', () => {
  const quote = { exact: statement.words, prefix: statement.prefix, suffix: statement.suffix, start: 0, end: statement.words.length };
  const base = { articleId: statement.articleId, caseId: caseFile.id, isUndone: false, target: quote };
  const lines = toGold(
    [
      { ...base, id: 'a', at: 1, change: { type: 'kind', statementId: statement.id, kind: statement.kind } },
      { ...base, id: 'b', at: 2, change: { type: 'dismiss', statementId: 'gone' } },
      { ...base, id: 'c', at: 3, isUndone: true, change: { type: 'dismiss', statementId: 'undone' } },
    ],
    store.statements,
  )
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; attributions: { content: [number, number][]; kind: string[] }[] });
  expect(lines.map(({ attributions }) => attributions.length)).toEqual([1, 0]);
  const [start = 0, end = 0] = lines[0]?.attributions[0]?.content[0] ?? [];
  expect(lines[0]?.text.slice(start, end)).toBe(statement.words);
});
