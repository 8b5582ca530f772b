/** How a card is called by those who do not see it. */
import { type BoundTexts, kindKey } from '../../components/texts.ts';
import type { Statement } from '../../model/statement.ts';

/** "Denial, NSO Group". */
export function cardName({ kind, speaker }: Statement, { t }: BoundTexts): string {
  return `${t(kindKey(kind))}, ${speaker.status === 'unresolved' ? t('speakerUnclear') : speaker.name}`;
}
