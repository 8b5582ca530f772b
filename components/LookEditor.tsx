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
          <thead class="small soft">
            <tr>
              <th scope="col">{t('markedKinds')}</th>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('onLightPages')}</th>
              <th scope="col">{t('onDarkPages')}</th>
              <th>
                <span class="visually-hidden">{t('asUsual')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {STATEMENT_KINDS.map((kind) => (
              <tr key={kind} data-kind={kind}>
                <th scope="row">
                  <label class="check">
                    <input
                      type="checkbox"
                      name={kind}
                      checked={!hiddenKinds.includes(kind)}
                      onChange={({ currentTarget }) => onKind(kind, currentTarget.checked)}
                    />
                    <span class="kind" data-kind={kind}>
                      {t(kindKey(kind))}
                    </span>
                  </label>
                </th>
                <td>
                  <select
                    aria-label={t('lineOf', t(kindKey(kind)))}
                    value={lookOf(looks, kind).line}
                    onChange={({ currentTarget }) => change(kind, { line: currentTarget.value as LineName })}
                  >
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
                      aria-label={t(paper === 'light' ? 'colourOnLight' : 'colourOnDark', t(kindKey(kind)))}
                      value={lookOf(shown, kind)[paper]}
                      onInput={({ currentTarget }) => setDraft({ [kind]: { ...looks[kind], [paper]: currentTarget.value.toLowerCase() } })}
                      onChange={({ currentTarget }) => pick(kind, paper, currentTarget.value)}
                    />
                  </td>
                ))}
                <td>
                  {looks[kind] && (
                    <button type="button" class="text-button small" aria-label={t('asUsualOf', t(kindKey(kind)))} onClick={() => onLook(kind, undefined)}>
                      {t('asUsual')}
                    </button>
                  )}
                </td>
              </tr>
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
