/** Every choice there is, in sections that can be linked to; each acts at once, in every open tab. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useTexts } from '../../components/text.tsx';
import { openOwnPage } from '../../pages/open-own-page.ts';
import { useSay } from '../../pages/use-say.ts';
import { CasesSection } from './CasesSection.tsx';
import { DataSection } from './DataSection.tsx';
import { MarksSection } from './MarksSection.tsx';
import './options.css';
import { ShortcutsSection } from './ShortcutsSection.tsx';
import { SitesSection } from './SitesSection.tsx';

const SECTIONS = ['sites', 'marks', 'cases', 'data', 'shortcuts'] as const;

export function Options() {
  const { t } = useTexts();
  const { say, said } = useSay();
  useEffect(() => {
    // The sections are not there yet when the browser looks for the one that the address names.
    if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div class="options">
      <header>
        <h1>{t('extensionName')}</h1>
        <nav aria-label={t('options')}>
          <ul>
            {SECTIONS.map((id) => (
              <li key={id}>
                <a href={`#${id}`}>{t(`section_${id}`)}</a>
              </li>
            ))}
            <li>
              <button type="button" class="text-button" id="open-welcome" onClick={() => openOwnPage('welcome')}>
                {t('showWelcome')}
              </button>
            </li>
          </ul>
        </nav>
      </header>
      <main>
        <p class="lead soft">{t('optionsLead')}</p>
        <Section id="sites">
          <SitesSection say={say} />
        </Section>
        <Section id="marks">
          <MarksSection say={say} />
        </Section>
        <Section id="cases">
          <CasesSection say={say} />
        </Section>
        <Section id="data">
          <DataSection say={say} />
        </Section>
        <Section id="shortcuts">
          <ShortcutsSection say={say} />
        </Section>
      </main>
      <p class="said" role={said.kind === 'problem' ? 'alert' : 'status'} data-kind={said.kind}>
        {said.text}
      </p>
    </div>
  );
}

function Section({ id, children }: { id: (typeof SECTIONS)[number]; children: ComponentChildren }) {
  const { t } = useTexts();
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(`section_${id}`)}</h2>
      {children}
    </section>
  );
}
