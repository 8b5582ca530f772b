/**
 * The sequence classifier: what it reads of an attribution, and that it says the same whichever kernel does its sums, whichever party and whoever speaks.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KIND_CLASSES } from '../../analysis/kinds/classifier.ts';
import { sequenceFeatures } from '../../analysis/kinds/features.ts';
import { kindOf } from '../../analysis/kinds/kind.ts';
import { type KindScene, kindScenes } from '../../analysis/kinds/scene.ts';
import { LONGEST_SEQUENCE, SEQUENCE_RELATIONS, SEQUENCE_ROLES, type SequenceWord } from '../../analysis/kinds/sequence.ts';
import { sequenceClassifier } from '../../analysis/kinds/sequence-classifier.ts';
import { findMentions } from '../../analysis/speakers/mentions.ts';
import { castOf, resolveSpeakers } from '../../analysis/speakers/resolve.ts';
import { plainKernel, simdKernel } from '../../analysis/tagger/kernel.ts';
import { readWeights } from '../../analysis/tagger/weights.ts';
import { readAllCaseFiles } from '../../scripts/case-files.ts';
import { readMarked } from './speakers/marked.ts';

const [caseFile] = readAllCaseFiles().filter(({ id }) => id === 'whatsapp-v-nso');
if (!caseFile) throw new Error('The case is not there.');
const cast = castOf(caseFile.actors);
const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../public/tagger.bin')));
const weights = readWeights(bytes);

/** What is judged of the last attribution of a marked text. */
function lastScene(marked: string): KindScene {
  const { document, attributions } = readMarked(marked);
  const scenes = kindScenes(document, cast.actors, findMentions(document, cast.index), attributions, resolveSpeakers(document, attributions, cast));
  const last = scenes.at(-1);
  if (!last) throw new Error(`No attribution is marked in “${marked}”.`);
  return last;
}

const lastSequence = (marked: string) => lastScene(marked).sequence();

/** One letter a role and the word, or what stands for a name: `c:had s:<own>`. */
const said = (sequence: readonly SequenceWord[]) =>
  sequence.map(({ word, role, relation }) => `${role === 'cue' ? 'k' : role[0]}:${relation ? `<${relation}>` : word}`);

