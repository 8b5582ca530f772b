/**
 * Words of the interface: looked up by key, given by whoever renders. Knows no language, no browser and no framework.
 */
import type { StatementKind } from '../model/statement.ts';

/** Looks up a message by its key, with substitutions for $1, $2 … */
export type Lookup = (key: string, substitutions?: string[]) => string;

export interface Texts {
  readonly lookup: Lookup;
  /** BCP 47, for dates, numbers and plurals. */
  readonly locale: string;
}

export interface BoundTexts {
  /** The message of a key. */
  readonly t: (key: string, ...substitutions: (string | number)[]) => string;
  /** The message that fits a number: `key_one`, `key_other` …, with the number as $1. */
  readonly count: (key: string, number: number, ...substitutions: string[]) => string;
  readonly locale: string;
}

/** The texts bound to what was given, for use outside components. */
export function bindTexts({ lookup, locale }: Texts): BoundTexts {
  const t = (key: string, ...substitutions: (string | number)[]) => lookup(key, substitutions.map(String)) || key;
  const { plural, numbers } = formatsOf(locale);
  return {
    locale,
    t,
    count: (key, number, ...substitutions) => {
      const values = [numbers.format(number), ...substitutions];
      return lookup(`${key}_${plural.select(number)}`, values) || t(`${key}_other`, ...values);
    },
  };
}

/** Making a format costs more than using it a hundred times. */
const formats = new Map<string, { readonly plural: Intl.PluralRules; readonly numbers: Intl.NumberFormat }>();

function formatsOf(locale: string) {
  const known = formats.get(locale) ?? { plural: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) };
  formats.set(locale, known);
  return known;
}

/** Message keys have no hyphens. */
export function kindKey(kind: StatementKind): string {
  return `kind_${kind.replace('-', '_')}`;
}
