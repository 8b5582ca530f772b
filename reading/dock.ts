/**
 * The panel docked at the side of a page, where a browser opens no sidebar for a click on one. A frame in our closed shadow root: it lies
 * over the page and moves nothing of it, and the page can neither reach into it nor learn its address.
 */
import type { PageHost } from './page-host.ts';

export interface DockTexts {
  readonly close: string;
  readonly resize: string;
}

/** In CSS px. */
const WIDTH = { usual: 380, least: 280, step: 24 } as const;
/** This much of the page stays in sight. */
const LEFT_OF_PAGE = 160;

export class Dock {
  readonly #host: PageHost;
  readonly #box: HTMLElement;
  readonly #edge: HTMLElement;
  readonly #onChange: (isOpen: boolean) => void;
  #width: number = WIDTH.usual;

  constructor(host: PageHost, { close, resize }: DockTexts, onChange: (isOpen: boolean) => void) {
    this.#host = host;
    this.#onChange = onChange;
    const document = host.element.ownerDocument;
    this.#box = document.createElement('div');
    this.#box.className = 'dock';
    this.#edge = document.createElement('div');
    this.#edge.className = 'dock-edge';
    this.#edge.tabIndex = 0;
    for (const [name, value] of Object.entries({ role: 'separator', 'aria-orientation': 'vertical', 'aria-label': resize }))
      this.#edge.setAttribute(name, value);
    const button = document.createElement('button');
    button.className = 'dock-close';
    button.textContent = '×';
    button.title = close;
    button.setAttribute('aria-label', close);
    button.addEventListener('click', () => this.close());
    this.#box.append(this.#edge, button);
    this.#box.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    this.#watchEdge();
  }

  get isOpen(): boolean {
    return this.#box.isConnected;
  }

  /** Opens the panel at an address of the extension's; does nothing where it is open. */
  open(address: string): void {
    if (this.isOpen) return;
    const frame = this.#host.element.ownerDocument.createElement('iframe');
    frame.title = 'Allegedly';
    frame.src = address;
    this.#box.append(frame);
    // As the panel in the frame has it, which asks the reader's system.
    const isDark = this.#host.element.ownerDocument.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches;
    this.#box.dataset['tone'] = isDark ? 'dark' : 'light';
    this.#resize(this.#width);
    this.#host.root.append(this.#box);
    this.#onChange(true);
  }

  /** Takes it away; what it showed is in the store. */
  close(): void {
    if (!this.isOpen) return;
    this.#box.querySelector('iframe')?.remove();
    this.#box.remove();
    this.#onChange(false);
  }

  #resize(width: number): void {
    const most = Math.max(WIDTH.least, (this.#host.element.ownerDocument.defaultView?.innerWidth ?? 0) - LEFT_OF_PAGE);
    this.#width = Math.round(Math.min(Math.max(width, WIDTH.least), most));
    this.#box.style.inlineSize = `${this.#width}px`;
    for (const [name, value] of Object.entries({ valuemin: WIDTH.least, valuemax: most, valuenow: this.#width }))
      this.#edge.setAttribute(`aria-${name}`, String(value));
  }

  #watchEdge(): void {
    // Where the page is written from right to left, the panel stands at its left.
    const wider = () => (this.#host.element.dir === 'rtl' ? 1 : -1);
    let from: { x: number; width: number } | undefined;
    this.#edge.addEventListener('pointerdown', ({ pointerId, clientX }) => {
      from = { x: clientX, width: this.#width };
      // Without it the frame would take the pointer away.
      this.#edge.setPointerCapture(pointerId);
    });
    this.#edge.addEventListener('pointermove', ({ clientX }) => from && this.#resize(from.width + wider() * (clientX - from.x)));
    const stop = () => {
      from = undefined;
    };
    this.#edge.addEventListener('pointerup', stop);
    this.#edge.addEventListener('pointercancel', stop);
    this.#edge.addEventListener('keydown', (event) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      this.#resize(this.#width + wider() * by * WIDTH.step);
    });
  }
}
