/** The words of the interface, handed down to every component. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type BoundTexts, bindTexts, type Texts } from './texts.ts';

export const TextsContext = createContext<Texts>({ lookup: (key) => key, locale: 'en' });

export function useTexts(): BoundTexts {
  return bindTexts(useContext(TextsContext));
}
