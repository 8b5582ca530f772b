/** The record of a case for other programs: TimelineJS JSON, and CSL-JSON for articles and docket entries. Pure. */
import type { CaseEvent, CaseFile } from '../../model/case-file.ts';
import type { PreciseDate } from '../../model/date.ts';
import { outletOf } from '../../model/library.ts';
import type { StoredArticle } from '../../model/records.ts';

function partsOf({ iso }: PreciseDate): number[] {
  return iso.split('-').map(Number);
}

/** TimelineJS 3: a slide for each event, its dates as precise as they are known. Its texts are HTML there, and so are escaped. */
export function toTimelineJs(caseFile: CaseFile): string {
  const phases = new Map(caseFile.phases.map(({ id, title }) => [id, title]));
  const events = caseFile.events.map((event) => {
    const [year, month, day] = partsOf(event.date);
    const sources = event.citations.map(({ url, publisher, title }) => `<a href="${escaped(url)}">${escaped(`${publisher}: ${title}`)}</a>`).join('<br>');
    return {
      unique_id: event.id,
      start_date: { year, ...(month ? { month } : {}), ...(day ? { day } : {}) },
      text: { headline: escaped(event.title), text: `<p>${escaped(event.summary)}</p>${event.note ? `<p>${escaped(event.note)}</p>` : ''}<p>${sources}</p>` },
      group: escaped(phases.get(event.phaseId) ?? ''),
    };
  });
  return `${JSON.stringify({ title: { text: { headline: escaped(caseFile.name), text: `<p>${escaped(caseFile.summary)}</p>` } }, events }, null, 1)}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** CSL-JSON: the articles read as newspaper articles, and the events of the dockets as papers of the court. */
export function toCsl(articles: readonly StoredArticle[], caseFile: CaseFile): string {
  const read = articles.map((article) => ({
    id: article.id,
    type: 'article-newspaper',
    title: article.title,
    'container-title': outletOf(article),
    URL: article.url,
    ...(article.byline ? { author: [{ literal: article.byline }] } : {}),
    ...(article.published ? { issued: { 'date-parts': [partsOf(article.published)] } } : {}),
    accessed: { 'date-parts': [partsOf({ iso: new Date(article.lastReadAt).toISOString().slice(0, 10), precision: 'day' })] },
  }));
  const entries = caseFile.events.flatMap((event) => docketEntry(event, caseFile));
  return `${JSON.stringify([...read, ...entries], null, 1)}\n`;
}

function docketEntry(event: CaseEvent, { courts, dockets }: CaseFile): object[] {
  const docket = dockets.find(({ id }) => id === event.docketId);
  if (!docket) return [];
  const court = courts.find(({ id }) => id === docket.courtId);
  const paper = event.citations.find(({ isCourtPaper }) => isCourtPaper) ?? event.citations[0];
  return [
    {
      id: event.id,
      type: 'legal_case',
      title: docket.caption,
      'title-short': event.title,
      number: docket.number,
      ...(court ? { authority: court.name, ...(court.place ? { 'publisher-place': court.place } : {}) } : {}),
      issued: { 'date-parts': [partsOf(event.date)] },
      ...(paper ? { URL: paper.url } : {}),
    },
  ];
}
