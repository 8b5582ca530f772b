/**
 * The card's life on the page: opened by the pointer or the keyboard, placed beside its words, filled from the article and the case
 * file, closed by Esc or when it is left. Lives in our shadow root's top layer, so that nothing of the page covers it.
 */
import { render } from 'preact';
import { Card } from '../../components/Card.tsx';
import { cardContent } from '../../components/card-content.ts';
import { TextsContext } from '../../components/text.tsx';
import type { BoundTexts, Texts } from '../../components/texts.ts';
import type { askBackground } from '../../messaging/client.ts';
import type { Change } from '../../model/correction.ts';
import type { OnRecord } from '../../model/on-record.ts';
import type { PageHost } from '../../reading/page-host.ts';
import type { Painter } from '../../reading/painter.ts';
import type { Point } from '../../reading/pointing.ts';
import { isInView, nearestInView, positionCard } from '../../reading/words-in-view.ts';
import { cardName } from './card-name.ts';
import { CardRecords } from './card-records.ts';
import type { PageSession } from './page-session.ts';

export interface CardViewParts {
  readonly host: PageHost;
  readonly painter: Painter;
  readonly session: PageSession;
  readonly texts: Texts;
  readonly bound: BoundTexts;
  /** "ltr" or "rtl": the direction of the extension's own words. */
  readonly direction: string;
  readonly ask: typeof askBackground;
  readonly openSidebar: (shown: { eventId: string }) => void;
}

interface Opened {
  readonly id: string;
  /** Where the pointer was; where the words begin for one opened by the keyboard. */
  readonly at: Point | undefined;
  record: OnRecord | undefined;
  isDrawn: boolean;
  isDismissed: boolean;
  problem: string;
}

/** So long, in ms, a card waits for what the case file knows, so that it need not grow while it is read. */
const RECORD_WAIT_MS = 250;

export class CardView {
  readonly #parts: CardViewParts;
  readonly #element: HTMLElement;
  readonly #window: Window;
  readonly #records: CardRecords;
  #opened: Opened | undefined;
  #returnFocusTo: Element | null = null;

