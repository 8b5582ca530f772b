/**
 * Who says how much: a bar for each side, as long as the words attributed to it, parted by kind. Each bar is also the filter of its
 * side. Says it in words too.
 */
import { scaleLinear } from 'd3-scale';
import { type StoredStatement, sideOf } from '../model/records.ts';
import { SIDES, type Side, STATEMENT_KINDS } from '../model/statement.ts';
import './side-shares.css';
import { useTexts } from './text.tsx';

export interface SideSharesProps {
  readonly statements: readonly StoredStatement[];
  readonly selected: ReadonlySet<Side>;
  readonly onToggle: (side: Side) => void;
}

/** Words, by white space. */
function wordsOf({ words }: StoredStatement): number {
  return words.match(/\S+/g)?.length ?? 0;
}

export function SideShares({ statements, selected, onToggle }: SideSharesProps) {
  const { t, count } = useTexts();
  const sides = SIDES.map((side) => {
    const own = statements.filter((statement) => sideOf(statement) === side);
    const kinds = STATEMENT_KINDS.map((kind) => ({ kind, words: own.filter((each) => each.kind === kind).reduce((sum, each) => sum + wordsOf(each), 0) }));
    return { side, number: own.length, words: kinds.reduce((sum, { words }) => sum + words, 0), kinds: kinds.filter(({ words }) => words > 0) };
  }).filter(({ number, side }) => number > 0 || side === 'plaintiff' || side === 'defendant');
  const percent = scaleLinear([0, Math.max(1, ...sides.map(({ words }) => words))], [0, 100]);
  return (
    <fieldset class="shares">
      <legend class="visually-hidden">{t('whoSaysHowMuch')}</legend>
      {sides.map(({ side, number, words, kinds }) => (
        <button
          key={side}
          type="button"
          class="share"
          aria-pressed={selected.has(side)}
          disabled={number === 0}
          data-side={side}
          onClick={() => onToggle(side)}
        >
          <span class="share-name side" data-side={side}>
            {t(`side_${side}`)}
          </span>
          <span class="share-bar" aria-hidden="true">
            {kinds.map(({ kind, words: length }) => (
              <i key={kind} data-kind={kind} style={{ inlineSize: `${percent(length)}%` }} />
            ))}
          </span>
          <span class="share-number small soft">{number === 0 ? t('noWord') : `${count('statements', number)}, ${count('words', words)}`}</span>
        </button>
      ))}
    </fieldset>
  );
}
