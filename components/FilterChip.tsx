/** A filter that is on or off, with how many it lets through. Not there where it would let none through. */
import type { StatementKind } from '../model/statement.ts';
import './filter-chip.css';
import './kinds.css';
import { useTexts } from './text.tsx';

export interface FilterChipProps {
  readonly label: string;
  readonly number: number;
  readonly isOn: boolean;
  readonly kind?: StatementKind;
  readonly onToggle: () => void;
}

export function FilterChip({ label, number, isOn, kind, onToggle }: FilterChipProps) {
  const { locale } = useTexts();
  if (number === 0 && !isOn) return null;
  return (
    <button type="button" class="chip" aria-pressed={isOn} data-kind={kind} onClick={onToggle}>
      {kind ? (
        <span class="kind" data-kind={kind}>
          {label}
        </span>
      ) : (
        <bdi>{label}</bdi>
      )}{' '}
      <span class="soft">{new Intl.NumberFormat(locale).format(number)}</span>
    </button>
  );
}

/** The set with a value put in, or taken out where it was in. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
