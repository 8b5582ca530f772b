/** What is wrong with a case file, line by line, beside the lines themselves. */
import { useRef } from 'preact/hooks';
import './case-table.css';
import { useTexts } from './text.tsx';

/** See `cases/check-case-text.ts`. Line and column count from 1. */
export interface ShownProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

export interface CaseProblemsProps {
  readonly problems: readonly ShownProblem[];
  /** The text of each file, by the name under which its problems are told. */
  readonly texts: ReadonlyMap<string, string>;
}

/** So many problems are listed: whoever has mended them sees the rest. */
const MOST = 50;
/** Lines shown around each. */
const AROUND = 3;
/** Longer lines are cut: a file may be one line. */
const LONGEST_LINE = 240;

export function CaseProblems({ problems, texts }: CaseProblemsProps) {
  const { count } = useTexts();
  const root = useRef<HTMLDivElement>(null);
  const shown = problems.slice(0, MOST);
  const files = [...new Set(shown.map(({ file }) => file))];
  const show = ({ file, line }: ShownProblem) => {
    const target = [...(root.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])].find(
      ({ dataset }) => dataset['file'] === file && dataset['line'] === String(line),
    );
    target?.scrollIntoView({ block: 'center' });
    target?.closest<HTMLElement>('.source-text')?.focus({ preventScroll: true });
  };
  return (
    <div class="case-problems" ref={root}>
      <div>
        <p class="problem" role="alert">
          {count('caseProblems', problems.length)}
        </p>
        {/* The checker speaks English, as the files do. */}
        <ol lang="en" dir="ltr">
          {shown.map((problem, index) => (
            <li key={index}>
              <button type="button" onClick={() => show(problem)}>
                <span class="small soft">
                  {problem.file}:{problem.line}:{problem.column}
                </span>
                <b>{problem.message}</b>
                <span class="small">→ {problem.remedy}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
      <div>
        {files.map((file) => (
          <SourceText key={file} file={file} text={texts.get(file) ?? ''} wrong={new Set(shown.filter((each) => each.file === file).map(({ line }) => line))} />
        ))}
      </div>
    </div>
  );
}

/** The lines around those that are wrong, with their numbers; what lies between is left out. */
function SourceText({ file, text, wrong }: { file: string; text: string; wrong: ReadonlySet<number> }) {
  const lines = text.split('\n');
  const near = [...new Set([...wrong].flatMap((line) => Array.from({ length: 2 * AROUND + 1 }, (_, index) => line - AROUND + index)))]
    .filter((line) => line >= 1 && line <= lines.length)
    .sort((a, b) => a - b);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section class="source-text" aria-label={file} tabIndex={0} dir="ltr">
      {near.map((line, index) => (
        <>
          {index > 0 && near[index - 1] !== line - 1 && (
            <div aria-hidden="true">
              <span class="line-number">⋮</span>
            </div>
          )}
          <div data-line={line} data-file={file} data-wrong={wrong.has(line)}>
            <span class="line-number">{line}</span>
            <code>{(lines[line - 1] ?? '').replace(/\r$/, '').slice(0, LONGEST_LINE) || ' '}</code>
          </div>
        </>
      ))}
    </section>
  );
}
