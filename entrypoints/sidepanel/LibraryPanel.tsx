/** Wires *Library*: choices, the store's answers, and what the reader changes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { DataTools } from '../../components/DataTools.tsx';
import { ALL_OF_IT, Library } from '../../components/Library.tsx';
import { useTexts } from '../../components/text.tsx';
import { askBackground } from '../../messaging/client.ts';
import type { CaseFile } from '../../model/case-file.ts';
import { useDataTools } from '../../pages/use-data-tools.ts';
import { useLibrary } from '../../pages/use-library.ts';
import { noteWriter } from '../../pages/use-notes.ts';
import type { Say } from '../../pages/use-say.ts';

export function LibraryPanel({ caseFile, say }: { caseFile: CaseFile; say: Say }) {
  const texts = useTexts();
  const { t } = texts;
  const [choice, setChoice] = useState(ALL_OF_IT);
  const { answer, rowAt, see } = useLibrary({ ...choice, caseId: caseFile.id });
  const tools = useDataTools(caseFile, say, texts);
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    scroller.current = root.current?.closest<HTMLElement>('.tab-panel') ?? null;
    setReady(true);
  }, []);
  return (
    <div ref={root}>
      <DataTools {...tools} />
      {isReady && (
        <Library
          choice={choice}
          answer={answer}
          rowAt={rowAt}
          scroller={scroller}
          onChoose={(next) => {
            scroller.current?.scrollTo({ top: 0 });
            setChoice(next);
          }}
          onSeen={see}
          onDelete={(articleId) =>
            say.on(async () => {
              await askBackground('article.delete', { articleId });
              say(t('deleted'));
            })
          }
          onNote={noteWriter(say, texts)}
        />
      )}
    </div>
  );
}
