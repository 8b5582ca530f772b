/** Puts a statement right from its card: its kind, its speaker, or that it is none. Each choice is made at once and can be taken back. */
import { useState } from 'preact/hooks';
import type { OnRecord } from '../model/on-record.ts';
import { SIDES, type Speaker, STATEMENT_KINDS, type Statement, type StatementKind } from '../model/statement.ts';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';

export interface CardCorrectionProps {
  readonly statement: Statement;
  readonly actors: OnRecord['actors'];
  readonly onKind: (kind: StatementKind) => void;
  readonly onSpeaker: (speaker: Speaker) => void;
  readonly onDismiss: () => void;
}

export function CardCorrection({ statement, actors, onKind, onSpeaker, onDismiss }: CardCorrectionProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span class="actions">
        <button type="button" class="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('cardCorrect')}
        </button>
        <button type="button" class="plain" onClick={onDismiss}>
          {t('cardNotStatement')}
        </button>
      </span>
      {isOpen && (
        <div class="correction">
          <label>
            <span class="small soft">{t('cardKind')}</span>
            <select value={statement.kind} onChange={({ currentTarget }) => onKind(currentTarget.value as StatementKind)}>
              {STATEMENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(kindKey(kind))}
                </option>
              ))}
            </select>
          </label>
          <SpeakerChoice statement={statement} actors={actors} onSpeaker={onSpeaker} />
        </div>
      )}
    </>
  );
}

const UNRESOLVED = '?';
/** Somebody whom the article names and the case file does not know. */
const AS_NAMED = '=';

function SpeakerChoice({ statement: { speaker }, actors, onSpeaker }: Pick<CardCorrectionProps, 'statement' | 'actors' | 'onSpeaker'>) {
  const { t } = useTexts();
  const chosen = speaker.status === 'actor' ? speaker.actorId : speaker.status === 'named' ? AS_NAMED : UNRESOLVED;
  const choose = (value: string) => {
    const actor = actors.find(({ id }) => id === value);
    if (actor) onSpeaker({ status: 'actor', actorId: actor.id, name: actor.name, side: actor.side });
    else if (value === UNRESOLVED) onSpeaker({ status: 'unresolved' });
  };
  return (
    <label>
      <span class="small soft">{t('cardSpeaker')}</span>
      <select value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value={UNRESOLVED}>{t('speakerUnclear')}</option>
        {speaker.status === 'named' && <option value={AS_NAMED}>{speaker.name}</option>}
        {SIDES.map((side) => (
          <optgroup key={side} label={t(`side_${side}`)}>
            {actors
              .filter((actor) => actor.side === side)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
