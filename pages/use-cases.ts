/** The reader's cases, joined to a page, and which of them it shows. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { CaseFile } from '../model/case-file.ts';
import { type KnownCase, readKnownCases, watchKnownCases } from '../state/cases.ts';

/** Every case, kept up to date; undefined until they have been read. */
export function useKnownCases(): readonly KnownCase[] | undefined {
  const [known, setKnown] = useState<readonly KnownCase[]>();
  useLayoutEffect(() => {
    const stop = watchKnownCases(setKnown);
    void readKnownCases().then(setKnown);
    return stop;
  }, []);
  return known;
}

export interface ShownCase {
  /** The case of the article, whether it is switched on or not. */
  readonly articleCase: CaseFile | undefined;
  /** The case that is shown: the one chosen, else the article's, else the first that is switched on. */
  readonly caseFile: CaseFile | undefined;
  /** Those to choose from: what is switched on, and what is shown. */
  readonly choices: readonly CaseFile[];
  readonly choose: (id: string) => void;
}

/** Which case a page shows. A choice holds until an article of another case comes before the reader. */
export function useShownCase(articleCaseId: string | undefined): ShownCase {
  const known = useKnownCases() ?? [];
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    if (articleCaseId !== undefined) setChosen(undefined);
  }, [articleCaseId]);
  const find = (id: string | undefined) => known.find(({ caseFile }) => caseFile.id === id)?.caseFile;
  const articleCase = find(articleCaseId);
  const caseFile = find(chosen) ?? articleCase ?? (known.find(({ isOn }) => isOn) ?? known[0])?.caseFile;
  const choices = known.flatMap((each) => (each.isOn || each.caseFile === caseFile ? [each.caseFile] : []));
  return { articleCase, caseFile, choices, choose: setChosen };
}
