/** Sites and pages for which the reader has chosen something: each with its switch, and a way to forget the choice. */
import { type Settings, siteOf } from '../model/settings.ts';
import './site-access.css';
import { Switch } from './Switch.tsx';
import { useTexts } from './text.tsx';

export interface SiteSwitchesProps {
  readonly settings: Settings;
  readonly onSet: (scope: 'site' | 'page', url: string, isOn: boolean) => void;
  readonly onForget: (scope: 'site' | 'page', url: string) => void;
}

export function SiteSwitches({ settings, onSet, onForget }: SiteSwitchesProps) {
  const { t } = useTexts();
  const sites = Object.entries(settings.sites).map(([site, isOn]) => ({ scope: 'site' as const, label: site, url: `https://${site}/`, isOn }));
  const pages = Object.entries(settings.pages).map(([url, isOn]) => ({ scope: 'page' as const, label: url, url, isOn }));
  const rows = [...sites, ...pages].sort((a, b) => siteOf(a.url).localeCompare(siteOf(b.url)) || a.url.localeCompare(b.url));
  if (rows.length === 0) return <p class="soft small">{t('noSiteChoices')}</p>;
  return (
    <ul class="site-switches">
      {rows.map(({ scope, label, url, isOn }) => (
        <li key={`${scope} ${url}`} class="site-row">
          <Switch label={label} note={t(scope === 'site' ? 'wholeSite' : 'onePage')} isOn={isOn} onChange={(next) => onSet(scope, url, next)} />
          <button type="button" class="remove" aria-label={t('forgetChoice', label)} title={t('forgetChoice', label)} onClick={() => onForget(scope, url)}>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
