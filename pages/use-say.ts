/** What a page has to tell its reader in a line: that something was done, or why it was not; and the way back, where there is one. */
import { useMemo, useState } from 'preact/hooks';

export interface SaidAction {
  readonly label: string;
  readonly onAct: () => void;
}

export interface Said {
  readonly text: string;
  readonly kind: 'note' | 'problem';
  readonly action?: SaidAction;
}

export interface Say {
  (text: string, kind?: Said['kind'], action?: SaidAction): void;
  /** Does something, and says what went wrong if anything does. */
  readonly on: (action: () => Promise<unknown>) => void;
}

/** How long a note stays, in milliseconds; longer where something can be done about it. A problem stays until something else is said. */
const NOTE_MS = 4_000;
const ACTION_MS = 20_000;

export function useSay(): { readonly say: Say; readonly said: Said } {
  const [said, setSaid] = useState<Said>({ text: '', kind: 'note' });
  const say = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (text: string, kind: Said['kind'] = 'note', action?: SaidAction) => {
      clearTimeout(timer);
      setSaid({ text, kind, ...(action ? { action } : {}) });
      if (kind === 'note' && text !== '') timer = setTimeout(() => setSaid({ text: '', kind }), action ? ACTION_MS : NOTE_MS);
    };
    const on = (action: () => Promise<unknown>) => {
      tell('');
      action().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error), 'problem'));
    };
    return Object.assign(tell, { on });
  }, []);
  return { say, said };
}
