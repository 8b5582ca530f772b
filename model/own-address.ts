/**
 * Under which other address a page may say that it stands. What it names is the article that its words are stored as, so that a page that could
 * name a stranger's would overwrite that. Pure.
 */

/** The hosts under which a page is served in another form. */
const FORM_HOST = /^(?:www\d?|m|mobile|mobil|mobi|amp|touch|wap)\.(?=[^.]+\.)/;

/** A host without what names a form of its pages: "www.m.news.example" is "news.example". */
export function plainHost(host: string): string {
  let plain = host.replace(/\.$/, '');
  // "www.m.news.example", "amp.www.news.example", and the "en.m." of an encyclopaedia.
  while (FORM_HOST.test(plain)) plain = plain.replace(FORM_HOST, '');
  return plain.replace(/^([a-z]{2,3})\.m\.(?=[^.]+\.)/, '$1.');
}

/**
 * Whether a page may call an address its own: on its host in any form, on one that its own is a part of ("edition.news.example" names
 * "news.example"), or on a part of its own. Not on one beside it: "alice.blogs.example" and "bob.blogs.example" may be strangers.
 */
export function mayNameOwn(page: string, named: string): boolean {
  const [from, to] = [URL.parse(page), URL.parse(named)];
  if (!from || !to || ![from, to].every(({ protocol }) => /^https?:$/.test(protocol)) || from.port !== to.port) return false;
  const [own, other] = [plainHost(from.hostname), plainHost(to.hostname)];
  return own === other || isWithin(own, other) || isWithin(other, own);
}

/** Whether a host is a part of a site. Of "co.uk" one may be as well: nobody's articles stand there. */
function isWithin(host: string, site: string): boolean {
  return site.includes('.') && host.endsWith(`.${site}`);
}
