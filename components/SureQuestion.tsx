/** Asks once more before something goes for good; what it would take is said. */
import { useTexts } from './text.tsx';

export interface SureQuestionProps {
  /** What would go. */
  readonly words: string;
  /** What the button that does it says. */
  readonly deed: string;
  readonly isBusy?: boolean;
  readonly onSure: () => void;
  readonly onCancel: () => void;
}

export function SureQuestion({ words, deed, isBusy = false, onSure, onCancel }: SureQuestionProps) {
  const { t } = useTexts();
  return (
    <div class="sure" role="alert">
      <p>{words}</p>
      <p class="row-buttons">
        <button type="button" class="button small" data-deed="sure" disabled={isBusy} onClick={onSure}>
          {deed}
        </button>
        <button type="button" class="button small" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </div>
  );
}
