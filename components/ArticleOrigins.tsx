/** What the page says of its article and where it says it, folded away: so that a date or an address can be traced. */
import type { MetadataOrigin } from '../model/article.ts';
import type { StoredArticle } from '../model/records.ts';
import { dateText } from './date-text.ts';
import { useTexts } from './text.tsx';

/** Nothing where the page says nothing of itself. */
export function ArticleOrigins({ article }: { readonly article: StoredArticle }) {
  const { t, locale } = useTexts();
  const { outlet, byline, published, modified, canonicalUrl, distrustedCanonical, provenance = {} } = article;
  const known: readonly (readonly [field: string, label: string, value: string | undefined])[] = [
    ['published', t('originPublished'), published && dateText(published, locale)],
    ['modified', t('originModified'), modified && dateText(modified, locale)],
    ['outlet', t('originOutlet'), outlet],
    ['byline', t('originByline'), byline],
    ['canonicalUrl', t('originCanonical'), canonicalUrl],
  ];
  const lines = known.filter(([field, , value]) => value !== undefined && provenance[field] !== undefined);
  if (lines.length === 0 && distrustedCanonical === undefined) return null;
  return (
    <details class="origins small soft">
      <summary>{t('originsTitle')}</summary>
      <dl>
        {lines.map(([field, label, value]) => (
          <Line key={field} label={label} value={value ?? ''} note={t(originKey(provenance[field]))} />
        ))}
        {distrustedCanonical !== undefined && <Line label={t('originCanonical')} value={distrustedCanonical} note={t('originDistrusted')} />}
      </dl>
    </details>
  );
}

function Line({ label, value, note }: { readonly label: string; readonly value: string; readonly note: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{value}</bdi> ({note})
      </dd>
    </div>
  );
}

/** Message keys have no hyphens. */
function originKey(origin: MetadataOrigin | undefined): string {
  return `origin_${(origin ?? 'page').replace('-', '_')}`;
}
