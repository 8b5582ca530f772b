/** Something that is opened to be seen, and built only then: most of it never is, and would be most of the page. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface LazyDetailsProps {
  readonly summary: ComponentChildren;
  readonly class?: string;
  readonly children: () => ComponentChildren;
}

export function LazyDetails({ summary, class: name, children }: LazyDetailsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class={name} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  );
}
