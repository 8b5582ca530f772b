/**
 * The chip: one small button in a corner of the page that says what was found and opens the sidebar.
 */
import type { PageHost } from './page-host.ts';

export interface ChipTexts {
  /** What was found: "5 claims · 3 denials". */
  readonly label: string;
  /** What the button does, for those who do not see it. */
  readonly description: string;
  readonly hide: string;
}

export class Chip {
  readonly #frame: HTMLElement;
  readonly #label: HTMLSpanElement;
  readonly #open: HTMLButtonElement;
  readonly #hide: HTMLButtonElement;
  #isHidden = false;
  #isAside = false;

  /** `onOpen` is called in the very turn of a click that the reader made, never for one that a page's script makes. */
  constructor(host: PageHost, onOpen: () => void) {
    const document = host.element.ownerDocument;
    this.#frame = document.createElement('div');
    this.#frame.className = 'chip';
    this.#frame.hidden = true;
    this.#open = document.createElement('button');
    this.#label = document.createElement('span');
    // The words are the extension's, whichever way the page runs.
    this.#label.dir = 'auto';
    this.#open.append(document.createElement('i'), this.#label);
    this.#open.addEventListener('click', ({ isTrusted }) => {
      if (isTrusted) onOpen();
    });
    this.#hide = document.createElement('button');
    this.#hide.textContent = '×';
    this.#hide.addEventListener('click', () => {
      this.#isHidden = true;
      this.hide();
    });
    this.#frame.append(this.#open, this.#hide);
    host.root.append(this.#frame);
  }

  /** Shows the chip, unless the reader has hidden it on this page. */
  show({ label, description, hide }: ChipTexts, tone: 'light' | 'dark'): void {
    this.#frame.dataset['tone'] = tone;
    this.#label.textContent = label;
    this.#open.setAttribute('aria-label', `${description} (${label})`);
    this.#hide.setAttribute('aria-label', hide);
    this.#hide.title = hide;
    this.#frame.hidden = this.#isHidden || this.#isAside;
  }

  hide(): void {
    this.#frame.hidden = true;
  }

  /** Makes room for the panel where it docks in the page, and comes back. */
  stepAside(isAside: boolean): void {
    this.#isAside = isAside;
    this.#frame.hidden = isAside || this.#isHidden;
  }
}
