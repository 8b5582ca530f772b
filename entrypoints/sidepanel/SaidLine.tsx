/** What was done, or why it was not, with the way back where there is one. */
import type { Said } from '../../pages/use-say.ts';

export function SaidLine({ said: { text, kind, action } }: { said: Said }) {
  return (
    <div class="said small" role={kind === 'problem' ? 'alert' : 'status'} data-kind={kind}>
      {text}
      {text !== '' && action && (
        <button type="button" class="link small" onClick={action.onAct}>
          {action.label}
        </button>
      )}
    </div>
  );
}
