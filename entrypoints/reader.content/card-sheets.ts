/** The styles of what stands in our shadow root: the tokens and the kinds as the extension's pages have them, and the card's own. */
import card from '../../components/card.css?inline';
import kinds from '../../components/kinds.css?inline';
import { shadowTokens, TONE_ATTRIBUTE } from '../../components/shadow-tokens.ts';
import tokens from '../../components/tokens.css?inline';
import { type Looks, lookProperties } from '../../model/look.ts';

/** The size of text, in px, that browsers give to "medium" unless the reader has chosen another. */
const USUAL_REM = 16;

export function cardSheets(rem = USUAL_REM): string[] {
  return [shadowTokens(tokens, rem), kinds, shadowTokens(card, rem)];
}

/** The lines and colours that the reader has chosen, for both tones. */
export function lookSheet(looks: Looks): string {
  const rule = (selector: string, properties: Record<string, string>) =>
    `${selector}{${Object.entries(properties)
      .map(([name, value]) => `${name}:${value}`)
      .join(';')}}`;
  return [
    rule(
      `[${TONE_ATTRIBUTE}]`,
      lookProperties(looks, (light) => light),
    ),
    rule(
      `[${TONE_ATTRIBUTE}="dark"]`,
      lookProperties(looks, (_, dark) => dark),
    ),
  ].join('');
}
