/** How a reader puts a statement right: its kind, its speaker, its words, or that it is none; and a link to its words. */
import type { CaseFile } from '../model/case-file.ts';
import type { StoredStatement } from '../model/records.ts';
import { SIDES, type Speaker, STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import './correction-form.css';
import type { StatementActions } from './StatementList.tsx';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';

export interface CorrectionFormProps {
  readonly statement: StoredStatement;
  readonly caseFile: CaseFile | undefined;
  readonly actions: Pick<StatementActions, 'onCorrect' | 'onTakeSelection' | 'onCopyLink'>;
}

export function CorrectionForm({ statement, caseFile, actions }: CorrectionFormProps) {
  const { t } = useTexts();
  return (
    <div class="correct-fields small">
      <KindField kind={statement.kind} onChange={(kind) => actions.onCorrect({ type: 'kind', statementId: statement.id, kind })} />
      <SpeakerField
        speaker={statement.speaker}
        caseFile={caseFile}
        onChange={(speaker) => actions.onCorrect({ type: 'speaker', statementId: statement.id, speaker })}
      />
      <div class="correct-actions">
        <button type="button" class="button small" onClick={() => actions.onTakeSelection(statement)}>
          {t('takeSelection')}
        </button>
        <button type="button" class="button small dismiss" onClick={() => actions.onCorrect({ type: 'dismiss', statementId: statement.id })}>
          {t('notAStatement')}
        </button>
        <button type="button" class="button small" onClick={() => actions.onCopyLink(statement)}>
          {t('copyLink')}
        </button>
      </div>
    </div>
  );
}

export function KindField({ kind, onChange }: { kind: StatementKind; onChange: (kind: StatementKind) => void }) {
  const { t } = useTexts();
  return (
    <label>
      <span>{t('correctKind')}</span>
      <select value={kind} onChange={({ currentTarget }) => onChange(currentTarget.value as StatementKind)}>
        {STATEMENT_KINDS.map((each) => (
          <option key={each} value={each}>
            {t(kindKey(each))}: {t(`kindMeans_${each.replace('-', '_')}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface SpeakerFieldProps {
  readonly speaker: Speaker;
  readonly caseFile: CaseFile | undefined;
  readonly onChange: (speaker: Speaker) => void;
}

/** The case's actors by side. A speaker whom only the text names stays in the list. */
export function SpeakerField({ speaker, caseFile, onChange }: SpeakerFieldProps) {
  const { t } = useTexts();
  const value = speaker.status === 'actor' ? speaker.actorId : speaker.status;
  const choose = (chosen: string) => {
    const actor = caseFile?.actors.find(({ id }) => id === chosen);
    if (actor) onChange({ status: 'actor', actorId: actor.id, name: actor.name, side: actor.side });
    else if (chosen === 'unresolved') onChange({ status: 'unresolved' });
  };
  return (
    <label>
      <span>{t('correctSpeaker')}</span>
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="unresolved">{t('speakerUnclear')}</option>
        {speaker.status === 'named' && <option value="named">{speaker.name}</option>}
        {SIDES.map((side) => (
          <optgroup key={side} label={t(`side_${side}`)}>
            {caseFile?.actors
              .filter((actor) => actor.side === side)
              .map((actor) => (
                <option key={actor.id} value={actor.id}>
                  {actor.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
