/** How well coverage of a case is told from what is like it. */
import { bestVerdict } from '../../analysis/recognise.ts';
import { articleOfText } from '../../model/article.ts';
import type { CaseFile } from '../../model/case-file.ts';
import type { GoldArticle } from '../corpus/parse-corpus.ts';
import type { Share } from './own-corpus.ts';

export interface RecognitionFigures {
  readonly articles: number;
  /** Of those taken for coverage, those that are; of the coverage, what is found; of the rest, what is taken for it. */
  readonly precision: Share;
  readonly recall: Share;
  readonly falseAlarms: Share;
}

/** Measures the verdicts on articles of which the first case's is known. */
export function scoreRecognition(articles: readonly GoldArticle[], cases: readonly CaseFile[]): RecognitionFigures {
  const terms = cases.map(({ recognition }) => recognition);
  const judged = articles.map(({ text, verdict }) => ({
    isAbout: verdict === 'about',
    isFound: bestVerdict(articleOfText(text, { title: text.split('\n', 1)[0] ?? '' }), terms).status === 'about',
  }));
  const share = (of: typeof judged, isHit: (each: (typeof judged)[number]) => boolean): Share => ({ hit: of.filter(isHit).length, of: of.length });
  return {
    articles: articles.length,
    precision: share(
      judged.filter(({ isFound }) => isFound),
      ({ isAbout }) => isAbout,
    ),
    recall: share(
      judged.filter(({ isAbout }) => isAbout),
      ({ isFound }) => isFound,
    ),
    falseAlarms: share(
      judged.filter(({ isAbout }) => !isAbout),
      ({ isFound }) => isFound,
    ),
  };
}
