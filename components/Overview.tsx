/**
 * The case at a glance: events, articles read and statements over the years. Two sliders beneath it narrow the timeline; dragging over
 * the picture does the same, and a click goes to the nearest event.
 */
import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX } from 'd3-shape';
import type { TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import type { CaseEvent } from '../model/case-file.ts';
import type { PreciseDate } from '../model/date.ts';
import type { Digest } from '../model/library.ts';
import { dateText } from './date-text.ts';
import { type MonthRange, monthDate, monthOf, placeInMonths } from './months.ts';
import './overview.css';
import { useTexts } from './text.tsx';
import { groupOf } from './thread.ts';

export interface OverviewProps {
  readonly events: readonly CaseEvent[];
  readonly digest: Digest | undefined;
  readonly articleDate: PreciseDate | undefined;
  /** The months that the picture covers, and those that are chosen within them. */
  readonly whole: MonthRange;
  readonly chosen: MonthRange;
  readonly onChoose: (range: MonthRange) => void;
  /** A place was clicked: months since year 0, with a fraction. */
  readonly onGoTo: (month: number) => void;
}

const HEIGHT = 40;
const MOST_YEARS = 60;

export function Overview({ events, digest, articleDate, whole, chosen, onChoose, onGoTo }: OverviewProps) {
  const { t, locale, count } = useTexts();
  const percent = scaleLinear([whole[0], whole[1] + 1], [0, 100]);
  const drag = useDrag((share) => percent.invert(share * 100), onChoose, onGoTo, whole);
  const months = Object.entries(digest?.months ?? {}).map(([month, tally]) => ({ month: monthOf(month), ...tally }));
  const label = [count('overviewEvents', events.length), digest && count('articles', digest.articles), digest && count('statements', digest.statements)];
  const sliders = [
    { at: 0, label: t('overviewFrom') },
    { at: 1, label: t('overviewTo') },
  ] as const;
  return (
    <div class="overview" dir="ltr">
      <div class="overview-picture" role="img" aria-label={label.filter(Boolean).join(', ')} {...drag}>
        <StatementArea months={months} whole={whole} />
        <Marks {...{ events, months, articleDate, whole, chosen }} />
      </div>
      <div class="overview-range">
        {sliders.map(({ at, label: name }) => (
          <input
            key={name}
            type="range"
            min={whole[0]}
            max={whole[1]}
            value={chosen[at]}
            aria-label={name}
            aria-valuetext={dateText(monthDate(chosen[at]), locale)}
            onInput={({ currentTarget: { valueAsNumber } }) =>
              onChoose(at === 0 ? [valueAsNumber, Math.max(valueAsNumber, chosen[1])] : [Math.min(valueAsNumber, chosen[0]), valueAsNumber])
            }
          />
        ))}
      </div>
      <p class="overview-legend small soft">
        <span data-of="events">{t('legendEvents')}</span>
        <span data-of="articles">{t('legendArticles')}</span>
        <span data-of="statements">{t('legendStatements')}</span>
      </p>
    </div>
  );
}

interface MarksProps extends Pick<OverviewProps, 'events' | 'articleDate' | 'whole' | 'chosen'> {
  readonly months: readonly { readonly month: number; readonly articles: number }[];
}

/** Years, articles, events, this article's place, and what is left out. */
function Marks({ events, months, articleDate, whole, chosen }: MarksProps) {
  const { locale } = useTexts();
  const percent = scaleLinear([whole[0], whole[1] + 1], [0, 100]);
  const x = (month: number) => `${percent(month)}%`;
  const span = Math.floor(whole[1] / 12) - Math.floor(whole[0] / 12) + 1;
  // Of a case that claims centuries, every tenth year or less.
  const step = Math.ceil(span / MOST_YEARS);
  const years = Array.from({ length: Math.ceil(span / step) }, (_, at) => Math.floor(whole[0] / 12) + at * step);
  const bar = scaleLinear([0, Math.max(1, ...months.map(({ articles }) => articles))], [0, HEIGHT - 14]);
  return (
    <svg class="overview-marks" aria-hidden="true">
      {years.map((year) => (
        <g key={year}>
          <line x1={x(year * 12)} x2={x(year * 12)} y1="0" y2="100%" class="overview-year" />
          {(year + 1) * 12 - 3 <= whole[1] && year * 12 >= whole[0] && (
            <text x={x(year * 12)} dx="3" y={HEIGHT + 26}>
              {dateText({ iso: String(year).padStart(4, '0'), precision: 'year' }, locale)}
            </text>
          )}
        </g>
      ))}
      {months.map(({ month, articles }) => (
        <rect
          key={month}
          x={x(month + 0.15)}
          width={`${percent(whole[0] + 0.7)}%`}
          y={HEIGHT - bar(articles)}
          height={bar(articles)}
          class="overview-articles"
        />
      ))}
      {events.map((event) => (
        <circle key={event.id} cx={x(placeInMonths(event.date))} cy={HEIGHT + 8} r="3" class="overview-event" data-group={groupOf(event.kind)} />
      ))}
      {articleDate && <line x1={x(placeInMonths(articleDate))} x2={x(placeInMonths(articleDate))} y1="0" y2={HEIGHT + 14} class="overview-place" />}
      <rect x="0" width={x(chosen[0])} height="100%" class="overview-outside" />
      <rect x={x(chosen[1] + 1)} width={`${100 - percent(chosen[1] + 1)}%`} height="100%" class="overview-outside" />
    </svg>
  );
}

/** Statements by month, as a hill behind the articles. Its own drawing, since it is stretched to the width. */
function StatementArea({ months, whole }: { months: readonly { month: number; statements: number }[]; whole: MonthRange }) {
  if (months.length === 0) return null;
  const byMonth = new Map(months.map(({ month, statements }) => [month, statements]));
  const most = Math.max(1, ...byMonth.values());
  const points = Array.from({ length: whole[1] - whole[0] + 1 }, (_, at) => ({ at, statements: byMonth.get(whole[0] + at) ?? 0 }));
  const path = area<(typeof points)[number]>()
    .x(({ at }) => at + 0.5)
    .y0(HEIGHT)
    .y1(({ statements }) => HEIGHT - (statements / most) * (HEIGHT - 2))
    .curve(curveMonotoneX)(points);
  return (
    <svg class="overview-area" viewBox={`0 0 ${points.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path ?? ''} />
    </svg>
  );
}

/** Less than this, in pixels, is a click and no drag. */
const CLICK_PX = 4;

function useDrag(monthAt: (share: number) => number, onChoose: (range: MonthRange) => void, onGoTo: (month: number) => void, whole: MonthRange) {
  const from = useRef<{ x: number; month: number } | undefined>(undefined);
  const monthOfEvent = ({ currentTarget, clientX }: TargetedPointerEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(whole[1], Math.max(whole[0], monthAt((clientX - left) / width)));
  };
  return {
    onPointerDown: (event: TargetedPointerEvent<HTMLDivElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, month: monthOfEvent(event) };
    },
    onPointerMove: (event: TargetedPointerEvent<HTMLDivElement>) => {
      if (!from.current || Math.abs(event.clientX - from.current.x) < CLICK_PX) return;
      const ends = [from.current.month, monthOfEvent(event)].map(Math.floor).sort((a, b) => a - b);
      onChoose([ends[0] ?? whole[0], ends[1] ?? whole[1]]);
    },
    onPointerUp: (event: TargetedPointerEvent<HTMLDivElement>) => {
      if (from.current && Math.abs(event.clientX - from.current.x) < CLICK_PX) onGoTo(monthOfEvent(event));
      from.current = undefined;
    },
  };
}
