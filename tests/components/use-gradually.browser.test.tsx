/** Long lists are rendered step by step, and at once where somebody asks for something further down. */
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { useGradually } from '../../components/use-gradually.ts';

const TOTAL = 500;
let root: HTMLElement;
afterEach(() => {
  render(null, root);
  root.remove();
});

function start() {
  const list = { many: [] as number[], all: () => undefined as unknown };
  function List() {
    const { many, all } = useGradually(TOTAL, 10, 12);
    list.many.push(many);
    list.all = all;
    return <p>{many}</p>;
  }
  root = document.body.appendChild(document.createElement('div'));
  render(<List />, root);
  return list;
}

it('more is rendered, step by step, until all is', async () => {
  const { many } = start();
  expect(many).toEqual([10]);
  await vi.waitFor(() => expect(many.at(-1)).toBeGreaterThanOrEqual(TOTAL), { timeout: 20_000 });
  expect(many).toEqual([...many].sort((a, b) => a - b));
});

it('what was asked for at once is not taken back by a step that was under way', async () => {
  const list = start();
  await vi.waitFor(() => expect(list.many.length).toBeGreaterThan(1), { timeout: 20_000, interval: 1 });
  list.all();
  await Promise.resolve();
  // The step's time comes while what was asked for is still being laid out, as on a slow machine.
  const until = performance.now() + 60;
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(list.many.slice(list.many.indexOf(Number.POSITIVE_INFINITY))).toEqual([Number.POSITIVE_INFINITY]);
});
