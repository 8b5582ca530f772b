/**
 * The one element that is ever added to a page: it holds the chip, the card and what is said to screen readers, in a closed shadow
 * root. It takes no room in the page. A page that throws it out gets it back a few times and then has its way.
 */
import styles from './page-host.css?inline';

/** So often it is put back where the page has removed it. */
const MAX_RETURNS = 3;

export class PageHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly #said: HTMLElement;
  readonly #lastSheet = new CSSStyleSheet();
  #isWanted = false;
  #returns = 0;

  /** `sheets` are further styles for what will stand in the root. */
  constructor(document: Document, sheets: readonly string[] = []) {
    this.element = document.createElement('allegedly-chip');
    this.root = this.element.attachShadow({ mode: 'closed' });
    this.root.adoptedStyleSheets = [styles, ...sheets].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    this.root.adoptedStyleSheets.push(this.#lastSheet);
    this.#said = document.createElement('p');
    this.#said.className = 'said';
    this.#said.setAttribute('role', 'status');
    this.root.append(this.#said);
  }

  /** Styles that come after all others, in place of those given before. */
  restyle(styles: string): void {
    this.#lastSheet.replaceSync(styles);
  }

  /** Puts the element into the page, if the page lets it. */
  attach(): void {
    this.#isWanted = true;
    if (this.element.isConnected || this.#returns > MAX_RETURNS) return;
    const { documentElement } = this.element.ownerDocument;
    this.element.dir = getComputedStyle(documentElement).direction;
    documentElement.append(this.element);
  }

  /** Takes it out again. */
  detach(): void {
    this.#isWanted = false;
    this.element.remove();
  }

  /** Puts it back where the page has removed it, up to a few times. To be called when the page has changed. */
  restore(): void {
    if (!this.#isWanted || this.element.isConnected) return;
    this.#returns++;
    this.attach();
  }

  /** Whether the page has removed it so often that it stays out. */
  get isEvicted(): boolean {
    return this.#isWanted && this.#returns > MAX_RETURNS;
  }

  /** Has screen readers say something when they have time. */
  announce(text: string): void {
    // The same words twice are no change, and would not be said again.
    this.#said.textContent = this.#said.textContent === text ? `${text} ` : text;
  }
}
