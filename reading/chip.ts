/**
 * The chip: one small button in a corner of the page, in a closed shadow root, that says what was found and opens the sidebar.
 * The only element that is ever added to a page; it takes no room in it.
 */

export interface ChipTexts {
  /** What was found: "5 claims · 3 denials". */
  readonly label: string;
  /** What the button does, for those who do not see it. */
  readonly description: string;
  readonly hide: string;
}

const STYLES = `
  :host { all: initial; position: fixed; inset-block-end: 16px; inset-inline-end: 16px; z-index: 2147483647; }
  @media print { :host { display: none; } }
  div { display: flex; align-items: stretch; border: 1px solid #dedbd2; border-radius: 18px; background: #ffffff; color: #1d1f22;
    font: 500 13px/1.3 system-ui, sans-serif; box-shadow: 0 1px 2px #0002, 0 4px 16px #0002; overflow: hidden; }
  button { all: unset; box-sizing: border-box; min-block-size: 34px; display: flex; align-items: center; gap: 8px; padding-inline: 12px 8px; cursor: pointer; }
  button + button { padding-inline: 8px 12px; color: #55595f; }
  button:hover { background: #f1efe9; }
  button:focus-visible { outline: 2px solid #1a5fd0; outline-offset: -3px; border-radius: 18px; }
  i { inline-size: 14px; border-block-end: 2px dashed #b23a12; box-shadow: 0 -4px 0 -2px #ffffff, 0 -4px 0 0 #1c5aa6; block-size: 6px; }
  @media (prefers-color-scheme: dark) {
    div { background: #202226; color: #ecebe7; border-color: #45484f; }
    button + button { color: #a9adb4; } button:hover { background: #17181b; }
    i { border-color: #ff9a73; box-shadow: 0 -4px 0 -2px #202226, 0 -4px 0 0 #86b4f5; }
  }
`;

export class Chip {
  readonly #host: HTMLElement;
  readonly #open: HTMLButtonElement;
  readonly #label: HTMLSpanElement;
  readonly #hide: HTMLButtonElement;
  #isHidden = false;

  /** `onOpen` is called in the very turn of a click that the reader made, never for one that a page's script makes. */
  constructor(document: Document, onOpen: () => void) {
    this.#host = document.createElement('allegedly-chip');
    const root = this.#host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    const frame = document.createElement('div');
    this.#open = document.createElement('button');
    this.#label = document.createElement('span');
    this.#open.append(document.createElement('i'), this.#label);
    this.#open.addEventListener('click', ({ isTrusted }) => {
      if (isTrusted) onOpen();
    });
    this.#hide = document.createElement('button');
    this.#hide.textContent = '×';
    this.#hide.addEventListener('click', () => {
      this.#isHidden = true;
      this.remove();
    });
    frame.append(this.#open, this.#hide);
    root.append(frame);
  }

  /** The element in the page, for those who watch it to leave out. */
  get host(): Element {
    return this.#host;
  }

  /** Shows the chip, unless the reader has hidden it on this page. */
  show({ label, description, hide }: ChipTexts): void {
    if (this.#isHidden) return;
    this.#label.textContent = label;
    this.#open.setAttribute('aria-label', `${description} (${label})`);
    this.#hide.setAttribute('aria-label', hide);
    this.#hide.title = hide;
    const document = this.#host.ownerDocument;
    this.#host.dir = getComputedStyle(document.documentElement).direction;
    if (!this.#host.isConnected) document.documentElement.append(this.#host);
  }

  remove(): void {
    this.#host.remove();
  }
}
