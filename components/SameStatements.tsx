/** Stored statements, the same one in several articles as one row: who, what, and where it appeared first and later. */

import type { PreciseDate } from '../model/date.ts';
import type { StoredStatement } from '../model/records.ts';
import { WebLink } from './CitationLink.tsx';
import { dateText } from './date-text.ts';
import { StatementFacts, StatementHead } from './StatementCard.tsx';
import './same-statements.css';
import { textFragmentUrl } from '../model/text-fragment.ts';
import { useTexts } from './text.tsx';

/** One appearance of a statement; see `storage/same-statement.ts`. */
export interface ShownAppearance {
  readonly statement: StoredStatement;
  readonly outlet: string;
  readonly title: string;
  readonly url: string;
  readonly date: PreciseDate | undefined;
  readonly likeness: 'first' | 'verbatim' | 'trimmed' | 'paraphrased';
  readonly wire?: string;
}

export interface SameStatementsProps {
  readonly groups: readonly (readonly ShownAppearance[])[] | undefined;
  /** How many groups there are in all. */
  readonly total: number;
}

export function SameStatements({ groups, total }: SameStatementsProps) {
  const { t, count } = useTexts();
  if (!groups) return <p class="small soft">{t('loading')}</p>;
  if (groups.length === 0) return <p class="small soft">{t('nothingStored')}</p>;
  return (
    <>
      <ol class="same-statements">
        {groups.map((group) => (
          <Group key={group[0]?.statement.key} group={group} />
        ))}
      </ol>
      {total > groups.length && <p class="small soft">{count('moreStatements', total - groups.length)}</p>}
    </>
  );
}

function Group({ group }: { group: readonly ShownAppearance[] }) {
  const { t, count } = useTexts();
  const [first, ...later] = group;
  if (!first) return null;
  return (
    <li class="same-statement" data-kind={first.statement.kind}>
      <StatementHead statement={first.statement} />
      <blockquote class="words" dir="auto">
        {first.statement.words}
      </blockquote>
      <StatementFacts statement={first.statement} />
      <p class="small soft">
        {later.length > 0 && <>{t('firstSeen')} </>}
        <Where appearance={first} />
      </p>
      {later.length > 0 && (
        <details class="small">
          <summary>{count('laterIn', later.length)}</summary>
          <ul>
            {later.map((appearance) => (
              <li key={appearance.statement.key}>
                <span class="likeness">{t(`likeness_${appearance.likeness}`)}</span> <Where appearance={appearance} />
                {appearance.likeness !== 'verbatim' && (
                  <q class="other-words" dir="auto">
                    {appearance.statement.words}
                  </q>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Where({ appearance: { outlet, date, title, url, wire, statement } }: { appearance: ShownAppearance }) {
  const { t, locale } = useTexts();
  return (
    <span title={title}>
      <WebLink url={textFragmentUrl(url, statement)}>{outlet}</WebLink>
      {date && (
        <>
          , <bdi>{dateText(date, locale)}</bdi>
        </>
      )}
      {wire && wire !== outlet && ` · ${t('wireCopy', wire)}`}
    </span>
  );
}
