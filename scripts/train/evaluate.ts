/**
 * Scores packed weights: `node scripts/train/evaluate.ts WEIGHTS.bin`, on PolNeAR's development part and the own held-out articles,
 * with ../shared/eval/score.mjs. With `--gold-tags` the linker alone is scored, on the tags of the annotators.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeByTags } from '../../analysis/tagger/attribute.ts';
import { loadTagger } from '../../analysis/tagger/tagger.ts';
import { type GoldAttribution, tagsOf } from '../../analysis/tagger/tags.ts';
import { tokenize } from '../../analysis/text/tokens.ts';
import { articleOfText } from '../../model/article.ts';
import { readCorpus } from '../corpus/read-corpus.ts';

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

const shared = join(import.meta.dirname, '../../../shared');
const { score } = (await import(join(shared, 'eval/score.mjs'))) as {
  score: (gold: readonly Gold[], predicted: readonly object[]) => { tallies: Record<string, { precision: number; recall: number; f1: number }> };
};
const weights = process.argv[2] ?? 'public/tagger.bin';
const useGoldTags = process.argv.includes('--gold-tags');
const tagger = useGoldTags ? undefined : loadTagger(readFileSync(weights));

const path = join(shared, 'data/polnear-dev.jsonl');
const sets: Record<string, readonly Gold[]> = {
  'PolNeAR dev': existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Gold)
    : [],
  'own held-out': readCorpus({ split: 'held-out' }),
};
for (const [name, gold] of Object.entries(sets)) {
  if (gold.length === 0) continue;
  const begin = performance.now();
  const predicted = gold.map((article) => {
    const tokens = tokenize(article.text, articleOfText(article.text).blocks);
    const certain = () => ({ tags: Uint8Array.from(tagsOf(article.attributions, tokens)), certainty: new Float32Array(tokens.length).fill(1) });
    const attributions = attributeByTags(tokens, tagger?.tag(tokens) ?? certain());
    return {
      id: article.id,
      attributions: attributions.map(({ sourceSpans, cueSpans, contentSpans }) => ({ source: sourceSpans, cue: cueSpans, content: contentSpans })),
    };
  });
  const milliseconds = (performance.now() - begin) / gold.length;
  const { tallies } = score(gold, predicted);
  console.log(name, gold.length, 'articles,', milliseconds.toFixed(0), 'ms an article');
  for (const measure of ['relation', 'relation.exact', 'tokens.source', 'tokens.cue', 'tokens.content', 'exact.content']) {
    const { precision = 0, recall = 0, f1 = 0 } = tallies[measure] ?? {};
    console.log(`  ${measure.padEnd(16)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`);
  }
}
