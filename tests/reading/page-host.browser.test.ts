import { afterEach, describe, expect, test } from 'vitest';
import { PageHost } from '../../reading/page-host.ts';

let host: PageHost;
afterEach(() => host.detach());

describe('our one element', () => {
  test('stands beside the body, in a closed root, and takes no room', () => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    host = new PageHost(document);
    host.attach();
    expect(host.element.parentElement).toBe(document.documentElement);
    expect(host.element.shadowRoot).toBeNull();
    expect([document.documentElement.scrollHeight, document.documentElement.scrollWidth]).toEqual([scrollHeight, scrollWidth]);
  });

  test('is put back three times, then the page has its way', () => {
    host = new PageHost(document);
    host.attach();
    for (let times = 1; times <= 3; times++) {
      host.element.remove();
      host.restore();
      expect(host.element.isConnected).toBe(true);
      expect(host.isEvicted).toBe(false);
    }
    host.element.remove();
    host.restore();
    host.attach();
    expect(host.element.isConnected).toBe(false);
    expect(host.isEvicted).toBe(true);
  });

  test('is not put back where nobody wants it', () => {
    host = new PageHost(document);
    host.attach();
    host.detach();
    host.restore();
    expect(host.element.isConnected).toBe(false);
    expect(host.isEvicted).toBe(false);
  });

  test('holds its place against the page’s own rules', () => {
    const hostile = new CSSStyleSheet();
    hostile.replaceSync('* { display: none; position: static; transform: rotate(3deg) } allegedly-chip { opacity: 0 }');
    document.adoptedStyleSheets.push(hostile);
    try {
      host = new PageHost(document);
      host.attach();
      const { display, position, opacity, transform } = getComputedStyle(host.element);
      expect({ display, position, opacity, transform }).toEqual({ display: 'block', position: 'fixed', opacity: '1', transform: 'none' });
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });
});
