/** Reads a saved page as an article, outside a browser. */
import { Window } from 'happy-dom';
import type { Article } from '../model/article.ts';
import { readArticle } from '../reading/read-article.ts';

/** The article of an HTML page; its text is empty where there is none. Scripts, styles and frames are not loaded. */
export function readHtml(html: string, url = 'https://page.invalid/article'): Article {
  return readArticle(parseHtml(html, url)).article;
}

/** Parses HTML into a document; nothing of it is run or fetched. */
export function parseHtml(html: string, url = 'https://page.invalid/article'): Document {
  const window = new Window({
    url,
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      navigation: { disableChildFrameNavigation: true },
    },
  });
  window.document.write(html);
  return window.document as unknown as Document;
}
