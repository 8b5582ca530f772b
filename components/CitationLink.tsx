/** Where a fact can be checked. */
import type { Citation } from '../model/case-file.ts';
import { preciseDate } from '../model/date.ts';
import './citation-link.css';
import { dateText } from './date-text.ts';
import { useTexts } from './text.tsx';

export function CitationList({ citations }: { citations: readonly Citation[] }) {
  return (
    <ul class="citation-list">
      {citations.map((citation) => (
        <li key={citation.url}>
          <CitationLink citation={citation} />
        </li>
      ))}
    </ul>
  );
}

/** A link to where a fact can be checked; text alone where the address is not of the web. */
export function CitationLink({ citation }: { citation: Citation }) {
  const { t, locale } = useTexts();
  const date = citation.date === undefined ? undefined : preciseDate(citation.date);
  return (
    <>
      <WebLink url={citation.url}>{[citation.publisher, citation.title].join(': ')}</WebLink>
      {date && <span class="soft"> ({dateText(date, locale)})</span>}
      {citation.isCourtPaper && <span class="court-paper"> {t('courtPaper')}</span>}
    </>
  );
}

/** A link that leaves the extension: of the web, or no link at all. */
export function WebLink({ url, children }: { url: string; children: string }) {
  if (!/^https?:\/\//i.test(url))
    return (
      <span>
        <bdi>{children}</bdi>
      </span>
    );
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      <bdi>{children}</bdi>
    </a>
  );
}
