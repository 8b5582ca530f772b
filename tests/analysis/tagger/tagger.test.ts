import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attributeByTags } from '../../../analysis/tagger/attribute.ts';
import { loadTagger } from '../../../analysis/tagger/tagger.ts';
import { readWeights } from '../../../analysis/tagger/weights.ts';
import { tokenize } from '../../../analysis/text/tokens.ts';
import { articleOfText } from '../../../model/article.ts';
import { textOf } from '../../../model/span.ts';

const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../public/tagger.bin')));
const tagger = loadTagger(bytes);
const found = (text: string) => {
  const tokens = tokenize(text, articleOfText(text).blocks);
  return attributeByTags(tokens, tagger.tag(tokens));
};

describe('weights', () => {
  test('with all tables weigh no more than 2 MB gzipped', () => {
    const tables = ['kinds/weights.json', 'speakers/ranker-weights.json', 'recognise/weights.json', 'confidence.json'];
    const all = [bytes, ...tables.map((table) => readFileSync(join(import.meta.dirname, '../../../analysis', table)))];
    expect(all.reduce((sum, each) => sum + gzipSync(each, { level: 9 }).byteLength, 0)).toBeLessThan(2_000_000);
  });

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['a file cut within its header', bytes.slice(0, 100), 'cut short'],
    ['a file cut within its matrices', bytes.slice(0, bytes.length - 2_000), 'cut short'],
    ['another version', otherVersion(), 'version 1'],
  ])('%s is refused by name', (_name, broken, message) => {
    expect(() => readWeights(broken)).toThrow(message);
  });

  function otherVersion(): Uint8Array {
    const text = new TextEncoder().encode('{"version":1,"matrices":[],"words":"","partsOfSpeech":[]}   ');
    const file = new Uint8Array(4 + text.length);
    new DataView(file.buffer).setUint32(0, text.length, true);
    file.set(text, 4);
    return file;
  }
});

describe('tagging', () => {
  test.each<[string, string, string, string]>([
    ['Meta said the spyware firm had broken its terms.', 'Meta', 'said', 'the spyware firm had broken its terms'],
    ['“We will appeal,” the company said on Friday.', 'the company', 'said', '“We will appeal,”'],
    ['According to the complaint, the attack lasted two weeks.', 'the complaint', 'According to', 'the attack lasted two weeks'],
    ['The spokesman denied that the firm had read any messages.', 'The spokesman', 'denied', 'that the firm had read any messages'],
  ])('%s', (text, source, cue, content) => {
    const [first] = found(text);
    expect(first && [textOf(text, first.sourceSpans), textOf(text, first.cueSpans), textOf(text, first.contentSpans)]).toEqual([source, cue, content]);
    expect(first?.confidence).toBeGreaterThan(0.5);
  });

  test('finds nothing in plain facts', () => {
    expect(found('The trial lasted six days. Jurors came from four counties. Shares rose 2 percent on Tuesday.')).toEqual([]);
  });

  test('gives the same for the same text, and nothing for none', () => {
    const text = 'NSO said it was innocent. WhatsApp said it was not.';
    expect(found(text)).toEqual(found(text));
    expect(found('')).toEqual([]);
  });

  test('a text longer than one stretch is tagged alike on both sides of the seam', () => {
    const sentence = 'Meta said the spyware firm had broken its terms. ';
    const marks = found(sentence.repeat(260));
    expect(marks).toHaveLength(260);
    expect(new Set(marks.map(({ contentSpans }) => (contentSpans[0]?.[1] ?? 0) - (contentSpans[0]?.[0] ?? 0))).size).toBe(1);
  });
});
