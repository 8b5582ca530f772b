/** Sample sentences, marked as pages are, on light and on dark paper. The words are English, as the articles are. */
import { type LineName, type Looks, lookOf, PAPERS } from '../model/look.ts';
import type { StatementKind } from '../model/statement.ts';
import './look-editor.css';
import { useTexts } from './text.tsx';

/** How a line is drawn: CSS's style, thickness in px, distance from the letters in em. */
export type Lines = Readonly<Record<LineName, { readonly style: string; readonly sure: number; readonly offset: number }>>;

/** Before the mark, the marked words, and after them. */
const SAMPLE: readonly (readonly [before: string, kind: StatementKind, words: string])[] = [
  ['The ferry company says ', 'claim', 'the lamp failed twice in one night'],
  ['. Its maker rejects ', 'denial', 'that anything was wrong with it'],
  [' and admits only ', 'concession', 'that one bulb was replaced'],
  ['. It would not say ', 'no-comment', 'who had signed for the delivery'],
  ['. The company wants ', 'demand', 'every lamp of the series called back'],
  ['. The court found ', 'finding', 'that the maker had known of the fault'],
];

export function LookPreview({ looks, hiddenKinds, lines }: { looks: Looks; hiddenKinds: readonly StatementKind[]; lines: Lines }) {
  const { t } = useTexts();
  return (
    <div class="previews">
      {PAPERS.map((paper) => (
        <figure key={paper} class="preview" data-paper={paper}>
          <figcaption class="small">{t(paper === 'light' ? 'onLightPages' : 'onDarkPages')}</figcaption>
          <p lang="en" dir="ltr">
            {SAMPLE.map(([before, kind, words]) => {
              const look = lookOf(looks, kind);
              const { style, sure, offset } = lines[look.line];
              const drawn = { textDecoration: `underline ${style} ${look[paper]} ${sure}px`, textUnderlineOffset: `${offset}em` };
              return (
                <>
                  {before}
                  <span class="drawn" data-kind={kind} style={hiddenKinds.includes(kind) ? {} : drawn}>
                    {words}
                  </span>
                </>
              );
            })}
            .
          </p>
        </figure>
      ))}
    </div>
  );
}
