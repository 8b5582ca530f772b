/**
 * Texts and addresses as a reader should not see them: markup, broken letters, words left from a draft, addresses that nobody can open.
 */
import type { CaseFile } from '../../model/case-file.ts';
import type { CaseProblem } from '../case-file-error.ts';
import { type Rule, slip, warning } from './rule.ts';
import { citedPlaces } from './time-rules.ts';

interface Placed {
  readonly path: CaseProblem['path'];
  readonly text: string;
}

/** Every text of case.json but addresses and ids, with its place. */
function textsOf(value: unknown, path: CaseProblem['path'] = []): Placed[] {
  const key = path.at(-1);
  if (typeof value === 'string') return key === 'url' || key === '$schema' ? [] : [{ path, text: value }];
  if (typeof value !== 'object' || value === null || key === 'recognition') return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, [...path, Array.isArray(value) ? Number(name) : name]));
}

const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i;
const ENTITY = /&(?:[a-z]{2,8}|#\d+|#x[\da-f]+);/i;
/** What UTF-8 looks like to whoever takes it for Latin-1. */
const MISREAD = /Ã[\u0080-\u00bf©¨¼¶¤]|â€|Â[ \u00a0]/;
const DRAFT = /^(?:to ?do|tbd|xxx+|lorem ipsum.*|\?+|\.\.\.|…)$|\b(?:TODO|TBD|FIXME)\b/i;

const spoiled: Rule = (file) =>
  textsOf(file).flatMap(({ path, text }) => {
    const markup = TAG.exec(text)?.[0] ?? ENTITY.exec(text)?.[0];
    if (markup !== undefined) return [slip(path, `"${markup}" is shown to the reader as it stands`, 'write plain text; markup and entities are not read')];
    const broken = MISREAD.exec(text)?.[0];
    if (broken !== undefined)
      return [slip(path, `"${broken}" is a sign that was read in the wrong encoding`, 'write the sign anew and save the file as UTF-8')];
    return DRAFT.test(text) ? [warning(path, `"${text.slice(0, 40)}" is left from a draft`, 'write what belongs here')] : [];
  });

const questions: Rule = ({ disputes }) =>
  disputes.flatMap(({ question }, at) =>
    /\?["”’)]?$/.test(question)
      ? []
      : [warning(['disputes', at, 'question'], 'this is no question', 'put it as a question that both sides would accept, with its mark')],
  );

const PRIVATE = /^(?:localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[)|\.(?:local|localhost|internal)$/;
const RESERVED = /\.(?:example|invalid|test)$/;
const TRACKING = /[?&](?:utm_\w+|fbclid|gclid)=/;

/** What is wrong with an address that is one by its form: message and remedy. */
function addressProblem(address: string): readonly [message: string, remedy: string, isWarning?: true] | undefined {
  const { hostname, username } = new URL(address);
  if (/\s/.test(address)) return ['a space stands in the address', 'copy it from the browser, where a space is %20'];
  if (/…|\.\.\.$/.test(address)) return ['the address is cut short', 'copy the whole of it'];
  if (!/^https?:\/\/[^/:]/i.test(address)) return ['two slashes belong behind the scheme', 'write https://…'];
  if (/^https?$/.test(hostname)) return ['the scheme stands there twice', 'write it once: https://…'];
  if (username !== '') return ['the address holds a name for signing in', 'remove all up to the @'];
  if (PRIVATE.test(hostname) || !hostname.includes('.')) return [`nobody else can open "${hostname}"`, 'cite an address on the public web'];
  if (RESERVED.test(hostname)) return [`"${hostname}" is a host of examples and leads nowhere`, 'cite the page where you read it', true];
  if (TRACKING.test(address)) return ['the address holds marks by which readers are followed', 'remove utm_…, fbclid and gclid from it', true];
  return undefined;
}

const addresses: Rule = (file: CaseFile) =>
  citedPlaces(file).flatMap(({ path, citation: { url } }) => {
    const [message, remedy, isWarning] = addressProblem(url) ?? [];
    if (message === undefined || remedy === undefined) return [];
    return [(isWarning ? warning : slip)([...path, 'url'], message, remedy)];
  });

export const textRules: readonly Rule[] = [spoiled, questions, addresses];
