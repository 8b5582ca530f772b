/** The same page in a tab of its own, for more room. Not offered where it is one. */
import { browser } from 'wxt/browser';
import { useTexts } from '../../components/text.tsx';
import { isDocked } from '../../pages/docked.ts';

export function OpenInTab({ tabId }: { tabId: number | undefined }) {
  const { t } = useTexts();
  if (new URLSearchParams(location.search).has('tab')) return null;
  const ownPage = browser.runtime.getURL(`/sidepanel.html?tab=${tabId ?? ''}` as '/sidepanel.html');
  const open = () => void (isDocked ? window.open(ownPage) : browser.tabs.create({ url: ownPage }));
  return (
    <button type="button" class="icon-button" title={t('openInTab')} aria-label={t('openInTab')} onClick={open}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M9 2h5v5M14 2 8 8M6 3H2v11h11v-4" />
      </svg>
    </button>
  );
}
