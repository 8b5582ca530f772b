/** What is known of the page in the active tab, its article and the reader's choices: all that popup or sidebar can say of it. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useObservable } from '../components/use-observable.ts';
import { type PageFacts, sitePattern } from '../model/why-nothing.ts';
import type { KnownCase } from '../state/cases.ts';
import { type ArticleWithStatements, liveArticle } from '../storage/articles.ts';
import { type ActivePage, useSettings } from './use-active-page.ts';
import { useKnownCases } from './use-cases.ts';

/** So long, in ms, a page that was asked for is waited for, before it is said to hold no article. */
const PATIENCE_MS = 4_000;

export interface KnownPage {
  /** Undefined until all of it has been asked for: nothing is said before, so that nothing wrong is. */
  readonly facts: PageFacts | undefined;
  readonly cases: readonly KnownCase[];
  readonly stored: ArticleWithStatements | undefined;
  /** To be called when the reader has asked for the page to be read. */
  readonly onAsked: () => void;
}

export function usePageFacts({ tabId, url, page, isKnown }: ActivePage): KnownPage {
  const settings = useSettings();
  const cases = useKnownCases();
  const isGranted = useIsGranted(page?.url ?? url, isKnown);
  const contentType = useContentType(tabId, page === undefined && isKnown ? url : undefined);
  const articleId = page?.articleId;
  const observed = useObservable(() => (articleId === undefined ? NOTHING : liveArticle(articleId)), [articleId]);
  const stored = observed.status === 'ready' ? observed.value : undefined;
  const { asked, onAsked } = useAsked(page === undefined);
  const isReady = isKnown && cases !== undefined && isGranted !== undefined && (articleId === undefined || observed.status !== 'waiting');
  const facts: PageFacts | undefined = isReady
    ? {
        url: page?.url ?? url,
        contentType,
        isGranted,
        page,
        settings,
        statements: stored?.statements,
        asked,
        activeCases: cases.filter(({ isOn }) => isOn).length,
        offCases: cases.filter(({ isOn }) => !isOn).map(({ caseFile }) => caseFile.id),
      }
    : undefined;
  return { facts, cases: cases ?? [], stored, onAsked };
}

/** Nothing stored, as something that can be subscribed to. */
const NOTHING = {
  subscribe(onNext: (value: undefined) => void) {
    onNext(undefined);
    return { unsubscribe: () => undefined };
  },
};

/** Whether the site of an address is granted, kept up to date; undefined until it is known. */
function useIsGranted(url: string | undefined, isKnown: boolean): boolean | undefined {
  const [isGranted, setGranted] = useState<boolean>();
  const pattern = sitePattern(url ?? '');
  useEffect(() => {
    if (!isKnown) return;
    const refresh = async () => setGranted(pattern !== undefined && (await browser.permissions.contains({ origins: [pattern] })));
    const onChange = () => void refresh();
    onChange();
    browser.permissions.onAdded.addListener(onChange);
    browser.permissions.onRemoved.addListener(onChange);
    return () => {
      browser.permissions.onAdded.removeListener(onChange);
      browser.permissions.onRemoved.removeListener(onChange);
    };
  }, [pattern, isKnown]);
  return isGranted;
}

/** What a tab shows, as a MIME type, where the browser lets it be asked. */
function useContentType(tabId: number | undefined, url: string | undefined): string | undefined {
  const [contentType, setContentType] = useState<string>();
  const canBeAsked = sitePattern(url ?? '') !== undefined;
  useEffect(() => {
    setContentType(undefined);
    if (tabId === undefined || !canBeAsked) return;
    browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType }).then(
      ([answer]) => setContentType(typeof answer?.result === 'string' ? answer.result : undefined),
      () => undefined,
    );
  }, [tabId, url]);
  return contentType;
}

/** Whether the page was asked for, and for how long in vain. */
function useAsked(isUnread: boolean) {
  const [asked, setAsked] = useState<PageFacts['asked']>();
  useEffect(() => {
    if (!isUnread) setAsked(undefined);
    if (asked !== 'waiting') return;
    const timer = setTimeout(() => setAsked('in-vain'), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [asked, isUnread]);
  return { asked, onAsked: () => setAsked('waiting') };
}
