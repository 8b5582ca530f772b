/** What the reader chooses in popup and options: each message writes one choice, and everything that shows it follows by itself. */
import type { BackgroundHandlers } from '../../messaging/server.ts';
import { forgetChoice, setAnnotated, setDensity, setKindMarked, setLook } from '../../state/settings.ts';
import { writeOutlets } from '../../state/site-access.ts';
import { forgetCase, keepCase, readSample, switchCase } from './cases.ts';
import { mayKeepChoice } from './keep.ts';

type Choice =
  | 'annotations.set'
  | 'density.set'
  | 'kind.set'
  | 'look.set'
  | 'choice.forget'
  | 'outlets.set'
  | 'case.set'
  | 'case.import'
  | 'case.remove'
  | 'sample.read';

const done = async (write: Promise<unknown>) => {
  await write;
  return {};
};

export const CHOICES: Pick<BackgroundHandlers, Choice> = {
  'annotations.set': (choice, sender) => {
    mayKeepChoice(choice.scope, sender);
    return done(setAnnotated(choice.scope, choice.url, choice.isOn));
  },
  'density.set': ({ density }) => done(setDensity(density)),
  'kind.set': ({ kind, isOn }) => done(setKindMarked(kind, isOn)),
  'look.set': ({ kind, look }) => done(setLook(kind, look)),
  'choice.forget': ({ scope, url }) => done(forgetChoice(scope, url)),
  'outlets.set': ({ domains }) => done(writeOutlets(domains)),
  'case.set': switchCase,
  'case.import': keepCase,
  'case.remove': forgetCase,
  'sample.read': readSample,
};
