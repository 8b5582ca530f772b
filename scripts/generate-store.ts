/**
 * Makes a store of articles and statements about a case, the same for the same seed: for end-to-end tests, benchmarks and pictures.
 * Its sentences are put together from parts and say nothing about the real case.
 */
import type { Page } from 'puppeteer-core';
import type { CaseFile } from '../model/case-file.ts';
import type { PreciseDate } from '../model/date.ts';
import { facetsOf, type StoredArticle, type StoredStatement } from '../model/records.ts';
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';

export interface GeneratedStore {
  readonly articles: readonly StoredArticle[];
  readonly statements: readonly StoredStatement[];
}

/** Mulberry32: a small generator of numbers from 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Newspapers, sites and a news agency that do not exist. */
const OUTLETS =
  'The Bay Ledger|Harbour Courier|Northern Dispatch|The Docket Review|Signal & Wire|Evening Chronicle|Tech Meridian|La Gaceta del Puerto|Capital Post|The Civic Record|Coastline News|Law Quarter|The Weekly Counterpoint|Süddeutscher Bote|Redwood Public Radio'.split(
    '|',
  );
const AGENCY = 'Meridian News Agency';
const TOPICS =
  'the source code|the sealed exhibits|who ran the servers|the missing call records|the size of the award|the terms of service|what the customers knew|the deleted accounts|the expert reports|the injunction'.split(
    '|',
  );
const HEADLINES =
  'Judge hears both sides on TOPIC|What the new filing says about TOPIC|Lawyers clash over TOPIC|Explained: the row over TOPIC|Court sets a date to settle TOPIC|TOPIC, and why it matters now|In Oakland, a long morning about TOPIC|Five things we learned about TOPIC|Witness is pressed on TOPIC|Opinion: nobody should be surprised by TOPIC|Both sides claim a win over TOPIC|Appeal turns on TOPIC|A small ruling with a large shadow: TOPIC, the paper trail behind it and the questions that the jury will not be asked'.split(
    '|',
  );
const WHAT =
  'the servers|its customers|the messages|the accounts|the source code files|the calls|the phones|the exhibits|the invoices|the engineers’ notes'.split('|');
const DOES =
  'were used without leave|stood in California all along|were never in its hands|must be handed over|cannot be named in public|show what was done|prove nothing of the kind|belong to somebody else|were switched off in time|will be asked for again'.split(
    '|',
  );
const WHEN =
  'before the suit was filed|after the first order|in the spring of that year|until the very last day|long before anybody asked|as the record shows|whatever the other side says|since the terms were changed'.split(
    '|',
  );
const CUES: Readonly<Record<StatementKind, string>> = {
  claim: 'said',
  denial: 'denied',
  concession: 'admitted',
  'no-comment': 'declined',
  demand: 'asked',
  finding: 'found',
};

