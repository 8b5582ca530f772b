/** The article in this tab: what it is, why it is shown, and its statements. Says plainly where there is nothing to show. */
import type { CaseFile } from '../model/case-file.ts';
import type { JournalState } from '../model/correction.ts';
import type { PageState } from '../model/page-state.ts';
import { type Note, type StoredArticle, type StoredStatement, sideOf } from '../model/records.ts';
import type { Speaker, StatementKind } from '../model/statement.ts';
import { ArticleNotes } from './ArticleNotes.tsx';
import { ArticleOrigins } from './ArticleOrigins.tsx';
import './article-view.css';
import { dateText } from './date-text.ts';
import { JournalBar } from './JournalBar.tsx';
import { type StatementActions, StatementList } from './StatementList.tsx';
import { useTexts } from './text.tsx';
import { VerdictNote } from './VerdictNote.tsx';

export interface ArticleViewProps {
  readonly page: PageState | undefined;
  readonly article: StoredArticle | undefined;
  readonly statements: readonly StoredStatement[];
  /** The reader's notes, by the id of their statement, "" for that of the article. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly caseFile: CaseFile | undefined;
  readonly journal: JournalState;
  /** The statement whose passage is in view on the page. */
  readonly inView: string | undefined;
  /** The statement to go to. */
  readonly target: { readonly id: string; readonly at: number } | undefined;
  /** Whether annotations are on for this page. */
  readonly isAnnotated: boolean;
  readonly onRead: () => void;
  readonly onTurn: (to: 'undo' | 'redo') => void;
  readonly onAdd: (kind: StatementKind, speaker: Speaker) => void;
  readonly actions: StatementActions;
}

export function ArticleView(props: ArticleViewProps) {
  const { page, article, statements, notes, caseFile, journal, inView, target, onRead, onTurn, onAdd, actions } = props;
  const { t } = useTexts();
  if (!page) return <Notice title={t('nothingReadTitle')} text={t('nothingReadText')} action={t('readThisPage')} onAction={onRead} />;
  if (page.status === 'reading') return <Notice title={t('readingTitle')} text="" />;
  if (page.status === 'failed') return <Notice title={t('failedTitle')} text={page.problem ?? ''} action={t('tryAgain')} onAction={onRead} />;
  if (page.verdict?.status === 'about' && !article) return <NotStored page={page} onRead={onRead} />;
  if (!article || page.verdict?.status !== 'about') return <NotAbout page={page} caseName={caseFile?.name ?? t('theCase')} />;
  return (
    <>
      <ArticleHead {...{ article, page, statements, notes, actions }} caseName={caseFile?.name ?? ''} isAnnotated={props.isAnnotated} />
      {statements.length === 0 ? (
        <p class="empty soft">{t('noStatements')}</p>
      ) : (
        <StatementList key={article.id} {...{ statements, notes, caseFile, inView, target, actions }} />
      )}
      <JournalBar journal={journal} caseFile={caseFile} onTurn={onTurn} onAdd={onAdd} />
    </>
  );
}

/** The page is coverage and is marked, but not in the store; nothing where it is only on its way from there. */
function NotStored({ page: { articleId, isDeleted }, onRead }: Pick<ArticleViewProps, 'onRead'> & { page: PageState }) {
  const { t } = useTexts();
  if (articleId !== undefined) return null;
  if (isDeleted) return <Notice title={t('notStoredTitle')} text={t('deletedPageText')} action={t('readThisPage')} onAction={onRead} />;
  return <Notice title={t('notStoredTitle')} text={t('notStoredPageText')} />;
}

/** The page was read and is not coverage: why not, and that nothing was kept. */
function NotAbout({ page: { verdict }, caseName }: { page: PageState; caseName: string }) {
  const { t } = useTexts();
  const key = verdict?.status === 'mentions' ? 'mentions' : verdict?.status === 'unsure' ? 'unsure' : 'notAbout';
  return (
    <section class="notice">
      <h2>{t(`${key}Title`)}</h2>
      <p class="soft">{t(`${key}Text`, caseName)}</p>
      {verdict && <VerdictNote verdict={verdict} caseName={caseName} />}
    </section>
  );
}

interface ArticleHeadProps extends Pick<ArticleViewProps, 'statements' | 'notes' | 'isAnnotated' | 'actions'> {
  readonly article: StoredArticle;
  readonly page: PageState;
  readonly caseName: string;
}

function ArticleHead({ article, page, caseName, statements, notes, isAnnotated, actions }: ArticleHeadProps) {
  const { t, locale, count } = useTexts();
  const missing = [page.orphans > 0 ? count('orphans', page.orphans) : '', isAnnotated ? '' : t('annotationsOff')].filter(Boolean);
  const silent = (['plaintiff', 'defendant'] as const).filter((side) => statements.length > 0 && !statements.some((each) => sideOf(each) === side));
  return (
    <header class="article-head">
      <p class="small soft">
        {article.outlet && <bdi>{article.outlet}</bdi>}
        {article.outlet && article.published && ' · '}
        {article.published && <bdi>{dateText(article.published, locale)}</bdi>}
      </p>
      <h2 dir="auto">{article.title}</h2>
      <VerdictNote verdict={article.verdict} caseName={caseName} />
      {missing.map((note) => (
        <p key={note} class="small missing">
          {note}
        </p>
      ))}
      {article.isCutShort && <p class="small article-note">{count('cutShort', article.wordCount)}</p>}
      {!article.isCutShort &&
        silent.map((side) => (
          <p key={side} class="small article-note">
            {t(`silent_${side}`)}
          </p>
        ))}
      <ArticleOrigins article={article} />
      <ArticleNotes notes={notes} statementIds={new Set(statements.map(({ id }) => id))} onNote={actions.onNote} />
    </header>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly action?: string;
  readonly onAction?: () => void;
}

function Notice({ title, text, action, onAction }: NoticeProps) {
  return (
    <section class="notice">
      <h2>{title}</h2>
      {text && <p class="soft">{text}</p>}
      {action && (
        <button type="button" class="button" data-primary onClick={onAction}>
          {action}
        </button>
      )}
    </section>
  );
}
