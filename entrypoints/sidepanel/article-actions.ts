/** What a reader can do with an article's statements, each told to the page or the background, and said when it is done. */
import type { StatementActions } from '../../components/StatementList.tsx';
import type { BoundTexts } from '../../components/texts.ts';
import { askBackground, askReader } from '../../messaging/client.ts';
import type { Change } from '../../model/correction.ts';
import type { Speaker, StatementKind } from '../../model/statement.ts';
import { textFragmentUrl } from '../../model/text-fragment.ts';
import { keepStore } from '../../pages/keep-store.ts';
import { noteWriter } from '../../pages/use-notes.ts';
import type { Say } from '../../pages/use-say.ts';

export interface ArticleActionsOptions {
  readonly tabId: number | undefined;
  readonly articleId: string | undefined;
  /** The article's address. */
  readonly url: string;
  readonly say: Say;
  readonly texts: BoundTexts;
}

export interface ArticleActions extends Omit<StatementActions, 'onEvent' | 'onDispute'> {
  /** Takes the last correction back, or makes it again. */
  readonly onTurn: (to: 'undo' | 'redo') => void;
  /** Takes the words selected on the page for a statement. */
  readonly onAdd: (kind: StatementKind, speaker: Speaker) => void;
}

export function articleActions({ tabId, articleId, url, say, texts }: ArticleActionsOptions): ArticleActions {
  const { t } = texts;
  const writeNote = noteWriter(say, texts);
  const turn = (to: 'undo' | 'redo') =>
    say.on(async () => {
      if (articleId === undefined) return;
      const { isDone } = await askBackground('correction.turn', { articleId, to });
      if (isDone) say(t(to === 'undo' ? 'undone' : 'redone'));
    });
  const correct = async (change: Change) => {
    if (articleId === undefined) return;
    await askBackground('statement.correct', { articleId, change });
    // The list may have moved, or the statement be gone from it: the way back is offered where the reader is.
    say(t('corrected'), 'note', { label: t('undo'), onAct: () => turn('undo') });
    await keepStore();
  };
  /** The words selected on the page; says so and gives undefined where there are none. */
  const selected = async () => {
    const { quote } = tabId === undefined ? {} : await askReader(tabId, 'selection.read', {});
    if (!quote) say(t('nothingSelected'), 'problem');
    return quote;
  };
  return {
    onShow: ({ id }) =>
      say.on(async () => {
        if (tabId === undefined) return;
        const { isFound } = await askReader(tabId, 'passage.show', { statementId: id });
        if (!isFound) say(t('passageNotFound'), 'problem');
      }),
    onTurn: turn,
    onCorrect: (change) => say.on(() => correct(change)),
    onTakeSelection: ({ id }) =>
      say.on(async () => {
        const quote = await selected();
        if (quote) await correct({ type: 'span', statementId: id, quote });
      }),
    onCopyLink: (statement) =>
      say.on(async () => {
        await navigator.clipboard.writeText(textFragmentUrl(url, statement));
        say(t('linkCopied'));
      }),
    onNote: (statementId, text, before) => {
      if (articleId !== undefined) writeNote(articleId, statementId, text, before);
    },
    onAdd: (kind, speaker) =>
      say.on(async () => {
        const quote = await selected();
        if (quote) await correct({ type: 'add', quote, kind, speaker });
      }),
  };
}
