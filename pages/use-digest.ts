/** The numbers of a case, from what was kept of them until the store's worker answers. */
import { useEffect, useState } from 'preact/hooks';
import type { Digest } from '../model/library.ts';
import { firstDigest } from '../storage/first-answers.ts';
import { useStore } from './store-client.ts';

export function useDigest(caseId: string): Digest | undefined {
  const answer = useStore({ ask: 'digest', caseId });
  const [first, setFirst] = useState<{ readonly caseId: string; readonly digest: Digest | undefined }>();
  useEffect(() => {
    void firstDigest(caseId).then(
      (digest) => setFirst({ caseId, digest }),
      () => undefined,
    );
  }, [caseId]);
  return answer ?? (first?.caseId === caseId ? first.digest : undefined);
}
