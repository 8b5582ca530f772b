/** Which kinds are marked and how: line and colours of each, seen at once on sample text, on light and on dark paper. */
import { useState } from 'preact/hooks';
import { type KindLook, LINE_NAMES, type LineName, type Looks, lookOf, PAPERS, type Paper } from '../model/look.ts';
import { STATEMENT_KINDS, type StatementKind } from '../model/statement.ts';
import './kinds.css';
import './look-editor.css';
import { type Lines, LookPreview } from './LookPreview.tsx';
import { useTexts } from './text.tsx';
import { kindKey } from './texts.ts';

export interface LookEditorProps {
  readonly looks: Looks;
  readonly hiddenKinds: readonly StatementKind[];
  /** How each named line is drawn. */
  readonly lines: Lines;
  /** The nearest colour that can be read on such paper. */
  readonly legible: (colour: string, paper: Paper) => string;
  readonly onLook: (kind: StatementKind, look: KindLook | undefined) => void;
  readonly onKind: (kind: StatementKind, isOn: boolean) => void;
}

export function LookEditor({ looks, hiddenKinds, lines, legible, onLook, onKind }: LookEditorProps) {
  const { t, locale } = useTexts();
  /** What is being picked just now, before it is chosen. */
  const [draft, setDraft] = useState<Looks>({});
  const [corrected, setCorrected] = useState<StatementKind>();
  const shown: Looks = { ...looks, ...draft };
  const change = (kind: StatementKind, part: KindLook) => onLook(kind, { ...looks[kind], ...part });
  const pick = (kind: StatementKind, paper: Paper, colour: string) => {
    const readable = legible(colour.toLowerCase(), paper);
    setCorrected(readable === colour.toLowerCase() ? undefined : kind);
    setDraft({});
    change(kind, { [paper]: readable });
  };
  const alike = STATEMENT_KINDS.filter((kind) => STATEMENT_KINDS.some((other) => other !== kind && lookOf(shown, other).line === lookOf(shown, kind).line));
  return (
    <div class="look-editor">
      <div class="looks-scroller">
        <table class="looks">
          <Head />
          <tbody>
            {STATEMENT_KINDS.map((kind) => (
              <KindRow
                key={kind}
                {...{ kind, shown, isOn: !hiddenKinds.includes(kind), isChanged: looks[kind] !== undefined }}
                onKind={(isOn) => onKind(kind, isOn)}
                onLine={(line) => change(kind, { line })}
                onDraft={(paper, colour) => setDraft({ [kind]: { ...looks[kind], [paper]: colour } })}
                onPick={(paper, colour) => pick(kind, paper, colour)}
                onUsual={() => onLook(kind, undefined)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="problem small" role="status">
        {corrected && `${t('colourCorrected', t(kindKey(corrected)))} `}
        {alike.length > 0 && t('linesAlike', new Intl.ListFormat(locale).format(alike.map((kind) => t(kindKey(kind)))))}
      </p>
      <LookPreview looks={shown} hiddenKinds={hiddenKinds} lines={lines} />
    </div>
  );
}

function Head() {
  const { t } = useTexts();
  return (
    <thead class="small soft">
      <tr>
        {(['markedKinds', 'line', 'onLightPages', 'onDarkPages'] as const).map((title) => (
          <th key={title} scope="col">
            {t(title)}
          </th>
        ))}
        <th>
          <span class="visually-hidden">{t('asUsual')}</span>
        </th>
      </tr>
    </thead>
  );
}

interface KindRowProps {
  readonly kind: StatementKind;
  readonly shown: Looks;
  /** It is marked at all. */
  readonly isOn: boolean;
  /** It looks otherwise than it comes. */
  readonly isChanged: boolean;
  readonly onKind: (isOn: boolean) => void;
  readonly onLine: (line: LineName) => void;
  /** A colour that is being picked, and one that has been. */
  readonly onDraft: (paper: Paper, colour: string) => void;
  readonly onPick: (paper: Paper, colour: string) => void;
  readonly onUsual: () => void;
}

function KindRow({ kind, shown, isOn, isChanged, onKind, onLine, onDraft, onPick, onUsual }: KindRowProps) {
  const { t } = useTexts();
  const name = t(kindKey(kind));
  const look = lookOf(shown, kind);
  return (
    <tr data-kind={kind}>
      <th scope="row">
        <label class="check">
          <input type="checkbox" name={kind} checked={isOn} onChange={({ currentTarget }) => onKind(currentTarget.checked)} />
          <span class="kind" data-kind={kind}>
            {name}
          </span>
        </label>
      </th>
      <td>
        <select aria-label={t('lineOf', name)} value={look.line} onChange={({ currentTarget }) => onLine(currentTarget.value as LineName)}>
          {LINE_NAMES.map((line) => (
            <option key={line} value={line}>
              {t(`line_${line}`)}
            </option>
          ))}
        </select>
      </td>
      {PAPERS.map((paper) => (
        <td key={paper}>
          <input
            type="color"
            aria-label={t(paper === 'light' ? 'colourOnLight' : 'colourOnDark', name)}
            value={look[paper]}
            onInput={({ currentTarget }) => onDraft(paper, currentTarget.value.toLowerCase())}
            onChange={({ currentTarget }) => onPick(paper, currentTarget.value)}
          />
        </td>
      ))}
      <td>
        {isChanged && (
          <button type="button" class="text-button small" aria-label={t('asUsualOf', name)} onClick={onUsual}>
            {t('asUsual')}
          </button>
        )}
      </td>
    </tr>
  );
}
