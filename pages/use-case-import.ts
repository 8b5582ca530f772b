/** A case file on its way in: read, checked with every mistake's line, and only then kept. */
import { useRef, useState } from 'preact/hooks';
import { checkCaseText, type LocatedProblem } from '../cases/check-case-text.ts';
import { askBackground } from '../messaging/client.ts';
import type { CaseFile } from '../model/case-file.ts';
import type { Say } from './use-say.ts';

/** The largest file that is opened, in bytes. */
const MAX_BYTES = 4_000_000;

export interface CheckedCase {
  readonly caseFile: CaseFile | undefined;
  readonly problems: readonly LocatedProblem[];
  /** By file name. */
  readonly texts: ReadonlyMap<string, string>;
}

export function useCaseImport(say: Say, t: (key: string, ...values: (string | number)[]) => string) {
  const [checked, setChecked] = useState<CheckedCase>();
  const [isBusy, setBusy] = useState(false);
  // Of files chosen quickly one after the other, the last counts.
  const latest = useRef(0);
  return {
    checked,
    isBusy,
    onFiles: (files: readonly File[]) =>
      say.on(async () => {
        const mine = ++latest.current;
        setChecked(undefined);
        if (files.length === 0) return;
        if (files.length > 2) throw new Error(t('importCaseHow'));
        if (files.some(({ size }) => size > MAX_BYTES)) throw new Error(t('importProblem_too_large'));
        const result = check(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
        if (mine === latest.current) setChecked(result);
      }),
    onAdd: () =>
      say.on(async () => {
        const caseFile = checked?.caseFile;
        if (!caseFile || isBusy) return;
        setBusy(true);
        const { recognition, ...rest } = caseFile;
        await askBackground('case.import', { caseFile: rest, recognition }).finally(() => setBusy(false));
        setChecked(undefined);
        say(t('caseAdded', caseFile.name));
      }),
    onPutAway: () => {
      latest.current++;
      setChecked(undefined);
    },
  };
}

/** One file holds a whole case; of two, the one with the terms is known by its name, or by what it has. */
function check(texts: readonly { readonly name: string; readonly text: string }[]): CheckedCase {
  const isTerms = ({ name, text }: { readonly name: string; readonly text: string }) =>
    /recognition/i.test(name) || (/"anchors"\s*:/.test(text) && !/"events"\s*:/.test(text));
  const terms = texts.length > 1 ? texts.find(isTerms) : undefined;
  const whole = texts.find((each) => each !== terms);
  const result = checkCaseText(whole ?? { name: '', text: '' }, terms, Date.now());
  return {
    caseFile: 'caseFile' in result ? result.caseFile : undefined,
    problems: result.problems,
    texts: new Map(texts.map(({ name, text }) => [name, text])),
  };
}
