/** What a page has to tell its reader in a line: that something was done, or why it was not. */
import { useMemo, useState } from 'preact/hooks';

export interface Said {
  readonly text: string;
  readonly kind: 'note' | 'problem';
}

export interface Say {
  (text: string, kind?: Said['kind']): void;
  /** Does something, and says what went wrong if anything does. */
  readonly on: (action: () => Promise<unknown>) => void;
}

/** How long a note stays, in milliseconds; a problem stays until something else is said. */
const NOTE_MS = 4_000;

export function useSay(): { readonly say: Say; readonly said: Said } {
  const [said, setSaid] = useState<Said>({ text: '', kind: 'note' });
  const say = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (text: string, kind: Said['kind'] = 'note') => {
      clearTimeout(timer);
      setSaid({ text, kind });
      if (kind === 'note' && text !== '') timer = setTimeout(() => setSaid({ text: '', kind }), NOTE_MS);
    };
    const on = (action: () => Promise<unknown>) => {
      tell('');
      action().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error), 'problem'));
    };
    return Object.assign(tell, { on });
  }, []);
  return { say, said };
}
