/** Where something on record comes from: the event on the timeline, and where it can be checked. */
import type { Citation } from '../model/case-file.ts';
import { CitationList } from './CitationLink.tsx';
import { LazyDetails } from './LazyDetails.tsx';
import { useTexts } from './text.tsx';

export interface ProvenanceProps {
  readonly citations: readonly Citation[];
  readonly eventId?: string | undefined;
  readonly onEvent?: (eventId: string) => void;
}

export function Provenance({ citations, eventId, onEvent }: ProvenanceProps) {
  const { t } = useTexts();
  return (
    <div class="event-more small">
      {eventId !== undefined && onEvent && (
        <button type="button" class="link small" onClick={() => onEvent(eventId)}>
          {t('showOnTimeline')}
        </button>
      )}
      <Sources citations={citations} />
    </div>
  );
}

/** The sources, behind how many there are. */
export function Sources({ citations }: { citations: readonly Citation[] }) {
  const { count } = useTexts();
  return (
    <LazyDetails class="citations" summary={count('citations', citations.length)}>
      {() => <CitationList citations={citations} />}
    </LazyDetails>
  );
}
