/** What the session of one page needs of the world. */
import type { askBackground } from '../../messaging/client.ts';
import type { Trouble } from '../../model/page-state.ts';
import type { Settings } from '../../model/settings.ts';
import type { Painter } from '../../reading/painter.ts';
import type { readArticleInSlices } from '../../reading/read-article.ts';

export interface PageSessionParts {
  readonly document: Document;
  readonly painter: Painter;
  /** How the article is read; as any page's, where it is not given. */
  readonly read?: (document: Document) => ReturnType<typeof readArticleInSlices>;
  readonly ask: typeof askBackground;
  readonly settings: Settings;
  /** Ids of the cases that are switched off. */
  readonly offCases: readonly string[];
  /** The marks have changed: `isShown` says whether this page is annotated at all. */
  readonly onMarks: (isShown: boolean) => void;
  /** What keeps the page from being watched, if anything does. */
  readonly trouble: () => Trouble | undefined;
}
