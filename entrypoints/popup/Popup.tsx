/** What was found on this page, the switches, and the way to the sidebar. */
import { useState } from 'preact/hooks';
import { bundledCases } from '../../cases/bundled.ts';
import { KindCounts } from '../../components/KindCounts.tsx';
import { MarkChoices } from '../../components/MarkChoices.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useTexts } from '../../components/text.tsx';
import { useObservable } from '../../components/use-observable.ts';
import { VerdictNote } from '../../components/VerdictNote.tsx';
import { askBackground } from '../../messaging/client.ts';
import type { PageState } from '../../model/page-state.ts';
import { isAnnotated, pageKey, type Scope, siteOf } from '../../model/settings.ts';
import { useActivePage, useSettings } from '../../pages/use-active-page.ts';
import { openNativeSidebar } from '../../platform/sidebar.ts';
import { liveArticle } from '../../storage/articles.ts';
import './popup.css';

export function Popup() {
  const { t } = useTexts();
  const { tabId, url, page } = useActivePage();
  const settings = useSettings();
  const [problem, setProblem] = useState('');
  const address = page?.url ?? url ?? '';
  const site = siteOf(address);
  const isWeb = /^https?:/.test(address);
  const attempt = (action: Promise<unknown>) => void action.catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  const choose = (scope: Scope) => (isOn: boolean) => attempt(askBackground('annotations.set', { scope, url: address, isOn }));
  const openSidebar = () => {
    // In the very turn of the click: browsers open a sidebar for a gesture only.
    if (tabId !== undefined) attempt(openNativeSidebar(tabId).then(() => window.close()));
  };
  return (
    <main class="popup">
      <h1>{t('extensionName')}</h1>
      <Found page={page} />
      {problem && (
        <p class="problem small" role="alert">
          {problem}
        </p>
      )}
      <div class="actions">
        <button type="button" class="button" data-primary id="open-sidebar" onClick={openSidebar}>
          {t('openSidebar')}
        </button>
        {!page?.articleId && (
          <button
            type="button"
            class="button"
            id="read-page"
            disabled={tabId === undefined}
            onClick={() => tabId !== undefined && attempt(askBackground('page.read', { tabId }))}
          >
            {t('readThisPage')}
          </button>
        )}
      </div>
      <section aria-label={t('annotations')} class="switches">
        <h2>{t('annotations')}</h2>
        <Switch label={t('switchPage')} isOn={isAnnotated(settings, address)} isDisabled={!isWeb || !settings.everywhere} onChange={choose('page')} />
        <Switch
          label={t('switchSite')}
          note={site}
          isOn={settings.everywhere && (settings.sites[site] ?? true)}
          isDisabled={!isWeb || !settings.everywhere}
          onChange={choose('site')}
        />
        <Switch label={t('switchEverywhere')} isOn={settings.everywhere} onChange={choose('everywhere')} />
        {settings.everywhere && settings.pages[pageKey(address)] === true && settings.sites[site] === false && <p class="small soft">{t('pageOverSite')}</p>}
        <MarkChoices
          settings={settings}
          onDensity={(density) => attempt(askBackground('density.set', { density }))}
          onKind={(kind, isOn) => attempt(askBackground('kind.set', { kind, isOn }))}
        />
      </section>
    </main>
  );
}

/** What was found, in a line, with its reasons. */
function Found({ page }: { page: PageState | undefined }) {
  const { t } = useTexts();
  const cases = bundledCases();
  const caseFile = cases.find(({ id }) => id === page?.verdict?.caseId) ?? cases[0];
  if (!page) return <p class="soft">{t('popupNothing')}</p>;
  if (page.status === 'failed') return <p class="problem">{page.problem}</p>;
  if (!page.verdict) return <p class="soft">{t('readingTitle')}</p>;
  return (
    <>
      <VerdictNote verdict={page.verdict} caseName={caseFile?.name ?? ''} />
      {page.articleId !== undefined && <Counts articleId={page.articleId} />}
      {page.trouble && <p class="problem small">{t(`trouble_${page.trouble}`)}</p>}
    </>
  );
}

function Counts({ articleId }: { articleId: string }) {
  const stored = useObservable(() => liveArticle(articleId), [articleId]);
  return stored.status === 'ready' && stored.value ? <KindCounts kinds={stored.value.statements.map(({ kind }) => kind)} /> : null;
}
