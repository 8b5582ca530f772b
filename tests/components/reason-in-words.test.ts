import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../analysis/recognise.ts';
import { bundledCases } from '../../cases/bundled.ts';
import { textsIn } from '../../components/language.ts';
import { reasonInWords } from '../../components/reason-in-words.ts';
import { bindTexts } from '../../components/texts.ts';
import { articleOfText } from '../../model/article.ts';
import { REASON_ROLES } from '../../model/verdict.ts';

const FOLDER = join(import.meta.dirname, '../../public/_locales');
type Messages = Readonly<Record<string, { readonly message: string }>>;

/** As the browser fills in a message. */
function textsOf(locale: string) {
  const messages = JSON.parse(readFileSync(join(FOLDER, locale, 'messages.json'), 'utf8')) as Messages;
  const lookup = (key: string, values: string[] = []) => (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, at: string) => values[Number(at) - 1] ?? '');
  return bindTexts(textsIn(lookup, locale));
}

/** As the analysis names them, in English. */
const REASONS = [
  { role: 'title', words: 'the title names both sides', count: 1 },
  { role: 'length', words: 'little more than a headline', count: 12 },
  { role: 'language', words: 'fr', count: 1 },
] as const;

describe.each(readdirSync(FOLDER))('in %s', (locale) => {
  const texts = textsOf(locale);

  test.each(REASONS)('$role', (reason) => {
    const said = reasonInWords(reason, texts);
    expect(said).toBeTruthy();
    if (locale !== 'en') expect(said).not.toContain(reason.words.slice(0, 9).padEnd(9));
    if (['ar', 'he', 'hi'].includes(locale)) expect(said).not.toMatch(/[a-z]/i);
    if (reason.role === 'length') expect(said).toContain(new Intl.NumberFormat(locale).format(12));
  });
});

test('words of the page stay as the page has them', () => {
  const texts = textsOf('he');
  for (const role of REASON_ROLES.filter((each) => !REASONS.some((reason) => reason.role === each)))
    expect(reasonInWords({ role, words: 'Pegasus', count: 2 }, texts)).toBeUndefined();
});

test('what is no language is given as it is', () => {
  expect(reasonInWords({ role: 'language', words: 'no such tag', count: 1 }, textsOf('en'))).toBe('no such tag');
});

test('what the analysis gives of its own words is of these roles alone', () => {
  const text = 'WhatsApp sued NSO Group over Pegasus.';
  const article = articleOfText(text, { title: 'WhatsApp sues NSO Group over Pegasus', language: 'fr' });
  const reasons = recognise(
    article,
    bundledCases().map(({ id, recognition }) => ({ ...recognition, caseId: id })),
  ).flatMap((verdict) => verdict.reasons);
  expect(reasons.length).toBeGreaterThan(3);
  const roles = reasons.filter(({ words }) => !`${text} WhatsApp sues NSO Group over Pegasus`.includes(words)).map(({ role }) => role);
  for (const role of roles) expect(REASONS.map((reason) => reason.role)).toContain(role);
});
