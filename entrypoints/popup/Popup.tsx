/** What was found on this page and what each side says, the switches, and the way to the sidebar and the options. */
import { useState } from 'preact/hooks';
import { MarkChoices } from '../../components/MarkChoices.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useTexts } from '../../components/text.tsx';
import { askBackground } from '../../messaging/client.ts';
import { own } from '../../model/named.ts';
import { isAnnotated, pageKey, type Scope, type Settings, siteOf } from '../../model/settings.ts';
import { openOwnPage } from '../../pages/open-own-page.ts';
import { useActivePage, useSettings } from '../../pages/use-active-page.ts';
import { usePageFacts } from '../../pages/use-page-facts.ts';
import { useSay } from '../../pages/use-say.ts';
import { useStoreTrouble } from '../../pages/use-store-care.ts';
import { openNativeSidebar } from '../../platform/sidebar.ts';
import { Finding } from './Finding.tsx';
import './popup.css';

export function Popup() {
  const { t } = useTexts();
  const active = useActivePage();
  const known = usePageFacts(active);
  const { say, said } = useSay();
  const trouble = useStoreTrouble();
  const { tabId, url, page } = active;
  const openSidebar = () => {
    // In the very turn of the click: browsers open a sidebar for a gesture only.
    if (tabId !== undefined) say.on(() => openNativeSidebar(tabId).then(() => window.close()));
  };
  return (
    <main class="popup">
      <header class="popup-head">
        <h1 class="small">{t('extensionName')}</h1>
        <button type="button" class="text-button small" id="open-options" onClick={() => openOwnPage('options')}>
          {t('options')}
        </button>
      </header>
      <Finding active={active} known={known} say={say} />
      {trouble && (
        <p class="problem small" role="alert" id="store-trouble">
          {t(`storeTrouble_${trouble}`)}
        </p>
      )}
      {said.text !== '' && (
        <p class="problem small" role="alert">
          {said.text}
        </p>
      )}
      <button type="button" class="button" data-primary id="open-sidebar" disabled={tabId === undefined} onClick={openSidebar}>
        {t('openSidebar')}
      </button>
      <Switches address={page?.url ?? url ?? ''} onChange={(action) => say.on(action)} />
    </main>
  );
}

/** The switches by page, site and everywhere, and what is marked where they are on. */
function Switches({ address, onChange }: { address: string; onChange: (action: () => Promise<unknown>) => void }) {
  const { t } = useTexts();
  const settings = useSettings();
  const site = siteOf(address);
  const canChoose = /^https?:/.test(address) && settings.everywhere;
  const choose = (scope: Scope) => (isOn: boolean) => onChange(() => askBackground('annotations.set', { scope, url: address, isOn }));
  return (
    <section aria-label={t('annotations')} class="switches">
      <Switch label={t('switchPage')} isOn={isAnnotated(settings, address)} isDisabled={!canChoose} onChange={choose('page')} />
      <Switch
        label={t('switchSite')}
        note={site}
        isOn={settings.everywhere && (own(settings.sites, site) ?? true)}
        isDisabled={!canChoose}
        onChange={choose('site')}
      />
      <Switch label={t('switchEverywhere')} isOn={settings.everywhere} onChange={choose('everywhere')} />
      {settings.everywhere && own(settings.pages, pageKey(address)) === true && own(settings.sites, site) === false && (
        <p class="small soft">{t('pageOverSite')}</p>
      )}
      <Kinds settings={settings} onChange={onChange} />
    </section>
  );
}

function Kinds({ settings, onChange }: { settings: Settings; onChange: (action: () => Promise<unknown>) => void }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(true);
  const isFiltered = settings.hiddenKinds.length > 0 || settings.density === 'disputes';
  return (
    <details class="kind-choices" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('whatIsMarked')} <span class="small soft">{t(isFiltered ? 'notEverything' : 'everything')}</span>
      </summary>
      <MarkChoices
        settings={settings}
        onDensity={(density) => onChange(() => askBackground('density.set', { density }))}
        onKind={(kind, isOn) => onChange(() => askBackground('kind.set', { kind, isOn }))}
      />
    </details>
  );
}
