/** Sites, events, disputes and cases may be called by names that every object has ("http://constructor/" is an address): they are names like any other. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { StoredArticleSchema } from '../../model/record-guards.ts';
import { facetsOf } from '../../model/records.ts';
import { DEFAULT_SETTINGS, isAnnotated, SettingsSchema, withChoice, withoutSite } from '../../model/settings.ts';
import type { Statement } from '../../model/statement.ts';
import { LibraryIndex } from '../../storage/library-index.ts';

const NAMES = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'toJSON'];
const HOSTS = [...new Set(NAMES.map((name) => name.toLowerCase()))];

const statement = (name: string): Statement => ({
  ...{ id: 's', kind: 'claim', speaker: { status: 'unresolved' }, sourceSpans: [], cueSpans: [], contentSpans: [[0, 1]], quoteType: 'direct', confidence: 1 },
  ...{ eventId: name, disputeId: name },
});
const article = (id: string, name: string) => ({
  ...{ id, url: id, site: 'news.example', title: 'A title', caseId: 'whatsapp-v-nso', wordCount: 10, statementCount: 2, firstReadAt: 1, lastReadAt: 1 },
  verdict: { status: 'about' as const, caseId: 'whatsapp-v-nso', score: 1, reasons: [] },
  facets: facetsOf([statement(name), statement(name)]),
});

test.each(HOSTS)('http://%s/ is marked until it is switched off, and keeps that', (host) => {
  const url = `http://${host}/a`;
  expect(isAnnotated(DEFAULT_SETTINGS, url)).toBe(true);
  const off = v.parse(SettingsSchema, JSON.parse(JSON.stringify(withChoice(DEFAULT_SETTINGS, 'site', url, false))));
  expect(isAnnotated(off, url)).toBe(false);
  expect(isAnnotated(off, 'http://news.example/')).toBe(true);
  expect(isAnnotated(withoutSite(off, host), url)).toBe(true);
});

describe.each(NAMES)('an event and a dispute called %s', (name) => {
  test('are counted', () => {
    const { events, disputes } = facetsOf([statement(name), statement(name)]);
    expect([Object.entries(events), Object.entries(disputes)]).toEqual([[[name, 2]], [[name, 2]]]);
  });

  test('pass the guard of a backup, and only as numbers', () => {
    const sound = article('https://news.example/a', name);
    const passed = v.parse(StoredArticleSchema, JSON.parse(JSON.stringify(sound)));
    expect(Object.entries(passed.facets?.events ?? {})).toEqual([[name, 2]]);
    const spoilt = { ...sound, facets: { ...sound.facets, events: Object.fromEntries([[name, 'many']]) } };
    expect(v.is(StoredArticleSchema, spoilt)).toBe(false);
  });

  test('are summed up in the library', () => {
    const index = new LibraryIndex();
    for (const id of ['https://news.example/a', 'https://news.example/b']) index.setArticle(article(id, name));
    const { events, disputes } = index.digest('whatsapp-v-nso');
    const sum = { articles: 2, statements: 4 };
    expect([Object.entries(events), Object.entries(disputes)]).toEqual([[[name, sum]], [[name, sum]]]);
  });
});
