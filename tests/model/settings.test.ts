import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  isAnnotated,
  isMarked,
  pageKey,
  type Scope,
  type Settings,
  SettingsSchema,
  siteOf,
  withChoice,
  withKind,
} from '../../model/settings.ts';

const PAGE = 'https://news.example/a?id=1#comments';
const SAME_SITE = 'https://news.example/b';
const ELSEWHERE = 'https://other.example/a';

type Choice = [scope: Scope, url: string, isOn: boolean];
const after = (choices: readonly Choice[]): Settings =>
  choices.reduce((settings, [scope, url, isOn]) => withChoice(settings, scope, url, isOn), DEFAULT_SETTINGS);

describe('which pages are annotated', () => {
  const table: [name: string, choices: Choice[], page: boolean, sameSite: boolean, elsewhere: boolean][] = [
    ['by default', [], true, true, true],
    ['page off', [['page', PAGE, false]], false, true, true],
    [
      'page off and on',
      [
        ['page', PAGE, false],
        ['page', PAGE, true],
      ],
      true,
      true,
      true,
    ],
    ['site off', [['site', PAGE, false]], false, false, true],
    [
      'site off, page on',
      [
        ['site', PAGE, false],
        ['page', PAGE, true],
      ],
      true,
      false,
      true,
    ],
    [
      'page on, site off afterwards',
      [
        ['page', PAGE, true],
        ['site', PAGE, false],
      ],
      false,
      false,
      true,
    ],
    [
      'page off, site on afterwards',
      [
        ['page', PAGE, false],
        ['site', SAME_SITE, true],
      ],
      true,
      true,
      true,
    ],
    ['everywhere off', [['everywhere', '', false]], false, false, false],
    [
      'everywhere off wins over a page that is on',
      [
        ['page', PAGE, true],
        ['everywhere', '', false],
      ],
      false,
      false,
      false,
    ],
    [
      'everywhere on again keeps the page off',
      [
        ['page', PAGE, false],
        ['everywhere', '', false],
        ['everywhere', '', true],
      ],
      false,
      true,
      true,
    ],
  ];
  test.each(table)('%s', (_name, choices, page, sameSite, elsewhere) => {
    const settings = after(choices);
    expect([PAGE, SAME_SITE, ELSEWHERE].map((url) => isAnnotated(settings, url))).toEqual([page, sameSite, elsewhere]);
  });
});

test('a page is known without its fragment, a site by its host', () => {
  expect(pageKey(PAGE)).toBe('https://news.example/a?id=1');
  expect(siteOf(PAGE)).toBe('news.example');
  expect(siteOf('not an address')).toBe('');
});

describe('what is marked', () => {
  const claim = { kind: 'claim', disputeId: 'who-operates' } as const;
  const plain = { kind: 'claim' } as const;
  const denial = { kind: 'denial', disputeId: 'who-operates' } as const;
  test.each<[name: string, settings: Settings, marked: boolean[]]>([
    ['everything by default', DEFAULT_SETTINGS, [true, true, true]],
    ['the disputes only', { ...DEFAULT_SETTINGS, density: 'disputes' }, [true, false, true]],
    ['without claims', withKind(DEFAULT_SETTINGS, 'claim', false), [false, false, true]],
    ['claims off and on', withKind(withKind(DEFAULT_SETTINGS, 'claim', false), 'claim', true), [true, true, true]],
    ['disputes only, without denials', withKind({ ...DEFAULT_SETTINGS, density: 'disputes' }, 'denial', false), [true, false, false]],
  ])('%s', (_name, settings, marked) => {
    expect([claim, plain, denial].map((statement) => isMarked(settings, statement))).toEqual(marked);
  });

  test('a kind hidden twice is hidden once', () => {
    expect(withKind(withKind(DEFAULT_SETTINGS, 'claim', false), 'claim', false).hiddenKinds).toEqual(['claim']);
  });

  test('what an earlier version stored is read, with the defaults for what it did not know', () => {
    expect(v.parse(SettingsSchema, { everywhere: false, sites: { 'a.example': false }, pages: {} })).toEqual({
      ...DEFAULT_SETTINGS,
      everywhere: false,
      sites: { 'a.example': false },
    });
  });
});
