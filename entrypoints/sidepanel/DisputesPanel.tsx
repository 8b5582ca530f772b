/** Wires *Disputes*: the case file and every stored statement about each of its points. */
import { Disputes } from '../../components/Disputes.tsx';
import { SameStatements } from '../../components/SameStatements.tsx';
import type { CaseFile } from '../../model/case-file.ts';
import { useStore } from '../../pages/store-client.ts';
import { useDigest } from '../../pages/use-digest.ts';
import type { ArticleWithStatements } from '../../storage/articles.ts';
import type { Wish } from './use-views.ts';

export interface DisputesPanelProps {
  readonly caseFile: CaseFile;
  readonly stored: ArticleWithStatements | undefined;
  readonly target: Wish | undefined;
  readonly onEvent: (eventId: string) => void;
}

export function DisputesPanel({ caseFile, stored, target, onEvent }: DisputesPanelProps) {
  const digest = useDigest(caseFile.id);
  return (
    <Disputes
      caseFile={caseFile}
      digest={digest}
      statementCounts={new Map(Object.entries(stored?.article.facets?.disputes ?? {}))}
      target={target}
      onEvent={onEvent}
      renderStatements={(disputeId) => <DisputeStatements caseId={caseFile.id} disputeId={disputeId} />}
    />
  );
}

function DisputeStatements({ caseId, disputeId }: { caseId: string; disputeId: string }) {
  const found = useStore({ ask: 'dispute', caseId, disputeId });
  return <SameStatements groups={found?.groups} total={found?.total ?? 0} />;
}
