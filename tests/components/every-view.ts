/**
 * Everything that shows words from outside, once, with a payload in each of its fields: what the test of injections renders.
 */
import { type ComponentChild, h } from 'preact';
import { bundledCases } from '../../cases/bundled.ts';
import { ArticleView } from '../../components/ArticleView.tsx';
import { Card } from '../../components/Card.tsx';
import { CaseChoice } from '../../components/CaseChoice.tsx';
import { CaseProblems } from '../../components/CaseProblems.tsx';
import { CaseTable } from '../../components/CaseTable.tsx';
import { Disputes } from '../../components/Disputes.tsx';
import { ALL_OF_IT, Library } from '../../components/Library.tsx';
import { LibraryRowItem } from '../../components/LibraryRowItem.tsx';
import { NoteBox } from '../../components/NoteBox.tsx';
import { OutletList } from '../../components/OutletList.tsx';
import { SameStatements } from '../../components/SameStatements.tsx';
import { SiteSwitches } from '../../components/SiteSwitches.tsx';
import { StoredData } from '../../components/StoredData.tsx';
import { SureQuestion } from '../../components/SureQuestion.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { VerdictNote } from '../../components/VerdictNote.tsx';
import { WhyNothing } from '../../components/WhyNothing.tsx';
import { SaidLine } from '../../entrypoints/sidepanel/SaidLine.tsx';
import type { CaseFile } from '../../model/case-file.ts';
import type { LibraryArticle } from '../../model/library.ts';
import type { PageState } from '../../model/page-state.ts';
import type { StoredArticle, StoredStatement } from '../../model/records.ts';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { generateStore } from '../../scripts/generate-store.ts';

const [whole] = bundledCases();
const [anyDispute] = whole?.disputes.filter(({ finding, figures }) => finding && figures) ?? [];
const [anyPhase] = whole?.phases ?? [];
if (!whole || !anyDispute || !anyPhase) throw new Error('The bundled case has not what this test needs.');
/** A case with a little of everything. */
const small: CaseFile = {
  ...whole,
  phases: [anyPhase],
  events: whole.events.slice(0, 2).map((event) => ({ ...event, phaseId: anyPhase.id, note: 'x' })),
  disputes: [anyDispute],
  actors: whole.actors.slice(0, 3),
};
const store = generateStore(whole, { articles: 1, statements: 2 });

/** Every field that shows words from outside, each with a name by which it is known in what is rendered. */
const TEXTS = new Set(
  'title|outlet|byline|words|sourceWords|cueWords|section|prefix|suffix|name|text|summary|caption|question|note|publisher|role|number|value|givenBy|problem|place|canonicalUrl|distrustedCanonical'.split(
    '|',
  ),
);

/** The value with each of its texts replaced by the field's name and the payload, and each address by the payload itself. */
function poisoned<T>(value: T, payload: string): T {
  const walk = (each: unknown, key: string): unknown => {
    if (typeof each === 'string') return key === 'url' ? payload : TEXTS.has(key) ? `«${key}»${payload}` : each;
    if (Array.isArray(each)) return each.map((item) => walk(item, key));
    return typeof each === 'object' && each !== null ? Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, walk(inner, name)])) : each;
  };
  return walk(value, '') as T;
}

const nothing = () => undefined;
const actions = { onNote: nothing, onShow: nothing, onEvent: nothing, onDispute: nothing, onCorrect: nothing, onTakeSelection: nothing, onCopyLink: nothing };

/** Popup and options: names of hostile case files, their text where it is wrong, addresses of sites. */
function controls(payload: string, caseFile: CaseFile): ComponentChild[] {
  const file = `«file»${payload}`;
  const site = `«site»${payload}`;
  const counts = { articles: 1, statements: 1, corrections: 1, notes: 1 };
  const why = { site, caseName: caseFile.name, activeNames: [caseFile.name], number: 1, isBusy: false, onRemedy: nothing };
  return [
    h(CaseChoice, { choices: [caseFile, { ...caseFile, id: 'other' }], caseFile, ofArticle: [], onChoose: nothing }),
    h(CaseTable, { cases: [true, false].map((isImported) => ({ caseFile, isOn: true, isImported })), onSet: nothing, onRemove: nothing, onSave: nothing }),
    h(CaseProblems, {
      problems: [{ file, line: 1, column: 1, message: `«message»${payload}`, remedy: `«remedy»${payload}` }],
      // Of one line whatever stands in it, so that every payload makes the same elements.
      texts: new Map([[file, payload.replace(/[\r\n]/g, ' ')]]),
    }),
    h(OutletList, { access: { mode: 'outlets', outlets: [{ domain: site, isGranted: false }] }, onAdd: () => true, onRemove: nothing, onGrant: nothing }),
    h(SiteSwitches, {
      settings: { ...DEFAULT_SETTINGS, sites: { [site]: false }, pages: { [`«address»${payload}`]: true } },
      onSet: nothing,
      onForget: nothing,
    }),
    h(StoredData, {
      usage: { ...counts, sites: [{ ...counts, site, bytes: 1, lastReadAt: 1 }], bytes: 1, used: 1, quota: 2, isPersisted: true, oddities: 1 },
      isBusy: false,
      onDelete: nothing,
    }),
    h(SureQuestion, { words: `«sure»${payload}`, deed: `«deed»${payload}`, onSure: nothing, onCancel: nothing }),
    h(SaidLine, { said: { text: `«said»${payload}`, kind: 'problem', action: { label: `«action»${payload}`, onAct: nothing } } }),
    h(NoteBox, { text: payload, isEditing: true, onEdit: nothing, onNote: nothing }),
    h(WhyNothing, { ...why, why: 'failed', problem: `«trouble»${payload}` }),
    ...(['off-site', 'case-off', 'not-recognised', 'mentions'] as const).map((each) => h(WhyNothing, { ...why, why: each, problem: undefined })),
  ];
}

