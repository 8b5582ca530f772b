/** The article in this tab: what it is, why it is shown, and its statements. Says plainly where there is nothing to show. */
import type { CaseFile } from '../model/case-file.ts';
import type { PageState } from '../model/page-state.ts';
import type { StoredArticle, StoredStatement } from '../model/records.ts';
import './article-view.css';
import { dateText } from './date-text.ts';
import { StatementList } from './StatementList.tsx';
import { useTexts } from './text.tsx';
import { VerdictNote } from './VerdictNote.tsx';

export interface ArticleViewProps {
  readonly page: PageState | undefined;
  readonly article: StoredArticle | undefined;
  readonly statements: readonly StoredStatement[];
  readonly caseFile: CaseFile | undefined;
  /** Whether annotations are on for this page. */
  readonly isAnnotated: boolean;
  readonly onRead: () => void;
  readonly onShow: (statement: StoredStatement) => void;
  readonly onEvent: (eventId: string) => void;
}

export function ArticleView(props: ArticleViewProps) {
  const { page, article, statements, caseFile, isAnnotated, onRead, onShow, onEvent } = props;
  const { t } = useTexts();
  if (!page) return <Notice title={t('nothingReadTitle')} text={t('nothingReadText')} action={t('readThisPage')} onAction={onRead} />;
  if (page.status === 'reading') return <Notice title={t('readingTitle')} text="" />;
  if (page.status === 'failed') return <Notice title={t('failedTitle')} text={page.problem ?? ''} action={t('tryAgain')} onAction={onRead} />;
  if (!article || page.verdict?.status !== 'about') {
    const name = caseFile?.name ?? t('theCase');
    return (
      <section class="notice">
        <h2>{t(page.verdict?.status === 'mentions' ? 'mentionsTitle' : page.verdict?.status === 'unsure' ? 'unsureTitle' : 'notAboutTitle')}</h2>
        <p class="soft">{t(page.verdict?.status === 'mentions' ? 'mentionsText' : page.verdict?.status === 'unsure' ? 'unsureText' : 'notAboutText', name)}</p>
        {page.verdict && <VerdictNote verdict={page.verdict} caseName={name} />}
      </section>
    );
  }
  const events = new Map(caseFile?.events.map((event) => [event.id, event]) ?? []);
  return (
    <>
      <ArticleHead article={article} page={page} caseName={caseFile?.name ?? ''} isAnnotated={isAnnotated} />
      {statements.length === 0 ? (
        <p class="empty soft">{t('noStatements')}</p>
      ) : (
        <StatementList key={article.id} statements={statements} events={events} onShow={onShow} onEvent={onEvent} />
      )}
    </>
  );
}

function ArticleHead({ article, page, caseName, isAnnotated }: { article: StoredArticle; page: PageState; caseName: string; isAnnotated: boolean }) {
  const { t, locale, count } = useTexts();
  const missing = [page.orphans > 0 ? count('orphans', page.orphans) : '', isAnnotated ? '' : t('annotationsOff')].filter(Boolean);
  return (
    <header class="article-head">
      <p class="small soft">{[article.outlet, article.published && dateText(article.published, locale)].filter(Boolean).join(' · ')}</p>
      <h2>{article.title}</h2>
      <VerdictNote verdict={article.verdict} caseName={caseName} />
      {missing.map((note) => (
        <p key={note} class="small missing">
          {note}
        </p>
      ))}
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
