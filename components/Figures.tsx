/** Figures that vary: who gives which, when; those that are numbers as bars from zero, so that their lengths can be compared. */
import { scaleLinear } from 'd3-scale';
import type { Figure } from '../model/case-file.ts';
import { compareDates } from '../model/date.ts';
import { dateText } from './date-text.ts';
import { Provenance } from './Provenance.tsx';
import { useTexts } from './text.tsx';

export function Figures({ figures }: { figures: readonly Figure[] }) {
  const { t, locale } = useTexts();
  const most = Math.max(...figures.map(({ amount = 0 }) => amount));
  const percent = scaleLinear([0, Math.max(1, most)], [0, 100]);
  return (
    <section aria-label={t('figures')}>
      <h3>{t('figures')}</h3>
      <ol class="figures">
        {figures
          .toSorted((a, b) => compareDates(a.date, b.date))
          .map((figure) => (
            <li key={`${figure.value} ${figure.givenBy}`}>
              <p>
                <b>
                  <bdi>{figure.value}</bdi>
                </b>{' '}
                <span class="soft small">
                  <bdi>{figure.givenBy}</bdi>, <bdi>{dateText(figure.date, locale)}</bdi>
                </span>
              </p>
              {figure.amount !== undefined && (
                <span class="figure-bar" aria-hidden="true">
                  <i style={{ inlineSize: `${percent(figure.amount)}%` }} />
                </span>
              )}
              {figure.note && (
                <p class="small soft" dir="auto">
                  {figure.note}
                </p>
              )}
              <Provenance citations={figure.citations} />
            </li>
          ))}
      </ol>
    </section>
  );
}
