/** The project's own annotated articles, in the form that training and scoring read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../model/span.ts';

export interface OwnArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: { readonly source: Span[]; readonly cue: Span[]; readonly content: Span[] }[];
}

const FOLDER = join(import.meta.dirname, '../../tests/corpus/articles');
const ROLES = { S: 'source', K: 'cue', C: 'content' } as const;

/** The articles of one split; none where the corpus is not there. */
export function ownCorpus(split: 'train' | 'held-out'): OwnArticle[] {
  if (!existsSync(FOLDER)) return [];
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  return files.map((name) => parse(readFileSync(join(FOLDER, name), 'utf8'))).filter((article) => article.split === split);
}

function parse(file: string): OwnArticle & { split: string } {
  const [header = '', body = ''] = file.split(/^---$/m);
  const field = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(header)?.[1]?.trim() ?? '';
  const attributions = new Map<string, OwnArticle['attributions'][number]>();
  const open: { role: keyof typeof ROLES; number: string; start: number }[] = [];
  let text = '';
  for (const [piece, role, number] of body
    .trim()
    .replace(/^> /gm, '')
    .matchAll(/\{([SKC])(\d+) |\}|[^{}]+|\{/g)) {
    if (role && number) open.push({ role: role as keyof typeof ROLES, number, start: text.length });
    else if (piece === '}') {
      const mark = open.pop();
      if (!mark) continue;
      const attribution = attributions.get(mark.number) ?? { source: [], cue: [], content: [] };
      if (text.length > mark.start) attribution[ROLES[mark.role]].push([mark.start, text.length]);
      attributions.set(mark.number, attribution);
    } else text += piece;
  }
  for (const attribution of attributions.values()) for (const spans of Object.values(attribution)) spans.sort((a, b) => a[0] - b[0]);
  return { id: field('id'), split: field('split'), text, attributions: [...attributions.values()] };
}
