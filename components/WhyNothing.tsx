/** Why nothing is marked on this page, in a sentence, and what can be done about it. */
import type { Why } from '../model/why-nothing.ts';
import { useTexts } from './text.tsx';
import './why-nothing.css';

/** What a reader can do about it; see `REMEDIES`. */
export type Remedy = 'read' | 'grant' | 'cases' | 'everywhere' | 'site' | 'page' | 'case' | 'density' | 'kinds';

const REMEDIES: Readonly<Partial<Record<Why, readonly Remedy[]>>> = {
  'no-case': ['cases'],
  'no-access': ['read', 'grant'],
  'not-recognised': ['read'],
  'no-article': ['read'],
  failed: ['read'],
  unsure: ['read'],
  'off-everywhere': ['everywhere'],
  'off-site': ['site'],
  'off-page': ['page'],
  'case-off': ['case'],
  'disputes-only': ['density'],
  'kinds-hidden': ['kinds'],
};

export interface WhyNothingProps {
  readonly why: Why;
  readonly site: string;
  readonly caseName: string;
  /** Names of the cases that are looked for. */
  readonly activeNames: readonly string[];
  /** Statements found, or passages left out. */
  readonly number: number;
  /** What the reader in the page said of itself. */
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly onRemedy: (remedy: Remedy) => void;
}

export function WhyNothing({ why, site, caseName, activeNames, number, problem, isBusy, onRemedy }: WhyNothingProps) {
  const { t, count, locale } = useTexts();
  const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(activeNames);
  const sentences: Readonly<Partial<Record<Why, string>>> = {
    'no-access': t('why_no_access', site),
    'not-recognised': t('why_not_recognised', names),
    failed: problem ?? t('failedTitle'),
    reading: t('readingTitle'),
    'not-about': activeNames.length === 1 ? t('notAboutText', names) : t('why_not_about', names),
    mentions: t('mentionsText', caseName),
    unsure: t('unsureText', caseName),
    'none-found': t('noStatements'),
    'left-out': count('why_left_out', number),
    'off-site': t('why_off_site', site),
    'case-off': t('why_case_off', caseName),
    'disputes-only': count('why_disputes_only', number),
    'kinds-hidden': count('why_kinds_hidden', number),
    folded: count('why_folded', number),
    gone: count('orphans', number),
  };
  const labels: Readonly<Record<Remedy, string>> = {
    read: t(why === 'failed' ? 'tryAgain' : 'readPageNow'),
    grant: t('alwaysOnSite', site),
    cases: t('chooseCases'),
    everywhere: t('switchOnEverywhere'),
    site: t('switchOnSite', site),
    page: t('switchOnPage'),
    case: t('followCase', caseName),
    density: t('markEverything'),
    kinds: t('markAllKinds'),
  };
  return (
    <div class="why-nothing" data-why={why}>
      <p>{sentences[why] ?? t(`why_${why.replaceAll('-', '_')}`)}</p>
      {REMEDIES[why] && (
        <p class="remedies">
          {REMEDIES[why].map((remedy, index) => (
            <button
              key={remedy}
              type="button"
              class="button small"
              id={remedy === 'read' ? 'read-page' : undefined}
              data-remedy={remedy}
              data-primary={index === 0 ? true : undefined}
              disabled={isBusy}
              onClick={() => onRemedy(remedy)}
            >
              {labels[remedy]}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
