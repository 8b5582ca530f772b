/** Wires *This article*: the store and the page on one side, the view on the other. */
import { ArticleView } from '../../components/ArticleView.tsx';
import { useTexts } from '../../components/text.tsx';
import { askBackground, askReader } from '../../messaging/client.ts';
import type { CaseFile } from '../../model/case-file.ts';
import type { Change } from '../../model/correction.ts';
import type { StoredStatement } from '../../model/records.ts';
import { isAnnotated } from '../../model/settings.ts';
import type { Speaker, StatementKind } from '../../model/statement.ts';
import { textFragmentUrl } from '../../model/text-fragment.ts';
import { keepStore } from '../../pages/keep-store.ts';
import { type ActivePage, useSettings } from '../../pages/use-active-page.ts';
import { useJournal } from '../../pages/use-stored-article.ts';
import type { ArticleWithStatements } from '../../storage/articles.ts';
import type { Say } from './Sidebar.tsx';

export interface ArticlePanelProps {
  readonly active: ActivePage;
  readonly stored: ArticleWithStatements | undefined;
  readonly caseFile: CaseFile | undefined;
  readonly inView: string | undefined;
  readonly say: Say;
  readonly onEvent: (eventId: string) => void;
  readonly onDispute: (disputeId: string) => void;
}

export function ArticlePanel({ active: { tabId, url, page }, stored, caseFile, inView, say, onEvent, onDispute }: ArticlePanelProps) {
  const { t } = useTexts();
  const settings = useSettings();
  const journal = useJournal(page?.articleId);
  const articleId = page?.articleId;
  const correct = async (change: Change) => {
    if (articleId !== undefined) await askBackground('statement.correct', { articleId, change });
    say(t('corrected'));
    await keepStore();
  };
  /** The words selected on the page; says so and gives undefined where there are none. */
  const selected = async () => {
    const { quote } = tabId === undefined ? {} : await askReader(tabId, 'selection.read', {});
    if (!quote) say(t('nothingSelected'), 'problem');
    return quote;
  };
  const actions = {
    onShow: (statement: StoredStatement) =>
      say.on(async () => {
        if (tabId === undefined) return;
        const { isFound } = await askReader(tabId, 'passage.show', { statementId: statement.id });
        if (!isFound) say(t('passageNotFound'), 'problem');
      }),
    onCorrect: (change: Change) => say.on(() => correct(change)),
    onTakeSelection: ({ id }: StoredStatement) =>
      say.on(async () => {
        const quote = await selected();
        if (quote) await correct({ type: 'span', statementId: id, quote });
      }),
    onCopyLink: (statement: StoredStatement) =>
      say.on(async () => {
        await navigator.clipboard.writeText(textFragmentUrl(stored?.article.url ?? '', statement));
        say(t('linkCopied'));
      }),
    onEvent,
    onDispute,
  };
  const add = async (kind: StatementKind, speaker: Speaker) => {
    const quote = await selected();
    if (quote) await correct({ type: 'add', quote, kind, speaker });
  };
  return (
    <ArticleView
      page={page}
      article={stored?.article}
      statements={stored?.statements ?? []}
      caseFile={caseFile}
      journal={journal}
      inView={inView}
      isAnnotated={isAnnotated(settings, page?.url ?? url ?? '')}
      onRead={() => say.on(async () => tabId !== undefined && askBackground('page.read', { tabId }))}
      onTurn={(to) => say.on(async () => articleId !== undefined && askBackground('correction.turn', { articleId, to }))}
      onAdd={(kind, speaker) => say.on(() => add(kind, speaker))}
      actions={actions}
    />
  );
}
