/** What the extension does, on a sample that is truly read, and on which sites it may do it. */
import { useState } from 'preact/hooks';
import { KindLabel } from '../../components/KindLabel.tsx';
import { SiteAccessChoice } from '../../components/SiteAccessChoice.tsx';
import { useTexts } from '../../components/text.tsx';
import { kindKey } from '../../components/texts.ts';
import type { AccessMode } from '../../model/site-access.ts';
import { STATEMENT_KINDS } from '../../model/statement.ts';
import { openOwnPage } from '../../pages/open-own-page.ts';
import { useSay } from '../../pages/use-say.ts';
import { siteDeeds, useSiteAccess } from '../../pages/use-site-access.ts';
import { Sample } from './Sample.tsx';
import './welcome.css';

export function Welcome() {
  const { t } = useTexts();
  return (
    <main class="welcome">
      <header>
        <h1>{t('extensionName')}</h1>
        <p class="lead">{t('welcomeLead')}</p>
      </header>
      <section aria-labelledby="example">
        <h2 id="example">{t('welcomeExample')}</h2>
        <Sample />
        <ul class="key">
          {STATEMENT_KINDS.map((kind) => (
            <li key={kind}>
              <KindLabel kind={kind} /> <span class="soft">{t(`kindMeans_${kindKey(kind).replace('kind_', '')}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <Access />
      <p class="soft">{t('welcomePrivacyLine')}</p>
    </main>
  );
}

function Access() {
  const { t } = useTexts();
  const access = useSiteAccess();
  const { say, said } = useSay();
  const [chosen, setChosen] = useState<AccessMode>();
  const deeds = siteDeeds(access, say, t('accessRefused'));
  const mode = access?.mode === 'on-click' ? (chosen === 'on-click' ? chosen : undefined) : access?.mode;
  return (
    <section aria-labelledby="where">
      <h2 id="where">{t('welcomeWhere')}</h2>
      <SiteAccessChoice
        // Until something has been chosen, nothing is: the choice is the reader's.
        access={access && mode === undefined ? undefined : access}
        onChoose={(wanted) => {
          setChosen(wanted);
          deeds.choose(wanted);
        }}
      />
      <p role="status" class="answer" data-mode={mode} data-kind={said.kind}>
        {said.kind === 'problem' && said.text !== '' ? said.text : mode && t(`welcomeDone_${mode.replace('-', '_')}`)}
      </p>
      <p>
        <button type="button" class="text-button small" id="open-options" onClick={() => openOwnPage('options', 'sites')}>
          {t('welcomeOptions')}
        </button>
      </p>
    </section>
  );
}
