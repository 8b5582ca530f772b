/**
 * The way by which a statement reached the public: a filing, testimony, a press statement. From the words around the cue.
 */
import type { Channel, StatementKind } from '../../model/statement.ts';

/** The surest first. `before` is the source, `around` the cue's sentence without the content; both lower case. */
const PATTERNS: readonly (readonly [Channel, RegExp])[] = [
  ['testimony', /\b(?:testif(?:y|ied|ies|ying)|testimony|deposition|under oath|on the stand|told (?:the )?jur(?:y|ors)|sworn|swore|declaration)\b/],
  ['opinion-piece', /\b(?:op-ed|opinion piece|opinion article|column in|editorial)\b/],
  [
    'filing',
    /\b(?:filings?|complaint|lawsuit|suit|brief|motion|petition|court (?:papers?|documents?|records?)|legal papers|opposition|pleadings?|in papers)\b/,
  ],
  ['post', /\b(?:tweet(?:s|ed|ing)?|posted|post on|thread|blog ?post|on (?:twitter|x|facebook|linkedin|threads|mastodon|instagram))\b/],
  ['hearing', /\b(?:hearing|oral argument|courtroom|told the (?:court|judge|panel|justices)|opening statement|closing argument)\b/],
  ['statement', /\b(?:statement|press release|news release|email|e-mail|emailed|spokes(?:man|woman|person|people)|announcement|reached for comment)\b/],
  ['interview', /\b(?:interview(?:ed)?|told|speaking (?:to|with))\b/],
  ['report', /\breports?\b|\breported\b|\breporting\b/],
];

/** The channel of a statement; undefined where the text does not tell. */
export function channelOf(kind: StatementKind | undefined, source: string, around: string): Channel | undefined {
  if (kind === 'finding') return /\bhearing\b|\bfrom the bench\b/.test(around) ? 'hearing' : 'ruling';
  if (kind === 'no-comment') return undefined;
  const phrase = `${source} | ${around}`;
  return PATTERNS.find(([, pattern]) => pattern.test(phrase))?.[0];
}
