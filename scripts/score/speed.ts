/**
 * How long the whole analysis of 800 words takes, beside wink-nlp's sentence and part-of-speech pass over the same text in the same process.
 * Processor time, not time on the clock, so that what else the machine does weighs little.
 */
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { analyse } from '../../analysis/analyse.ts';
import type { Tagger } from '../../analysis/tagger/tagger.ts';
import { articleOfText } from '../../model/article.ts';
import type { CaseFile } from '../../model/case-file.ts';

const WORDS = 800;
const TEXTS = 10;
const ROUNDS = 5;

/** The ratio of the two medians; the two take turns, so that both meet the same machine. Texts are made of whole articles about the case. */
export function speedBesideWink(articles: readonly { readonly text: string; readonly verdict: string }[], cases: readonly CaseFile[], tagger: Tagger): number {
  const words = articles.filter(({ verdict }) => verdict === 'about').flatMap(({ text }) => [...text.split(/(?<=\s)(?=\S)/), '\n\n']);
  const texts = Array.from({ length: TEXTS }, (_, index) => words.slice(index * WORDS, (index + 1) * WORDS).join('')).filter((text) => text !== '');
  const nlp = winkNLP(winkModel, ['sbd', 'pos']);
  const times: Record<'ours' | 'wink', number[]> = { ours: [], wink: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of texts) {
      const begin = processorTime();
      nlp.readDoc(text).tokens().out(nlp.its.pos);
      const middle = processorTime();
      analyse(articleOfText(text), cases, tagger);
      // The first round warms both up.
      if (round > 0) {
        times.wink.push(middle - begin);
        times.ours.push(processorTime() - middle);
      }
    }
  }
  return median(times.ours) / median(times.wink);
}

/** Milliseconds that this process has computed for. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
