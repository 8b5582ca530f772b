/**
 * What the ranker is told of the way the text runs on, at the last source of each text: names of features that hold, or do not.
 */
import { describe, expect, test } from 'vitest';
import { castOf, resolveSpeakers } from '../../../analysis/speakers/resolve.ts';
import { corpusCases } from '../../../scripts/corpus/read-corpus.ts';
import { readMarked } from './marked.ts';

const [caseFile] = corpusCases();
const cast = castOf(caseFile?.actors ?? []);

/** All features of WhatsApp's or NSO's list, by name, at the last choice that the ranker is asked for. */
function featuresAtLast(marked: string, actorName: string): string[] {
  const { document, attributions } = readMarked(marked);
  let last: string[] = [];
  resolveSpeakers(document, attributions, cast, {
    enough: 0.5,
    probabilities(lists, actors) {
      const place = actors.findIndex((actor) => cast.actors[actor]?.name === actorName);
      last = Object.keys(lists[place] ?? {});
      return lists.map((_, index) => (index === place ? 1 : 0));
    },
  });
  return last;
}

const SUIT = 'WhatsApp sued NSO Group over spyware. / ';

describe('focus', () => {
  test.each([
    [
      'a turn within its sentence',
      `${SUIT}[S1 WhatsApp] [K1 said] [C1 it was hacked]. But [S2 the company] [K2 said] [C2 no more].`,
      'contrast block own',
      true,
    ],
    [
      'a turn in the sentence behind',
      `${SUIT}[S1 WhatsApp] [K1 said] [C1 it was hacked]. [S2 The company] [K2 said] [C2 so]. But it rained.`,
      'contrast block own',
      false,
    ],
    [
      'going on in the sentence behind',
      `${SUIT}[S1 WhatsApp] [K1 said] [C1 it was hacked]. [S2 The company] [K2 said] [C2 so]. Then it rained.`,
      'goes on block own',
      false,
    ],
    [
      'the last speaker is not named since he spoke',
      `${SUIT}[S1 The messaging service WhatsApp] [K1 said] [C1 so]. [S2 It] [K2 added] [C2 more].`,
      'since block own nobody',
      true,
    ],
    [
      'somebody else is',
      `${SUIT}[S1 The messaging service WhatsApp] [K1 said] [C1 so] of NSO Group. [S2 It] [K2 added] [C2 more].`,
      'since block own opposite',
      true,
    ],
    ['a question about it', `${SUIT}Did WhatsApp know? [S It] [K said] [C no].`, 'asked own', true],
    ['a question in quotation marks', `${SUIT}“Did WhatsApp know?” [S It] [K said] [C no].`, 'asked own', true],
    ['no question', `${SUIT}WhatsApp knew. [S It] [K said] [C no].`, 'asked own', false],
  ])('%s', (_, marked, feature, holds) => {
    const features = featuresAtLast(marked, 'WhatsApp');
    expect(features.length).toBeGreaterThan(0);
    expect(features.includes(feature)).toBe(holds);
  });
});
