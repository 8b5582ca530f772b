/** Wires *Sites*: what the browser has granted, the list of outlets, and the reader's switches by site. */
import { OutletList } from '../../components/OutletList.tsx';
import { SiteAccessChoice } from '../../components/SiteAccessChoice.tsx';
import { SiteSwitches } from '../../components/SiteSwitches.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useTexts } from '../../components/text.tsx';
import { askBackground } from '../../messaging/client.ts';
import { useSettings } from '../../pages/use-active-page.ts';
import type { Say } from '../../pages/use-say.ts';
import { siteDeeds, useSiteAccess } from '../../pages/use-site-access.ts';

export function SitesSection({ say }: { say: Say }) {
  const { t } = useTexts();
  const access = useSiteAccess();
  const settings = useSettings();
  const deeds = siteDeeds(access, say, t('accessRefused'));
  const annotate = (scope: 'site' | 'page' | 'everywhere', url: string, isOn: boolean) => say.on(() => askBackground('annotations.set', { scope, url, isOn }));
  return (
    <>
      <h3>{t('whereMayRead')}</h3>
      <SiteAccessChoice access={access} onChoose={deeds.choose} />
      {access && (
        <details class="outlets-part" open={access.mode === 'outlets'}>
          <summary>{t('outlets')}</summary>
          <OutletList access={access} onAdd={deeds.add} onRemove={deeds.remove} onGrant={deeds.grant} />
        </details>
      )}
      <h3>{t('whereMarked')}</h3>
      <Switch label={t('switchEverywhere')} isOn={settings.everywhere} onChange={(isOn) => annotate('everywhere', '', isOn)} />
      <SiteSwitches settings={settings} onSet={annotate} onForget={(scope, url) => say.on(() => askBackground('choice.forget', { scope, url }))} />
    </>
  );
}
