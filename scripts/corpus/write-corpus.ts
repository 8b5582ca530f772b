/** Writes corpus files (tests/corpus/README.md): the opposite of parse-corpus. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type GoldArticle, type GoldAttribution, type GoldLabel, parseCorpusFile } from './parse-corpus.ts';

/** “denial / claim | NSO Group | defendant”, as it stands in a file's table. */
export function wordsOfLabel({ kinds, speakers, side }: GoldLabel): string {
  return `${kinds.map((kind) => kind ?? '-').join(' / ')} | ${speakers.join('/')} | ${side}`;
}

/**
 * The file with other attributions than it has: its header, text and standfirst stay, the attributions are numbered anew in the order given. Throws
 * a CorpusError for a file that is no good.
 */
export function withAttributions(file: string, name: string, attributions: readonly GoldAttribution[]): string {
  const { text } = parseCorpusFile(file, name);
  const [header = '', body = ''] = file.replace(/\r\n/g, '\n').split(/^---\n/m);
  const isStandfirst = body
    .trim()
    .split('\n')
    .map((line) => line.startsWith('> '));
  const marked = markedText(text, attributions)
    .split('\n')
    .map((line, index) => (isStandfirst[index] ? `> ${line}` : line));
  const table = attributions.map((each, index) => `${index + 1} ${wordsOfLabel(each)}`);
  return `${header}---\n${marked.join('\n')}\n---\n${table.join('\n')}\n`;
}

interface Mark {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** Where two marks cross, the inner one is broken in two: marks only nest. */
function markedText(text: string, attributions: GoldArticle['attributions']): string {
  const marks = attributions.flatMap(({ source, cue, content }, index) =>
    Object.entries({ S: source, K: cue, C: content }).flatMap(([role, spans]) =>
      spans.map(([start, end]): Mark => ({ tag: `${role}${index + 1}`, start, end })),
    ),
  );
  const edges = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let [written, open, done]: [string, Mark[], number] = ['', [], 0];
  for (const edge of edges) {
    written += text.slice(done, edge);
    done = edge;
    const ending = open.findIndex(({ end }) => end === edge);
    const broken = ending < 0 ? [] : open.slice(ending);
    written += '}'.repeat(broken.length);
    open = open.slice(0, open.length - broken.length);
    const opening = [...broken.filter(({ end }) => end > edge), ...marks.filter(({ start }) => start === edge)].sort((a, b) => b.end - a.end);
    written += opening.map(({ tag }) => `{${tag} `).join('');
    open.push(...opening);
  }
  return written + text.slice(done);
}

/** Puts a file where it belongs in one step, so that whoever reads meanwhile finds the one of before or the new one, whole. What is the same already is left alone. */
export function replaceFile(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  const part = `${path}.part`;
  writeFileSync(part, text);
  renameSync(part, path);
}
