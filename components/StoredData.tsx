/** What is stored and how much room it takes, by site, and ways to forget a site or everything. */
import { useState } from 'preact/hooks';
import type { StoredCounts, StoreUsage } from '../model/store-state.ts';
import './stored-data.css';
import { useTexts } from './text.tsx';

export interface StoredDataProps {
  readonly usage: StoreUsage | undefined;
  readonly isBusy: boolean;
  readonly onDelete: (site: string | undefined) => void;
}

/** Sites shown before the reader asks for all. */
const FEW = 12;

export function StoredData({ usage, isBusy, onDelete }: StoredDataProps) {
  const { t, count, locale } = useTexts();
  const [asked, setAsked] = useState<string>();
  const [isWhole, setWhole] = useState(false);
  if (!usage) return <p class="soft">{t('loading')}</p>;
  const size = sizeIn(locale);
  const counts = ({ articles, statements, corrections, notes }: StoredCounts) =>
    [count('articles', articles), count('statements', statements), count('correctionsMade', corrections), count('notesWritten', notes)].join(' · ');
  const sure = (what: string, words: string, onSure: () => void) =>
    asked === what && (
      <div class="sure" role="alert">
        <p>{words}</p>
        <p class="row-buttons">
          <button
            type="button"
            class="button small"
            data-deed="sure"
            disabled={isBusy}
            onClick={() => {
              setAsked(undefined);
              onSure();
            }}
          >
            {t('deleteForGood')}
          </button>
          <button type="button" class="button small" onClick={() => setAsked(undefined)}>
            {t('cancel')}
          </button>
        </p>
      </div>
    );
  return (
    <div class="stored-data">
      <p>
        {counts(usage)}
        <br />
        <span class="small soft">
          {usage.used === undefined || usage.quota === undefined ? size(usage.bytes) : t('usedOf', size(usage.used), size(usage.quota))}
          {usage.isPersisted !== undefined && ` · ${t(usage.isPersisted ? 'keptForGood' : 'mayBeCleared')}`}
        </span>
      </p>
      {usage.sites.length > 0 && (
        <ul class="stored-sites">
          {usage.sites.slice(0, isWhole ? undefined : FEW).map((site) => (
            <li key={site.site}>
              <div class="site-row">
                <span>
                  <bdi dir="ltr">{site.site}</bdi>
                  <span class="small soft">
                    {count('articles', site.articles)} · {size(site.bytes)}
                  </span>
                </span>
                <button type="button" class="text-button small" aria-label={t('deleteOf', site.site)} onClick={() => setAsked(site.site)}>
                  {t('deleteArticle')}
                </button>
              </div>
              {sure(site.site, t('deleteSiteSure', site.site, counts(site)), () => onDelete(site.site))}
            </li>
          ))}
        </ul>
      )}
      {usage.sites.length > FEW && !isWhole && (
        <button type="button" class="text-button small" onClick={() => setWhole(true)}>
          {t('showAll')}
        </button>
      )}
      {usage.articles > 0 && (
        <div>
          <button type="button" class="button" id="delete-all" disabled={isBusy} onClick={() => setAsked('*')}>
            {t('deleteEverything')}
          </button>
          {sure('*', t('deleteAllSure', counts(usage)), () => onDelete(undefined))}
        </div>
      )}
    </div>
  );
}

/** Bytes in the unit that fits. */
function sizeIn(locale: string): (bytes: number) => string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  return (bytes) => {
    const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    const unit = units[power] ?? 'byte';
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: power > 1 ? 1 : 0 }).format(bytes / 1000 ** power);
  };
}
