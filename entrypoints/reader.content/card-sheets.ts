/** The styles of what stands in our shadow root: the tokens and the kinds as the extension's pages have them, and the card's own. */
import card from '../../components/card.css?inline';
import kinds from '../../components/kinds.css?inline';
import { shadowTokens } from '../../components/shadow-tokens.ts';
import tokens from '../../components/tokens.css?inline';

/** The size of text, in px, that browsers give to "medium" unless the reader has chosen another. */
const USUAL_REM = 16;

export function cardSheets(rem = USUAL_REM): string[] {
  return [shadowTokens(tokens, rem), kinds, shadowTokens(card, rem)];
}
