/** Wires *Data*: what is stored, its backup, and forgetting it. */
import { CaseChoice } from '../../components/CaseChoice.tsx';
import { DataTools } from '../../components/DataTools.tsx';
import { StoredData } from '../../components/StoredData.tsx';
import { StoreNotice } from '../../components/StoreNotice.tsx';
import { useTexts } from '../../components/text.tsx';
import { askBackground } from '../../messaging/client.ts';
import type { CaseFile } from '../../model/case-file.ts';
import { useStore } from '../../pages/store-client.ts';
import { useShownCase } from '../../pages/use-cases.ts';
import { useDataTools } from '../../pages/use-data-tools.ts';
import type { Say } from '../../pages/use-say.ts';
import { useStoreCare } from '../../pages/use-store-care.ts';

export function DataSection({ say }: { say: Say }) {
  const { t } = useTexts();
  const { caseFile, choices, choose } = useShownCase(undefined);
  if (!caseFile) return <p class="soft">{t('loading')}</p>;
  return (
    <Data caseFile={caseFile} say={say}>
      <CaseChoice choices={choices} caseFile={caseFile} ofArticle={[]} onChoose={choose} />
    </Data>
  );
}

function Data({ caseFile, say, children }: { caseFile: CaseFile; say: Say; children: preact.ComponentChildren }) {
  const texts = useTexts();
  const { t } = texts;
  const usage = useStore({ ask: 'usage' });
  const care = useStoreCare(caseFile, say, true);
  const tools = useDataTools(caseFile, say, texts);
  const forget = async (site: string | undefined) => {
    await askBackground('store.delete', site === undefined ? { scope: 'all' } : { scope: 'site', site });
    say(t('deleted'));
  };
  return (
    <>
      <p class="soft">{t('dataLead')}</p>
      <StoreNotice {...care} onSeeStored={() => document.getElementById('stored')?.scrollIntoView()} />
      <div id="stored" />
      <StoredData usage={usage} isBusy={tools.isBusy} onDelete={(site) => say.on(() => forget(site))} />
      {children}
      <DataTools {...tools} />
    </>
  );
}
