import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directionOf, formatLocale, textsIn } from '../../components/language.ts';

const FOLDER = join(import.meta.dirname, '../../public/_locales');
type Messages = Readonly<Record<string, { readonly message: string }>>;
const read = (locale: string) => JSON.parse(readFileSync(join(FOLDER, locale, 'messages.json'), 'utf8')) as Messages;

describe('direction', () => {
  test.each([
    ['en', 'ltr'],
    ['de-CH', 'ltr'],
    ['hi', 'ltr'],
    ['he', 'rtl'],
    ['iw', 'rtl'],
    ['he-IL', 'rtl'],
    ['he_IL', 'rtl'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['fa', 'rtl'],
    ['ur', 'rtl'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['', 'ltr'],
    ['not a tag', 'ltr'],
  ])('“%s” is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });
});

describe('dates and numbers', () => {
  test.each([
    ['en', 'en-GB', 'en-GB'],
    ['en', 'en', 'en'],
    ['en', 'fa', 'en'],
    ['en', 'nl-BE', 'en'],
    ['de', 'de-AT', 'de-AT'],
    ['pt', 'pt_BR', 'pt-BR'],
    ['he', 'iw', 'he'],
    ['he', '', 'he'],
  ])('messages in “%s”, a browser in “%s”: as in %s', (messages, browser, locale) => {
    expect(formatLocale(messages, browser)).toBe(locale);
  });
});

describe('the catalogues', () => {
  test.each(readdirSync(FOLDER))('%s says that it is itself', (locale) => {
    expect(read(locale)['languageTag']?.message).toBe(locale);
  });

  test.each([
    ['he', 'he', 'he', 'rtl'],
    ['ar', 'ar-EG', 'ar-EG', 'rtl'],
    // A browser in Persian: we have no Persian, and it is given the English messages.
    ['en', 'fa', 'en', 'ltr'],
    ['hi', 'hi', 'hi', 'ltr'],
  ])('messages in %s, a browser in %s', (messages, browser, locale, direction) => {
    const catalogue = read(messages);
    expect(textsIn((key) => catalogue[key]?.message ?? '', browser)).toMatchObject({ locale, direction });
  });

  test('without messages, as when the extension has been taken away: English', () => {
    expect(textsIn(() => '', 'he')).toMatchObject({ locale: 'en', direction: 'ltr' });
  });
});