describe('what is read', () => {
  test('the roles as they stand, a few words before them, names by what they are to the speaker', () => {
    expect(said(lastSequence('It was sued. [S NSO Group] [K said] on Friday [C that WhatsApp had misread NSO’s contract].'))).toEqual(
      "b:it b:was b:sued b:. s:<own> k:said c:that c:<opposing> c:had c:misread c:<own> c:'s c:contract".split(' '),
    );
  });

  test('as much whatever the parties are called, also where the words before and a long content are cut', () => {
    const swapped = (text: string) => text.replaceAll('WhatsApp', '#').replaceAll('NSO Group', 'WhatsApp').replaceAll('#', 'NSO Group');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('NSO Group', 'WhatsApp', 'rain'), { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (before, times) => {
        const content = 'what NSO Group wrote to WhatsApp is untrue and '.repeat(times);
        const text = `WhatsApp sued NSO Group. It was about ${before.join(' or ')} then. [S NSO Group] [K told] the court [C that ${content} so on].`;
        expect(said(lastSequence(swapped(text)))).toEqual(said(lastSequence(text)));
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test.each<[string, string]>([
    ['a surname alone', '# said'],
    ['a surname within a sentence', 'On Friday # said'],
    ['a compound', 'The #-owned firm said'],
  ])('nobody’s name: %s', (_name, speaks) => {
    const read = (name: string) => {
      const [source = '', cue = ''] = [speaks.replace('#', name).replace(/^On Friday | said$/g, ''), 'said'];
      return said(lastSequence(`It rained. ${speaks.startsWith('On') ? 'On Friday ' : ''}[S ${source}] [K ${cue}] [C that ${name} was wrong].`));
    };
    for (const name of ['Lainer', 'Woog', 'Shohat', 'Cathcart', 'Hulio', 'Nobodyever']) expect(read(name)).toEqual(read('Miller'));
    expect(read('Miller').join(' ')).not.toMatch(/miller/);
  });

  test('nothing in front of a headline, which is no part of its article', () => {
    const article = '[S NSO Group] [K says] [C WhatsApp’s claims are untrue] / It rained.';
    expect(said(lastSequence(`An unrelated paragraph stands here, and it ends. / ${article}`))).toEqual(said(lastSequence(article)));
  });

  test('the words of a headline In Capitals, but who speaks in it', () => {
    expect(said(lastSequence('[S Lainer] [K Denies] [C Hacking Phones And Servers Of Users]'))).toEqual(
      's: k:denies c:hacking c:phones c:and c:servers c:of c:users'.split(' '),
    );
  });

  test('nothing of the block before last, and no more than a beginning of what goes on and on', () => {
    const words = said(lastSequence(`WhatsApp sued NSO. / Rain fell. / [S NSO] [K said] [C ${'it was not so and '.repeat(90)}it was not].`));
    expect(words.slice(0, 4)).toEqual(['b:rain', 'b:fell', 'b:.', 's:<own>']);
    expect(words.length).toBeLessThan(90);
  });
});

describe('what it says', () => {
  const [fast, plain] = [sequenceClassifier(weights, simdKernel), sequenceClassifier(weights, plainKernel)];
  const known = [...weights.vocabulary.words.keys()].slice(0, 2_000);
  const word = fc.record({
    word: fc.oneof(fc.constantFrom(...known), fc.string()),
    role: fc.constantFrom(...SEQUENCE_ROLES),
    relation: fc.option(fc.constantFrom(...SEQUENCE_RELATIONS), { nil: undefined }),
  });
  const features = fc.array(fc.oneof(fc.constantFrom(...weights.sequenceFeatures), fc.string()), { maxLength: 8 });

  test('is a distribution over the kinds, the same by both kernels and each time', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), features, (sequence, given) => {
        const said = fast.probabilities(sequence, given);
        expect(said).toHaveLength(KIND_CLASSES.length);
        expect(said.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
        for (const [kind, each] of plain.probabilities(sequence, given).entries()) expect(each).toBeCloseTo(said[kind] ?? -1, 3);
        expect(fast.probabilities(sequence, given)).toEqual(said);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('is bounded in time: what is too long is read to where it is', () => {
    const word: SequenceWord = { word: 'not', role: 'content', relation: undefined };
    const long = Array.from({ length: 50_000 }, () => word);
    expect(fast.probabilities(long, [])).toEqual(fast.probabilities(long.slice(0, LONGEST_SEQUENCE), []));
  });

  test.each<[string, string, string]>([
    ['who acts', '[S NSO] [K said] [C its customers alone choose whom they watch].', '[S NSO] [K said] [C its customers are police forces and ministries].'],
    ['who is meant', '[S NSO] [K said] [C it had produced every document].', '[S NSO] [K said] [C WhatsApp had produced no document].'],
  ])('a denial is likelier of the first: %s', (_name, denial, claim) => {
    const opinion = (marked: string) => {
      const scene = lastScene(`WhatsApp sued NSO over spyware. ${marked}`);
      return fast.probabilities(scene.sequence(), sequenceFeatures(scene, kindOf(scene).kind));
    };
    const at = KIND_CLASSES.indexOf('denial');
    expect(opinion(denial)[at]).toBeGreaterThan(opinion(claim)[at] ?? 1);
  });

  test('weights that lack it are refused by name', () => {
    expect(() => sequenceClassifier(readWeights(withoutSequence(bytes)))).toThrow('lack “sequence.relation.weight”');
  });

  test('no source, cue or content is too long for it', () => {
    const long = 'wet and '.repeat(300);
    for (const text of [`[S the ${long} firm] [K said] [C no]`, `[S It] [K said ${long}] [C no]`, `${long} [S It] [K said] [C ${long}]`]) {
      const sequence = lastSequence(`It rained. ${text}.`);
      expect(sequence.length).toBeLessThanOrEqual(LONGEST_SEQUENCE);
      expect(sequence.map(({ role }) => role)).toEqual(expect.arrayContaining(['source', 'cue', 'content']));
    }
  });
});

/** The packed weights as `pack.py` writes them before the sequence classifier is added. */
function withoutSequence(file: Uint8Array): Uint8Array {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(file.subarray(4, 4 + length))) as { matrices: { name: string }[] };
  const text = JSON.stringify({ ...header, matrices: header.matrices.filter(({ name }) => !name.startsWith('sequence.')) });
  const packed = new Uint8Array(file);
  packed.set(new TextEncoder().encode(text.padEnd(length)), 4);
  return packed;
}
