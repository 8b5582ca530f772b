/**
 * Which addresses are one article: the page's own canonical address where it can be trusted, else the address without what only tracks
 * the reader or names another form of the same page (AMP, mobile, print). Where addresses say nothing, `fingerprint.ts` looks at the text.
 */
import { plainHost } from '../model/own-address.ts';

/** Query parameters that name a campaign, a visitor or a form of the page, never a page. */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_\\w+',
    '(?:at|ns|pk|piwik|mtm|matomo|hsa|oly|vero|guce|itm)_\\w+',
    'fbclid|gclid|dclid|yclid|ysclid|msclkid|ttclid|twclid|gclsrc|gad_source|gbraid|wbraid|li_fat_id|epik|rdt_cid|wickedid|mkt_tok|_hsenc|_hsmi|__hstc|__hssc|__hsfp|hsctatracking',
    'mc_(?:cid|eid)|igsh|igshid|s_kwcid|s_cid|cmpid|cmp|campaign|campaign_?id|ncid|ocid|cvid|icid|intcmp|tpcc|ftag|ftcamp|guccounter',
    'ref|ref_?src|ref_?url|referrer|referer|reflink|sref|smid|smtyp|spm|scm|xtor|taid|sr_share|soc_src|soc_trk|ito|trk|trkcampaign',
    'share|shared|share_?id|sharetype|share_token|gift|giftcopy|unlocked_article_code|accesstoken|leadsource|feedtype|rss_?id',
    '_ga|_gl|fb_(?:ref|source)|action_object_map|__twitter_impression|__source|linkid|embedded-checkout|cx_\\w+|mibextid|rss',
    'amp|amp_js_v|amp_gsa|amp_r|usqp|aoh|outputtype|ampshare',
  ].join('|')})$`,
  'i',
);

/** Parameters that may name a form of the page, with the values that do. */
const FORMS = [
  ['view', /^(?:amp|mobile|print)$/i],
  ['output', /^(?:amp|mobile|print)$/i],
  ['print', /^(?:1|true|yes)$/i],
] as const;

/** Parts of a path that name a form of the page, with what stands in their place. */
const FORMS_OF_PATH = [
  [/^\/(?:amp|amphtml)\/(?=.)/i, '/'],
  [/(?<=[^/])(?:\/|\.)amp(?=\.html?$)/i, ''],
  [/(?<=[^/])\.amp$/i, ''],
  [/\/(?:amp|amphtml|amp_articleshow)\/?$/i, '/'],
  [/\/index\.(?:html?|php|amp)$/i, '/'],
  [/(?<=.)\/+$/, ''],
] as const;

/** The address by which an article is known; throws a TypeError for what is no address. Applied twice, it changes nothing more. */
export function normalisedUrl(address: string): string {
  const url = unwrapped(new URL(address));
  url.hash = '';
  url.protocol = 'https:';
  url.username = '';
  url.password = '';
  url.hostname = plainHost(url.hostname);
  for (const name of [...new Set(url.searchParams.keys())]) if (TRACKING.test(name)) url.searchParams.delete(name);
  for (const [name, form] of FORMS) if (form.test(url.searchParams.get(name) ?? '')) url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = plainPath(url.pathname);
  // "?" with nothing behind it is none.
  return url.href.replace(/\?$/, '');
}

/** The id of the article at an address: the trusted canonical address if there is one, else the page's, normalised. */
export function articleIdOf({ url, canonicalUrl }: { readonly url: string; readonly canonicalUrl?: string }): string {
  return normalisedUrl(canonicalUrl ?? url);
}

/** The address of the publisher, where a cache of AMP pages serves it. Others' hosts that are only named like one ("google.mallory.example") are none. */
function unwrapped(url: URL): URL {
  const [, publisher = ''] = /^(.*)\.(?:cdn\.ampproject\.org|bing-amp\.com)$/.exec(url.hostname) ?? [];
  const isViewer = /^(?:www\.)?google\.(?:com|(?:com?\.)?[a-z]{2})$/.test(url.hostname) && url.pathname.startsWith('/amp/');
  const inner = publisher || isViewer ? /^\/(?:[acivw]|amp)\/(?:(s)\/)?(.+)$/.exec(url.pathname) : null;
  const [, , rest = ''] = inner ?? [];
  const parsed = /^[\w-]+(?:\.[\w-]+)+\//.test(rest) ? URL.parse(`https://${rest}${url.search}`) : null;
  // The cache's own host says whose pages it holds ("www-news-example"); a long name is hashed.
  const isOthers = publisher.includes('-') && parsed?.hostname.replaceAll('-', '--').replaceAll('.', '-') !== publisher;
  return parsed && !isOthers ? parsed : url;
}

function plainPath(path: string): string {
  const decoded = path
    // Letters that need no escape are the same with and without it.
    .replace(/%[0-9a-f]{2}/gi, (sign) => {
      const letter = String.fromCharCode(Number.parseInt(sign.slice(1), 16));
      return /[\w.~-]/.test(letter) ? letter : sign.toUpperCase();
    })
    .replace(/\/{2,}/g, '/');
  // Step by step until nothing is left to take away: "…/amp/index.html/".
  let plain = decoded;
  for (let before = ''; before !== plain; ) {
    before = plain;
    for (const [form, instead] of FORMS_OF_PATH) plain = plain.replace(form, instead);
  }
  return plain === '' ? '/' : plain;
}