/** A store of so many articles with so many statements in all. */
export function generateStore(caseFile: CaseFile, sizes: { readonly articles: number; readonly statements: number }, seed = 1): GeneratedStore {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const speakers = caseFile.actors.filter(({ side }) => side !== 'other');
  const articles: StoredArticle[] = [];
  const statements: StoredStatement[] = [];
  const said: StoredStatement[] = [];
  for (let number = 0; number < sizes.articles; number++) {
    const event = pick(caseFile.events);
    const outlet = pick(OUTLETS);
    const id = `https://${hostOf(outlet)}/${event.date.iso.replaceAll('-', '/')}/story-${number}`;
    const own: StoredStatement[] = [];
    const many = Math.floor(((number + 1) * sizes.statements) / sizes.articles) - Math.floor((number * sizes.statements) / sizes.articles);
    for (let order = 0; order < many; order++) {
      const old = random() < 0.3 && said.length > 0 ? pick(said) : undefined;
      const words = old ? reworded(old.words, random()) : `${pick(WHAT)} ${pick(DOES)} ${pick(WHEN)}, and ${pick(WHAT)} ${pick(DOES)} ${pick(WHEN)}`;
      const actor = pick(speakers);
      const kind = old?.kind ?? (actor.side === 'court' ? 'finding' : pick(STATEMENT_KINDS.slice(0, 5)));
      own.push({
        ...{ id: `${kind}-${order}`, key: `${id}/${kind}-${order}`, articleId: id, caseId: caseFile.id, order, kind, quoteType: 'indirect' },
        speaker: old?.speaker ?? { status: 'actor', actorId: actor.id, name: actor.name, side: actor.side },
        ...{ sourceSpans: [[0, 4]], cueSpans: [[5, 9]], contentSpans: [[order * 200, order * 200 + words.length]] },
        ...{
          confidence: 0.4 + random() * 0.6,
          words,
          sourceWords: actor.name,
          cueWords: CUES[kind],
          prefix: 'On that day it was told that ',
          suffix: '. The hearing went on',
        },
        ...(random() < 0.7 ? { disputeId: old?.disputeId ?? pick(caseFile.disputes).id } : {}),
        ...(random() < 0.7 ? { eventId: event.id } : {}),
      });
      if (said.length < 2_000) said.push(own[order] as StoredStatement);
    }
    statements.push(...own);
    articles.push(
      articleOf({ id, number, caseFile, outlet, title: headline(pick(HEADLINES), pick(TOPICS)), published: event.date, own, hasAgency: random() < 0.15 }),
    );
  }
  return { articles, statements };
}

interface ArticleParts {
  readonly id: string;
  readonly number: number;
  readonly caseFile: CaseFile;
  readonly outlet: string;
  readonly title: string;
  readonly published: PreciseDate;
  readonly own: readonly StoredStatement[];
  /** It is the copy of a news agency. */
  readonly hasAgency: boolean;
}

function articleOf({ id, number, caseFile, outlet, title, published, own, hasAgency }: ArticleParts): StoredArticle {
  const reasons = ['WhatsApp', 'NSO Group', 'Pegasus', 'Hamilton'].map((words) => ({ role: 'anchor' as const, words, count: 3, speaksFor: true }));
  return {
    ...{ id, url: id, site: new URL(id).hostname, title, outlet, published },
    ...(hasAgency ? { byline: AGENCY } : {}),
    ...{ caseId: caseFile.id, verdict: { status: 'about', caseId: caseFile.id, score: 0.95, reasons }, wordCount: 600, statementCount: own.length },
    ...{ facets: facetsOf(own), revision: 1, firstReadAt: 1_700_000_000_000 + number * 60_000, lastReadAt: 1_700_000_000_000 + number * 60_000 },
  };
}

function headline(template: string, topic: string): string {
  const text = template.replace('TOPIC', topic);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function hostOf(outlet: string): string {
  return `${outlet.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\W+/g, '-')}.example`;
}

/** As another outlet may carry it: word for word, trimmed, or in other words. */
function reworded(words: string, chance: number): string {
  if (chance < 0.4) return words;
  if (chance < 0.7) return words.split(', and ')[0] ?? words;
  return words.replace(', and ', ', while ').replace('were', 'have been');
}

/** Puts a store into the extension's database, from one of its own pages that is open. What is there stays. */
export async function fillStore(page: Page, { articles, statements }: GeneratedStore): Promise<void> {
  const put = (table: string, records: readonly unknown[]) =>
    page.evaluate(
      (name, json) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('allegedly');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction(name, 'readwrite', { durability: 'relaxed' });
            for (const row of JSON.parse(json) as unknown[]) transaction.objectStore(name).put(row);
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            transaction.onabort = () => reject(transaction.error);
          };
        }),
      table,
      // As text: a tree of objects takes many times as long on its way to the page.
      JSON.stringify(records),
    );
  for (let at = 0; at < statements.length; at += 4_000) await put('statements', statements.slice(at, at + 4_000));
  for (let at = 0; at < articles.length; at += 1_000) await put('articles', articles.slice(at, at + 1_000));
  await put(
    'changes',
    articles.map(({ id }) => ({ articleId: id })),
  );
}
