/** Wires *This article*: the store and the page on one side, the view on the other. */
import { ArticleView } from '../../components/ArticleView.tsx';
import { useTexts } from '../../components/text.tsx';
import { askBackground } from '../../messaging/client.ts';
import type { CaseFile } from '../../model/case-file.ts';
import { isAnnotated } from '../../model/settings.ts';
import { type ActivePage, useSettings } from '../../pages/use-active-page.ts';
import { useNotes } from '../../pages/use-notes.ts';
import type { Say } from '../../pages/use-say.ts';
import { useJournal } from '../../pages/use-stored-article.ts';
import type { ArticleWithStatements } from '../../storage/articles.ts';
import { articleActions } from './article-actions.ts';
import type { Wish } from './use-views.ts';

export interface ArticlePanelProps {
  readonly active: ActivePage;
  readonly stored: ArticleWithStatements | undefined;
  readonly caseFile: CaseFile | undefined;
  readonly inView: string | undefined;
  readonly target: Wish | undefined;
  readonly say: Say;
  readonly onEvent: (eventId: string) => void;
  readonly onDispute: (disputeId: string) => void;
}

export function ArticlePanel({ active: { tabId, url, page }, stored, caseFile, inView, target, say, onEvent, onDispute }: ArticlePanelProps) {
  const texts = useTexts();
  const settings = useSettings();
  const articleId = page?.articleId;
  const journal = useJournal(articleId);
  const notes = useNotes(articleId);
  const { onAdd, onTurn, ...actions } = articleActions({ tabId, articleId, url: stored?.article.url ?? '', say, texts });
  return (
    <ArticleView
      page={page}
      article={stored?.article}
      statements={stored?.statements ?? []}
      notes={notes}
      caseFile={caseFile}
      journal={journal}
      inView={inView}
      target={target}
      isAnnotated={isAnnotated(settings, page?.url ?? url ?? '')}
      onRead={() => say.on(async () => tabId !== undefined && askBackground('page.read', { tabId }))}
      onTurn={onTurn}
      onAdd={onAdd}
      actions={{ ...actions, onEvent, onDispute }}
    />
  );
}
