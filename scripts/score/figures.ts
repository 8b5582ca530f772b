/** The measured figures beside what they are to reach, as rows of a table. */
import type { Agreement } from './agreement.ts';
import type { OwnFigures, Share } from './own-corpus.ts';
import type { RecognitionFigures } from './recognition.ts';
import type { Row } from './rows.ts';
import type { SharedFigures } from './shared-corpora.ts';

export interface Measured {
  readonly shared: SharedFigures | undefined;
  readonly own: OwnFigures;
  /** The same on the held-out articles of the hard set. */
  readonly hard: OwnFigures;
  /** On the held-out articles of which nothing but the verdict is known. */
  readonly recognition: RecognitionFigures;
  readonly agreement: Agreement | undefined;
  /** Time of the whole analysis over that of wink-nlp's sentence and tag pass, medians over the same texts. */
  readonly speed: number;
}

const three = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(3));
const percent = ({ hit, of }: Share) => `${((100 * hit) / of).toFixed(1)} % (${hit} of ${of})`;
const ratio = ({ hit, of }: Share) => `${(hit / of).toFixed(3)} (${hit} of ${of})`;

function f1(hit: number, found: number, gold: number): number {
  return (2 * hit) / (found + gold);
}

export function rowsOf({ shared, own, hard, recognition, agreement, speed }: Measured): Row[] {
  const row = (what: string, measured: string, least = '', stretch = ''): Row => ({ what, measured, least, stretch });
  const absent = 'not measured: ../shared is not there';
  const { relation } = own;
  return [
    row('PolNeAR dev, relation F1', shared ? three(shared.polnear['relation']?.f1) : absent, '0.71', '0.747 (two people)'),
    row('PolNeAR dev, content tokens F1', shared ? three(shared.polnear['tokens.content']?.f1) : absent, '0.88', '0.91'),
    row('PolNeAR dev, relation recall: core / the rest', shared ? `${ratio(shared.groups.core)} / ${ratio(shared.groups.rest)}` : absent),
    row(`own held-out (${own.articles} articles), relation F1`, three(f1(relation.hit, relation.found, relation.gold)), '0.85', '0.90'),
    row('own held-out, relation precision / recall', `${three(relation.hit / relation.found)} / ${three(relation.hit / relation.gold)}`),
    row('own held-out, relation recall: core', ratio({ hit: own.core.hit, of: own.core.gold })),
    row('kind right, of the relation pairs', ratio(own.kind), '0.92', '0.96'),
    row('speaker right, of those resolved', ratio(own.speakerRight), '0.95', '0.98'),
    row('speakers resolved', ratio(own.speakerResolved), '0.85', '0.92'),
    row('statements given to the wrong side', percent(own.wrongSide), '≤ 0.5 %', '0'),
    row('denials: precision / recall', `${ratio(own.denialPrecision)} / ${ratio(own.denialRecall)}`, '0.93 / 0.85', '0.96 / 0.92'),
    row('recogniser: precision / recall', `${ratio(own.recognisedPrecision)} / ${ratio(own.recognisedRecall)}`, '0.98 / 0.95', '1 / 0.98'),
    row(
      `recogniser, on ${recognition.articles} held-out articles about the case and look-alikes: found / taken for it`,
      `${ratio(recognition.recall)} / ${ratio(recognition.falseAlarms)}`,
    ),
    row('seed article: statements with right kind and side', shared ? `${shared.seed.hit} of ${shared.seed.of}` : absent, '17 of 18', '18'),
    row('whole analysis beside wink-nlp’s sentence and tag pass', `${speed.toFixed(1)} ×`, '≤ 30 ×', '≤ 15 ×'),
    row(
      `hard held-out (${hard.articles} articles): relation F1 / kind`,
      `${three(f1(hard.relation.hit, hard.relation.found, hard.relation.gold))} / ${ratio(hard.kind)}`,
    ),
    row('hard held-out: speaker right / wrong side', `${ratio(hard.speakerRight)} / ${percent(hard.wrongSide)}`),
    row('hard held-out: denials’ precision / recall', `${ratio(hard.denialPrecision)} / ${ratio(hard.denialRecall)}`),
    ...(agreement
      ? [
          row(
            `two annotators (${agreement.articles} articles): relation F1 / kind / denial F1`,
            `${three(agreement.relation)} / ${ratio(agreement.kind)} / ${three(agreement.denial)}`,
          ),
        ]
      : []),
  ];
}

/** The figures that the committed weights are held to, rounded to four places. */
export function figuresOf({ shared, own, hard, recognition }: Omit<Measured, 'agreement' | 'speed'>) {
  return {
    ...(shared
      ? { polnearDev: { relation: four(shared.polnear['relation']?.f1), contentTokens: four(shared.polnear['tokens.content']?.f1) }, seed: shared.seed.hit }
      : {}),
    ownHeldOut: ownFigures(own),
    hardHeldOut: ownFigures(hard),
    recognition: { found: four(recognition.recall.hit / recognition.recall.of), takenForIt: four(recognition.falseAlarms.hit / recognition.falseAlarms.of) },
  };
}

const four = (value: number | undefined) => Math.round((value ?? 0) * 10_000) / 10_000;

function ownFigures(own: OwnFigures) {
  const share = ({ hit, of }: Share) => four(hit / of);
  return {
    relation: four(f1(own.relation.hit, own.relation.found, own.relation.gold)),
    kind: share(own.kind),
    speakerRight: share(own.speakerRight),
    speakerResolved: share(own.speakerResolved),
    wrongSide: share(own.wrongSide),
    denialPrecision: share(own.denialPrecision),
    denialRecall: share(own.denialRecall),
    recognisedPrecision: share(own.recognisedPrecision),
    recognisedRecall: share(own.recognisedRecall),
  };
}
