/** On which sites the extension may read, joined to the pages that ask the reader. */
import { useEffect, useState } from 'preact/hooks';
import { askBackground } from '../messaging/client.ts';
import { type AccessMode, domainOf, MAX_OUTLETS, type SiteAccess } from '../model/site-access.ts';
import { chooseOnClick, giveBackSite, readSiteAccess, requestAllSites, requestOutlets, requestSite, watchSiteAccess } from '../state/site-access.ts';
import type { Say } from './use-say.ts';

/** What the browser has granted, kept up to date; undefined until it has been asked. */
export function useSiteAccess(): SiteAccess | undefined {
  const [access, setAccess] = useState<SiteAccess>();
  useEffect(() => {
    const stop = watchSiteAccess(setAccess);
    void readSiteAccess().then(setAccess);
    return stop;
  }, []);
  return access;
}

/** What the reader does about sites. Each is to be called in the very turn of a click: browsers ask their question for a gesture only. */
export function siteDeeds(access: SiteAccess | undefined, say: Say, refused: string) {
  const domains = access?.outlets.map(({ domain }) => domain) ?? [];
  const keep = (list: readonly string[]) => askBackground('outlets.set', { domains: [...list] });
  /** Says so where the browser's question was answered with no. */
  const asking = (request: Promise<boolean>) =>
    say.on(async () => {
      if (!(await request)) say(refused, 'problem');
    });
  return {
    choose: (mode: AccessMode) => {
      if (mode === 'on-click') say.on(chooseOnClick);
      else asking(mode === 'all-sites' ? requestAllSites() : requestOutlets(domains));
    },
    grant: () => asking(requestOutlets(domains)),
    /** Gives false for what is no site. */
    add: (text: string): boolean => {
      const domain = domainOf(text);
      if (domain === undefined || domains.length >= MAX_OUTLETS) return false;
      if (access?.mode === 'outlets') asking(requestSite(domain));
      say.on(() => keep([...domains, domain]));
      return true;
    },
    remove: (domain: string) =>
      say.on(async () => {
        await keep(domains.filter((each) => each !== domain));
        await giveBackSite(domain);
      }),
  };
}
