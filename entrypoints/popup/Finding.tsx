/** The verdict on this page with its reasons, what each side says in it, and why nothing is marked where nothing is. */
import { browser } from 'wxt/browser';
import { UNCERTAIN_BELOW } from '../../components/card-content.ts';
import { SideCounts } from '../../components/SideCounts.tsx';
import { useTexts } from '../../components/text.tsx';
import { VerdictNote } from '../../components/VerdictNote.tsx';
import { type Remedy, WhyNothing } from '../../components/WhyNothing.tsx';
import { askBackground } from '../../messaging/client.ts';
import { siteOf } from '../../model/settings.ts';
import { STATEMENT_KINDS } from '../../model/statement.ts';
import { sitePattern, whyNothing } from '../../model/why-nothing.ts';
import { openOwnPage } from '../../pages/open-own-page.ts';
import type { ActivePage } from '../../pages/use-active-page.ts';
import type { KnownPage } from '../../pages/use-page-facts.ts';
import type { Say } from '../../pages/use-say.ts';

export function Finding({ active, known, say }: { active: ActivePage; known: KnownPage; say: Say }) {
  const { t, count, locale } = useTexts();
  const { page } = active;
  const { facts, cases, stored } = known;
  if (!facts) return <div class="finding soft">{t('lookingAtPage')}</div>;
  const why = whyNothing(facts);
  const nameOf = (id: string | undefined) => cases.find(({ caseFile }) => caseFile.id === id)?.caseFile.name ?? t('theCase');
  const caseName = nameOf(page?.verdict?.caseId);
  const statements = stored?.statements ?? [];
  const number = new Intl.NumberFormat(locale);
  return (
    <div class="finding">
      {page?.verdict ? (
        <VerdictNote verdict={page.verdict} caseName={caseName} />
      ) : (
        why && why !== 'reading' && <p class="headline">{t('nothingMarkedHere')}</p>
      )}
      {statements.length > 0 && (
        <>
          <p class="small soft">{t('shownOf', number.format(page?.shown ?? 0), count('statements', statements.length))}</p>
          <SideCounts statements={statements} />
        </>
      )}
      {why && (
        <WhyNothing
          why={why}
          site={siteOf(facts.url ?? '') || t('thisSite')}
          caseName={caseName}
          activeNames={cases.filter(({ isOn }) => isOn).map(({ caseFile }) => caseFile.name)}
          number={why === 'left-out' ? (page?.leftOut ?? 0) : (page?.statements ?? 0)}
          problem={page?.problem}
          isBusy={facts.asked === 'waiting'}
          onRemedy={(remedy) => say.on(() => remedied(remedy, active, known))}
        />
      )}
      {!why && statements.length > 0 && statements.every(({ confidence }) => confidence < UNCERTAIN_BELOW) && <p class="small soft">{t('onlyUncertain')}</p>}
      {page?.trouble && <p class="problem small">{t(`trouble_${page.trouble}`)}</p>}
    </div>
  );
}

/** Does what a reason's button promises. */
function remedied(remedy: Remedy, { tabId, url, page }: ActivePage, { onAsked }: KnownPage): Promise<unknown> {
  const address = page?.url ?? url ?? '';
  const pattern = sitePattern(address);
  const annotate = (scope: 'page' | 'site' | 'everywhere') => askBackground('annotations.set', { scope, url: address, isOn: true });
  const deeds: Readonly<Record<Remedy, () => Promise<unknown>>> = {
    read: async () => {
      if (tabId === undefined) return;
      await askBackground('page.read', { tabId });
      onAsked();
    },
    // In the very turn of the click: browsers ask for a gesture only.
    grant: async () => pattern !== undefined && (await browser.permissions.request({ origins: [pattern] })),
    cases: async () => openOwnPage('options', 'cases'),
    everywhere: () => annotate('everywhere'),
    site: () => annotate('site'),
    page: () => annotate('page'),
    case: async () => page?.verdict?.caseId !== undefined && askBackground('case.set', { caseId: page.verdict.caseId, isOn: true }),
    density: () => askBackground('density.set', { density: 'everything' }),
    kinds: () => Promise.all(STATEMENT_KINDS.map((kind) => askBackground('kind.set', { kind, isOn: true }))),
  };
  return deeds[remedy]();
}
