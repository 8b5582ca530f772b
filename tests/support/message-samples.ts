/** One sound body of every message, for tests that break them. */
import * as v from 'valibot';
import type { BackgroundMessage, ReaderMessage, RequestOf } from '../../messaging/messages.ts';
import { CaseFileSchema, RecognitionSchema } from '../../model/case-file.ts';
import type { Statement } from '../../model/statement.ts';
import { SAMPLE_CASE, SAMPLE_RECOGNITION } from '../cases/sample-case.ts';

const QUOTE = { exact: 'denied it', prefix: 'NSO ', suffix: '.', start: 4, end: 13 };

const STATEMENT: Statement = {
  id: 's1',
  kind: 'denial',
  speaker: { status: 'actor', actorId: 'nso', name: 'NSO Group', side: 'defendant' },
  sourceSpans: [[0, 3]],
  cueSpans: [[4, 10]],
  contentSpans: [[11, 13]],
  quoteType: 'indirect',
  confidence: 0.9,
};

const ARTICLE = { url: 'https://news.example/a', title: 'A title', text: 'NSO denied it.', blocks: [{ kind: 'paragraph', start: 0, end: 14 }] } as const;

export const BACKGROUND_SAMPLES: { readonly [M in BackgroundMessage]: RequestOf<M> } = {
  'page.candidate': { caseIds: ['whatsapp-v-nso'] },
  'article.read': { article: ARTICLE },
  'page.unread': { url: 'https://news.example/a', title: 'A title', reason: 'too-deep' },
  'page.painted': { shown: 1, waiting: 0, orphans: 0 },
  'page.left': { url: 'https://news.example/a' },
  'passage.seen': { statementId: 's1' },
  'sidebar.open': { eventId: 'complaint-filed' },
  'dock.look': { ticket: 't1' },
  'dock.relay': { ticket: 't1', message: 'passage.show', body: { statementId: 's1' } },
  'statement.record': { caseId: 'whatsapp-v-nso', question: { side: 'defendant' } },
  'page.read': { tabId: 7 },
  'annotations.set': { scope: 'page', url: 'https://news.example/a', isOn: false },
  'density.set': { density: 'disputes' },
  'kind.set': { kind: 'claim', isOn: false },
  'look.set': { kind: 'claim', look: { line: 'dotted', light: '#1c5aa6' } },
  'choice.forget': { scope: 'site', url: 'https://news.example/' },
  'case.set': { caseId: 'whatsapp-v-nso', isOn: false },
  'case.import': { caseFile: v.parse(CaseFileSchema, JSON.parse(SAMPLE_CASE)), recognition: v.parse(RecognitionSchema, JSON.parse(SAMPLE_RECOGNITION)) },
  'case.remove': { caseId: 'harbor-v-lumen' },
  'sample.read': { article: ARTICLE },
  'outlets.set': { domains: ['news.example'] },
  'article.delete': { articleId: 'https://news.example/a' },
  'store.delete': { scope: 'site', site: 'news.example' },
  'backup.note': { what: 'saved' },
  'note.write': { articleId: 'https://news.example/a', text: 'A note' },
  'statement.correct': { articleId: 'https://news.example/a', change: { type: 'add', quote: QUOTE, kind: 'denial', speaker: STATEMENT.speaker } },
  'correction.turn': { articleId: 'https://news.example/a', to: 'undo' },
};

export const READER_SAMPLES: { readonly [M in ReaderMessage]: RequestOf<M> } = {
  'reader.ping': {},
  'statements.changed': { statements: [STATEMENT], words: ['some words'] },
  'access.ended': {},
  'mark.step': { by: 1 },
  'passage.show': { statementId: 's1' },
  'selection.read': {},
};
