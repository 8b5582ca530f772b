/** Taking corrections back and doing them again, and adding a statement that was missed. */
import { useState } from 'preact/hooks';
import type { CaseFile } from '../model/case-file.ts';
import type { JournalState } from '../model/correction.ts';
import type { Speaker, StatementKind } from '../model/statement.ts';
import { KindField, SpeakerField } from './CorrectionForm.tsx';
import './correction-form.css';
import { useTexts } from './text.tsx';

export interface JournalBarProps {
  readonly journal: JournalState;
  readonly caseFile: CaseFile | undefined;
  readonly onTurn: (to: 'undo' | 'redo') => void;
  /** Take what is selected on the page for a statement. */
  readonly onAdd: (kind: StatementKind, speaker: Speaker) => void;
}

export function JournalBar({ journal: { canUndo, canRedo }, caseFile, onTurn, onAdd }: JournalBarProps) {
  const { t } = useTexts();
  const [kind, setKind] = useState<StatementKind>('claim');
  const [speaker, setSpeaker] = useState<Speaker>({ status: 'unresolved' });
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="journal" aria-label={t('corrections')}>
      <details class="correct small" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('addStatement')}</summary>
        {isOpen && (
          <div class="correct-fields">
            <p class="soft">{t('addStatementHow')}</p>
            <KindField kind={kind} onChange={setKind} />
            <SpeakerField speaker={speaker} caseFile={caseFile} onChange={setSpeaker} />
            <div class="correct-actions">
              <button type="button" class="button small" id="add-statement" onClick={() => onAdd(kind, speaker)}>
                {t('addSelection')}
              </button>
            </div>
          </div>
        )}
      </details>
      {(canUndo || canRedo) && (
        <p class="journal-turns">
          <button type="button" class="button small" id="undo" disabled={!canUndo} onClick={() => onTurn('undo')}>
            {t('undo')}
          </button>
          <button type="button" class="button small" id="redo" disabled={!canRedo} onClick={() => onTurn('redo')}>
            {t('redo')}
          </button>
        </p>
      )}
    </section>
  );
}