  constructor(parts: CardViewParts, signal: AbortSignal) {
    this.#parts = parts;
    this.#records = new CardRecords(parts.ask);
    const document = parts.host.element.ownerDocument;
    this.#window = document.defaultView ?? window;
    this.#element = document.createElement('div');
    Object.assign(this.#element, { className: 'card', popover: 'manual', tabIndex: -1, dir: parts.direction });
    this.#element.setAttribute('role', 'dialog');
    // Keys that are typed into the card are no shortcuts of the page.
    for (const type of ['keydown', 'keypress', 'keyup']) this.#element.addEventListener(type, (event) => event.stopPropagation());
    this.#element.addEventListener('keydown', ({ key, target, altKey, ctrlKey, metaKey }) => {
      if (altKey || ctrlKey || metaKey || (target as Element).localName === 'select') return;
      if (key === 'n') this.step(1);
      if (key === 'p') this.step(-1);
    });
    this.#element.addEventListener('focusout', ({ relatedTarget }) => {
      // Neither a click within the card nor a window that is left behind takes the focus elsewhere in the page.
      if (relatedTarget === null || this.#element.contains(relatedTarget as Node) || !this.#element.isConnected) return;
      this.close();
    });
    parts.host.root.append(this.#element);
    const options = { signal, capture: true, passive: true } as const;
    this.#window.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close(), options);
    this.#window.addEventListener('scroll', () => this.#follow(), options);
    this.#window.addEventListener('resize', () => this.#follow(), options);
  }

  /** Opens the card of a statement at the pointer. The page keeps the focus. */
  open(id: string, at: Point): void {
    if (this.#opened?.id === id || this.#hasFocus) return;
    void this.#show(id, at);
  }

  /** Goes to the next or the one before of the marks that can be seen, and opens its card for the keyboard. False where there is none. */
  step(by: 1 | -1): boolean {
    const { painter, session, host, bound } = this.#parts;
    const ids = session.markedIds;
    const here = this.#opened
      ? ids.indexOf(this.#opened.id)
      : nearestInView(
          ids.map((each) => session.rangesOf(each)),
          by,
          this.#window,
        ) - by;
    const id = ids[(here + by + ids.length) % ids.length];
    if (id === undefined) return false;
    if (!this.#hasFocus) this.#returnFocusTo = this.#window.document.activeElement;
    painter.scrollTo(session.rangesOf(id), true);
    void this.#show(id, undefined).then(() => {
      if (this.#opened?.id !== id) return;
      this.#element.focus({ preventScroll: true });
      const content = this.#content();
      if (content) host.announce(`${cardName(content.statement, bound)}: ${content.words} ${bound.t('cardPlace', content.number, content.total)}`);
    });
    return true;
  }

  /** Closes the card unless the keyboard is in it. */
  leave(): void {
    if (!this.#hasFocus) this.close();
  }

  close(): void {
    if (!this.#opened) return;
    const hadFocus = this.#hasFocus;
    this.#opened = undefined;
    this.#parts.painter.activate(undefined);
    if (this.#element.isConnected && this.#element.matches(':popover-open')) this.#element.hidePopover();
    render(null, this.#element);
    if (hadFocus && this.#returnFocusTo?.isConnected) (this.#returnFocusTo as HTMLElement).focus({ preventScroll: true });
    this.#returnFocusTo = null;
  }

  /** The article's statements or their places have changed. */
  refresh(): void {
    if (!this.#opened) return;
    const isGone = !this.#parts.session.markedIds.includes(this.#opened.id);
    if (isGone && !this.#opened.isDismissed) {
      this.close();
      return;
    }
    if (!isGone) this.#opened.isDismissed = false;
    this.#parts.painter.activate(this.#opened.id);
    this.#draw();
  }

  get #hasFocus(): boolean {
    return this.#parts.host.root.activeElement !== null && this.#element.contains(this.#parts.host.root.activeElement);
  }

  async #show(id: string, at: Point | undefined): Promise<void> {
    const { painter, session, host } = this.#parts;
    const opened: Opened = { id, at, record: undefined, isDrawn: false, isDismissed: false, problem: '' };
    this.#opened = opened;
    host.attach();
    painter.activate(id);
    await Promise.race([this.#askRecord(opened), new Promise((resolve) => this.#window.setTimeout(resolve, RECORD_WAIT_MS))]);
    if (this.#opened !== opened || !this.#element.isConnected) return;
    this.#element.dataset['tone'] = painter.isOnDark(session.rangesOf(id)) ? 'dark' : 'light';
    if (!this.#element.matches(':popover-open')) this.#element.showPopover();
    opened.isDrawn = true;
    this.#draw();
  }

  async #askRecord(opened: Opened): Promise<void> {
    const { session } = this.#parts;
    const statement = session.statements.find(({ id }) => id === opened.id);
    if (!statement || session.caseId === undefined) return;
    opened.record = await this.#records.of(statement, session.caseId, session.published);
    if (opened.record && this.#opened === opened) this.#draw();
  }

  #content() {
    const { session } = this.#parts;
    const opened = this.#opened;
    if (!opened) return undefined;
    return cardContent({ id: opened.id, text: session.text, statements: session.statements, marked: session.markedIds, record: opened.record });
  }

  #draw(): void {
    const { bound, texts, session, painter, openSidebar } = this.#parts;
    const opened = this.#opened;
    if (!opened?.isDrawn) return;
    const content = this.#content();
    const view = content && !opened.isDismissed && (
      <Card
        key={opened.id}
        content={content}
        problem={opened.problem}
        onShow={(id) => painter.flash(session.rangesOf(id))}
        onEvent={(eventId) => openSidebar({ eventId })}
        onStep={(by) => this.step(by)}
        onClose={() => this.close()}
        onKind={(kind) => this.#correct({ type: 'kind', statementId: opened.id, kind })}
        onSpeaker={(speaker) => this.#correct({ type: 'speaker', statementId: opened.id, speaker })}
        onDismiss={() => this.#correct({ type: 'dismiss', statementId: opened.id })}
      />
    );
    const undone = (
      <p class="undone">
        {bound.t('cardDismissed')}
        <button type="button" class="plain" onClick={() => this.#undo()}>
          {bound.t('cardUndo')}
        </button>
      </p>
    );
    render(<TextsContext.Provider value={texts}>{view || undone}</TextsContext.Provider>, this.#element);
    this.#element.setAttribute('aria-label', content ? cardName(content.statement, bound) : bound.t('cardDismissed'));
    this.#place();
  }

  #correct(change: Change): void {
    const opened = this.#opened;
    if (!opened) return;
    opened.isDismissed = change.type === 'dismiss';
    this.#attempt(opened, (articleId) => this.#parts.ask('statement.correct', { articleId, change }));
  }

  #undo(): void {
    if (this.#opened) this.#attempt(this.#opened, (articleId) => this.#parts.ask('correction.turn', { articleId, to: 'undo' }));
  }

  /** The background tells every tab of what has changed, this one too: `refresh` draws it. */
  #attempt(opened: Opened, action: (articleId: string) => Promise<unknown>): void {
    const { articleId } = this.#parts.session;
    if (articleId === undefined) {
      opened.isDismissed = false;
      opened.problem = this.#parts.bound.t('notStored');
      this.#draw();
      return;
    }
    opened.problem = '';
    void action(articleId).catch((error: unknown) => {
      opened.isDismissed = false;
      opened.problem = error instanceof Error ? error.message : String(error);
      if (this.#opened === opened) this.#draw();
    });
  }

  #place(): void {
    const { session, direction } = this.#parts;
    if (this.#opened?.isDrawn) positionCard(this.#element, session.rangesOf(this.#opened.id), this.#opened.at, direction === 'rtl');
  }

  /** The words have moved: the card goes with them, and closes where they are out of view. */
  #follow(): void {
    if (!this.#opened || this.#opened.isDismissed) return;
    if (isInView(this.#parts.session.rangesOf(this.#opened.id), this.#window)) this.#place();
    else this.close();
  }
}
