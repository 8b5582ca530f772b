/** What the extension does, on an example, and on which sites it may do it. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useTexts } from '../../components/text.tsx';
import '../../components/kinds.css';
import './welcome.css';

const ALL_SITES = { origins: ['http://*/*', 'https://*/*'] };

export function Welcome() {
  const { t } = useTexts();
  const [isGranted, setIsGranted] = useState<boolean>();
  useEffect(() => {
    void browser.permissions.contains(ALL_SITES).then((contains) => setIsGranted(contains || undefined));
  }, []);
  return (
    <main class="welcome">
      <header>
        <h1>{t('extensionName')}</h1>
        <p>{t('welcomeLead')}</p>
      </header>
      <section aria-labelledby="example">
        <h2 id="example">{t('welcomeExample')}</h2>
        <blockquote>
          WhatsApp alleges{' '}
          <mark data-kind="claim" title={t('kind_claim')}>
            that the company sent malware to about 1,400 phones
          </mark>
          . NSO Group denied{' '}
          <mark data-kind="denial" title={t('kind_denial')}>
            the allegations
          </mark>{' '}
          and asked{' '}
          <mark data-kind="demand" title={t('kind_demand')}>
            the judge to dismiss the case
          </mark>
          . In December 2024 the court found{' '}
          <mark data-kind="finding" title={t('kind_finding')}>
            that NSO was liable
          </mark>
          .
        </blockquote>
        <ul class="key">
          {(['claim', 'denial', 'no_comment', 'demand', 'concession', 'finding'] as const).map((kind) => (
            <li key={kind}>
              <span class="kind" data-kind={kind.replace('_', '-')}>
                {t(`kind_${kind}`)}
              </span>{' '}
              {t(`kindMeans_${kind}`)}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="where">
        <h2 id="where">{t('welcomeWhere')}</h2>
        <p>{t('welcomeWhereText')}</p>
        <div class="choices">
          <button type="button" class="button" data-primary id="all-sites" onClick={() => void browser.permissions.request(ALL_SITES).then(setIsGranted)}>
            {t('welcomeAllSites')}
          </button>
          <button type="button" class="button" id="on-click" onClick={() => setIsGranted(false)}>
            {t('welcomeOnClick')}
          </button>
        </div>
        <p role="status" class="answer">
          {isGranted === true && t('welcomeGranted')}
          {isGranted === false && t('welcomeClickNote')}
        </p>
      </section>
      <section aria-labelledby="privacy">
        <h2 id="privacy">{t('welcomePrivacy')}</h2>
        <p>{t('welcomePrivacyText')}</p>
      </section>
    </main>
  );
}
