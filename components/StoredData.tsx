/** What is stored and how much room it takes, by site, and ways to forget a site or everything. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SiteUsage, StoredCounts, StoreUsage } from '../model/store-state.ts';
import './stored-data.css';
import { SureQuestion } from './SureQuestion.tsx';
import { useTexts } from './text.tsx';
import type { BoundTexts } from './texts.ts';

export interface StoredDataProps {
  readonly usage: StoreUsage | undefined;
  readonly isBusy: boolean;
  readonly onDelete: (site: string | undefined) => void;
}

/** Sites shown before the reader asks for all. */
const FEW = 12;

export function StoredData({ usage, isBusy, onDelete }: StoredDataProps) {
  const texts = useTexts();
  const { t } = texts;
  /** The site, or "*" for all, that the reader was asked about. */
  const [asked, setAsked] = useState<string>();
  if (!usage) return <p class="soft">{t('loading')}</p>;
  const sure = (what: string, words: string, onSure: () => void) =>
    asked === what && (
      <SureQuestion
        words={words}
        deed={t('deleteForGood')}
        isBusy={isBusy}
        onCancel={() => setAsked(undefined)}
        onSure={() => {
          setAsked(undefined);
          onSure();
        }}
      />
    );
  return (
    <div class="stored-data">
      <Totals usage={usage} />
      <Sites sites={usage.sites} onAsk={setAsked}>
        {(site) => sure(site.site, t('deleteSiteSure', site.site, countsIn(texts, site)), () => onDelete(site.site))}
      </Sites>
      {usage.articles > 0 && (
        <div>
          <button type="button" class="button" id="delete-all" disabled={isBusy} onClick={() => setAsked('*')}>
            {t('deleteEverything')}
          </button>
          {sure('*', t('deleteAllSure', countsIn(texts, usage)), () => onDelete(undefined))}
        </div>
      )}
    </div>
  );
}

/** What there is in all, and the room it takes. */
function Totals({ usage }: { usage: StoreUsage }) {
  const texts = useTexts();
  const { t, locale } = texts;
  const size = sizeIn(locale);
  return (
    <p>
      {countsIn(texts, usage)}
      <br />
      <span class="small soft">
        {usage.used === undefined || usage.quota === undefined ? size(usage.bytes) : t('usedOf', size(usage.used), size(usage.quota))}
        {usage.isPersisted !== undefined && ` · ${t(usage.isPersisted ? 'keptForGood' : 'mayBeCleared')}`}
      </span>
    </p>
  );
}

interface SitesProps {
  readonly sites: readonly SiteUsage[];
  readonly onAsk: (site: string) => void;
  /** What stands under a site: the question, where it is asked about. */
  readonly children: (site: SiteUsage) => ComponentChildren;
}

/** The largest sites first; the others when they are asked for. */
function Sites({ sites, onAsk, children }: SitesProps) {
  const { t, count, locale } = useTexts();
  const [isWhole, setWhole] = useState(false);
  const size = sizeIn(locale);
  return (
    <>
      {sites.length > 0 && (
        <ul class="stored-sites">
          {sites.slice(0, isWhole ? undefined : FEW).map((usage) => (
            <li key={usage.site}>
              <div class="site-row">
                <span>
                  <bdi dir="ltr">{usage.site}</bdi>
                  <span class="small soft">
                    {count('articles', usage.articles)} · {size(usage.bytes)}
                  </span>
                </span>
                <button type="button" class="text-button small" aria-label={t('deleteOf', usage.site)} onClick={() => onAsk(usage.site)}>
                  {t('deleteArticle')}
                </button>
              </div>
              {children(usage)}
            </li>
          ))}
        </ul>
      )}
      {sites.length > FEW && !isWhole && (
        <button type="button" class="text-button small" onClick={() => setWhole(true)}>
          {t('showAll')}
        </button>
      )}
    </>
  );
}

function countsIn({ count }: BoundTexts, { articles, statements, corrections, notes }: StoredCounts): string {
  return [count('articles', articles), count('statements', statements), count('correctionsMade', corrections), count('notesWritten', notes)].join(' · ');
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
