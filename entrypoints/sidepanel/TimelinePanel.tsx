/** Wires *Timeline*: the case file, what the store holds of it, and the article in this tab. */
import { SameStatements } from '../../components/SameStatements.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import type { CaseFile } from '../../model/case-file.ts';
import { useStore } from '../../pages/store-client.ts';
import { useDigest } from '../../pages/use-digest.ts';
import type { ArticleWithStatements } from '../../storage/articles.ts';
import type { Wish } from './use-views.ts';

export interface TimelinePanelProps {
  readonly caseFile: CaseFile;
  readonly stored: ArticleWithStatements | undefined;
  readonly target: Wish | undefined;
}

export function TimelinePanel({ caseFile, stored, target }: TimelinePanelProps) {
  const digest = useDigest(caseFile.id);
  return (
    <Timeline
      caseFile={caseFile}
      articleDate={stored?.article.published}
      statementCounts={new Map(Object.entries(stored?.article.facets?.events ?? {}))}
      digest={digest}
      target={target}
      renderStatements={(eventId) => <EventStatements caseId={caseFile.id} eventId={eventId} />}
    />
  );
}

function EventStatements({ caseId, eventId }: { caseId: string; eventId: string }) {
  const found = useStore({ ask: 'event', caseId, eventId });
  return <SameStatements groups={found?.groups} total={found?.total ?? 0} />;
}
