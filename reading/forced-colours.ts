/**
 * Lets marks keep their lines where the reader's system forces its colours on pages. There a highlight is drawn as selected text, all kinds
 * alike, unless the element whose words it marks asks otherwise (css-pseudo-4), so a sheet of ours asks it of just those elements, in the
 * system's own colours. Only reads the page's tree; what is added is a sheet among the document's, and none where no colours are forced.
 */

export const FORCED = '(forced-colors: active)';

/** Their words get the colour that is forced on what is around them, and no paper of their own; what stands within them is forced as before. */
const KEEP = 'forced-color-adjust:preserve-parent-color!important;background-color:transparent!important';

export class ForcedColours {
  readonly #window: Window & typeof globalThis;
  #sheet: CSSStyleSheet | undefined;

  constructor(window: Window & typeof globalThis) {
    this.#window = window;
  }

  /** Asks it for the elements that hold these words, and for no other any more. */
  apply(ranges: readonly Range[]): void {
    const isForced = ranges.length > 0 && this.#window.matchMedia(FORCED).matches;
    if (!isForced && !this.#sheet) return;
    try {
      const sheet = this.#sheet ?? new this.#window.CSSStyleSheet();
      sheet.replaceSync(isForced ? rulesFor(ranges) : '');
      this.#sheet = sheet;
      // A page that sets its own list anew has put ours out of it.
      const { document } = this.#window;
      if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
    } catch {
      // A browser that keeps the list from content scripts: marks are drawn as selected text is.
    }
  }

  clear(): void {
    const { document } = this.#window;
    const sheet = this.#sheet;
    if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    this.#sheet = undefined;
  }
}

function rulesFor(ranges: readonly Range[]): string {
  const paths = new Map<Element, string>();
  const rules = [...new Set(ranges.flatMap(parentsOf))].map((element) => {
    const path = pathOf(element, paths);
    return `${path}{${KEEP};color:${element.matches('a[href]') ? 'LinkText' : 'inherit'}!important}${path}>*{forced-color-adjust:auto}`;
  });
  return `@media ${FORCED}{${rules.join('')}}`;
}

/** The elements whose own words are in the range. */
function parentsOf(range: Range): Element[] {
  const { startContainer, endContainer, commonAncestorContainer: root } = range;
  const texts = [startContainer, endContainer];
  if (startContainer !== endContainer) {
    const walker = root.ownerDocument?.createTreeWalker(root, 4); // NodeFilter.SHOW_TEXT
    for (let node = walker?.nextNode(); node; node = walker?.nextNode()) if (range.intersectsNode(node)) texts.push(node);
  }
  return texts.flatMap(({ parentElement }) => parentElement ?? []);
}

/** A selector of this element alone: its place among its parent's children, and so on up to the root. */
function pathOf(element: Element, known: Map<Element, string>): string {
  const steps: Element[] = [];
  let node: Element | null = element;
  while (node && !known.has(node)) {
    steps.unshift(node);
    node = node.parentElement;
  }
  let path = node ? (known.get(node) ?? '') : '';
  for (const step of steps) {
    path = step.parentElement ? `${path}>:nth-child(${placeOf(step)})` : ':root';
    known.set(step, path);
  }
  return path;
}

function placeOf(element: Element): number {
  let place = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) place++;
  return place;
}
