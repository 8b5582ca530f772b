import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Dock } from '../../reading/dock.ts';
import { PageHost } from '../../reading/page-host.ts';

let host: PageHost;
let dock: Dock;
let changes: boolean[];
beforeEach(() => {
  changes = [];
  // The window of the tests is as narrow as a telephone.
  vi.spyOn(window, 'innerWidth', 'get').mockReturnValue(1_280);
  host = new PageHost(document);
  dock = new Dock(host, { close: 'Close', resize: 'Width' }, (isOpen) => changes.push(isOpen));
  host.attach();
});
afterEach(() => {
  host.detach();
  vi.restoreAllMocks();
});

const find = (selector: string) => host.root.querySelector<HTMLElement>(selector);
const press = (selector: string, key: string) => find(selector)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const width = () => Number.parseInt(find('.dock')?.style.inlineSize ?? '', 10);

describe('the docked panel', () => {
  test('opens once, takes no room of the page, and goes with its frame', () => {
    const { scrollWidth } = document.documentElement;
    dock.open('about:blank#a');
    dock.open('about:blank#b');
    expect(host.root.querySelectorAll('iframe').length).toBe(1);
    expect(document.documentElement.scrollWidth).toBe(scrollWidth);
    // What a page can see of frames.
    expect([...document.querySelectorAll('iframe')]).toEqual([]);
    find('.dock-close')?.click();
    expect([dock.isOpen, find('iframe'), changes]).toEqual([false, null, [true, false]]);
    dock.close();
    expect(changes.length).toBe(2);
  });

  test('closes with Esc', () => {
    dock.open('about:blank');
    press('.dock-close', 'Escape');
    expect(dock.isOpen).toBe(false);
  });

  test.each([
    ['ltr', 'ArrowLeft', 'ArrowRight'],
    ['rtl', 'ArrowRight', 'ArrowLeft'],
  ])('%s: its edge goes the way of the arrow, no further than it may, and tells where it is', (dir, wider, narrower) => {
    host.element.dir = dir;
    dock.open('about:blank');
    const usual = width();
    press('.dock-edge', narrower);
    expect(width()).toBeLessThan(usual);
    press('.dock-edge', wider);
    expect(width()).toBe(usual);
    for (let times = 0; times < 20; times++) press('.dock-edge', narrower);
    expect(width()).toBe(280);
    expect(find('.dock-edge')?.getAttribute('aria-valuenow')).toBe('280');
    for (let times = 0; times < 200; times++) press('.dock-edge', wider);
    expect(width()).toBe(1_280 - 160);
    // Its width is kept for the next time.
    const last = width();
    dock.close();
    dock.open('about:blank');
    expect(width()).toBe(last);
  });
});