/** Sidebar, popup and card, all at once, of what a hostile page, backup and case file might hold. */
export function views(payload: string): ComponentChild {
  const caseFile = poisoned(small, payload);
  const verdict = {
    status: 'about' as const,
    caseId: whole?.id ?? '',
    score: 1,
    reasons: [{ role: 'anchor' as const, words: `«reason»${payload}`, count: 2, speaksFor: true }],
  };
  const said = { outlet: 'x', byline: 'x', canonicalUrl: 'x', distrustedCanonical: 'x' };
  const provenance = { outlet: 'meta', byline: 'page', canonicalUrl: 'link' } as const;
  const article = { ...poisoned({ ...(store.articles[0] as StoredArticle), ...said }, payload), provenance, verdict };
  const about = { disputeId: anyDispute?.id ?? '', eventId: small.events[0]?.id ?? '' };
  const [first, second] = store.statements.map((each) => ({ ...poisoned(each, payload), ...about, confidence: 0.5 })) as [StoredStatement, StoredStatement];
  const statements = [
    { ...first, speaker: { status: 'named' as const, name: `«name»${payload}`, side: 'other' as const }, answerId: second.id },
    { ...second, speaker: { status: 'unresolved' as const } },
  ];
  const page: PageState = {
    tabId: 1,
    url: payload,
    title: payload,
    status: 'read',
    verdict,
    articleId: article.id,
    statements: 2,
    shown: 1,
    waiting: 1,
    orphans: 0,
  };
  const row: LibraryArticle = {
    ...article,
    facets: { kinds: {}, sides: {}, events: {}, disputes: {} },
    note: { id: 'n', articleId: article.id, caseId: article.caseId, text: `«note»${payload}`, at: 1 },
  };
  const date = { iso: '2020-01-01', precision: 'day' as const };
  const shown = {
    statement: statements[0] as StoredStatement,
    outlet: `«outlet»${payload}`,
    title: `«title»${payload}`,
    url: payload,
    date,
    wire: `«wire»${payload}`,
  };
  const record = {
    question: `«question»${payload}`,
    otherSide: { side: 'plaintiff' as const, by: `«by»${payload}`, date, text: `«other»${payload}` },
    finding: { date, text: `«finding»${payload}`, isLater: true },
    event: { id: 'e', title: `«event»${payload}`, date, kind: 'order' as const },
    later: [],
    actors: [{ id: 'a', name: `«actor»${payload}`, side: 'defendant' as const }],
  };
  const { answerId: _, ...alone } = statements[0] as StoredStatement;
  const content = {
    statement: alone,
    words: payload,
    cueWords: `«cue»${payload}`,
    sourceWords: `«source»${payload}`,
    confidence: 'low' as const,
    record,
    number: 1,
    total: 2,
  };
  const target = { id: anyDispute?.id ?? '', at: 1 };
  const rows = [
    { type: 'article' as const, article: row },
    { type: 'statement' as const, article: row, statement: statements[0] as StoredStatement },
    { type: 'note' as const, article: row, note: { id: 'n', articleId: row.id, caseId: row.caseId, text: `«its note»${payload}`, at: 1 } },
  ];
  const answer = { total: 0, isCounted: true, facets: { outlets: [[`«facet»${payload}`, 3] as const], years: [], sides: [], kinds: [] }, isComplete: true };
  const same = () =>
    h(SameStatements, {
      groups: [
        [
          { ...shown, likeness: 'first' },
          { ...shown, likeness: 'trimmed' },
        ],
      ],
      total: 1,
    });
  const noteOf = (about: string) => ({
    ...{ id: `${article.id}/${about}`, articleId: article.id, caseId: article.caseId, text: `«note»${payload}`, at: 1 },
    ...(about === '' ? {} : { statementId: about, about: { exact: payload, prefix: '', suffix: '' } }),
  });
  const articleView = {
    article,
    statements,
    notes: new Map(['', ...statements.map(({ id }) => id)].map((about) => [about, noteOf(about)])),
    caseFile,
    journal: { canUndo: true, canRedo: true },
    inView: undefined,
    target: undefined,
    isAnnotated: true,
    onRead: nothing,
    onTurn: nothing,
    onAdd: nothing,
    actions,
  };
  return [
    h(ArticleView, { ...articleView, page }),
    h(ArticleView, { ...articleView, page: { ...page, status: 'failed', problem: `«problem»${payload}` } }),
    h(Timeline, { caseFile, articleDate: date, statementCounts: new Map(), digest: undefined, target: undefined, renderStatements: same }),
    h(Disputes, { caseFile, digest: undefined, statementCounts: new Map(), target, onEvent: nothing, renderStatements: same }),
    h(Library, {
      choice: ALL_OF_IT,
      answer,
      rowAt: nothing,
      scroller: { current: null },
      onChoose: nothing,
      onSeen: nothing,
      onDelete: nothing,
      onNote: nothing,
    }),
    ...rows.map((each) => h(LibraryRowItem, { row: each, query: '', onDelete: nothing, onNote: nothing })),
    h(VerdictNote, { verdict, caseName: caseFile.name, isOpen: true }),
    h(Card, {
      content,
      problem: `«problem»${payload}`,
      onShow: nothing,
      onEvent: nothing,
      onStep: nothing,
      onClose: nothing,
      onKind: nothing,
      onSpeaker: nothing,
      onDismiss: nothing,
    }),
    h('div', {}, same()),
    ...controls(payload, caseFile),
  ];
}
