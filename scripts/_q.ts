import { readFileSync } from 'node:fs';
import { readDocument } from '../analysis/document.ts';
import { KIND_CLASSES, kindProbabilities } from '../analysis/kinds/classifier.ts';
import { kindFeatures } from '../analysis/kinds/features.ts';
import { kindOf } from '../analysis/kinds/kind.ts';
import w from '../analysis/kinds/weights.json' with { type: 'json' };
import { kindScenes } from '../analysis/resolve-attributions.ts';
import { castOf, resolveSpeakers } from '../analysis/speakers/resolve.ts';
import { attributeByTagger } from '../analysis/tagger/attribute.ts';
import { loadTagger } from '../analysis/tagger/tagger.ts';
import { articleOfText } from '../model/article.ts';
import { readAllCaseFiles } from './case-files.ts';

const t = loadTagger(readFileSync('public/tagger.bin'));
const c = readAllCaseFiles()[0]!;
for (const s of [
  'WhatsApp said it had not misled the court about the service of papers.',
  'NSO Group said that it does not operate the Pegasus software for its customers.',
]) {
  const d = readDocument(articleOfText('WhatsApp and NSO Group meet again in court in Oakland\n' + s));
  const at = attributeByTagger(d.tokens, t);
  kindScenes(d, c, at, resolveSpeakers(d, at, castOf(c.actors))).forEach((q) => {
    const f = kindFeatures(q, kindOf(q).kind);
    console.log(
      kindOf(q),
      kindProbabilities(f, w as never)
        .map((p, i) => `${KIND_CLASSES[i] ?? '-'} ${p.toFixed(2)}`)
        .join(' '),
    );
    console.log(
      f
        .map((x) => [x, (w as Record<string, number[]>)[x]])
        .filter(([, v]) => v)
        .map(([x, v]) => `${x}: claim ${(v as number[])[1]} denial ${(v as number[])[2]}`)
        .join('\n'),
    );
  });
}
