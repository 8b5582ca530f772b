/** What the case file says of the statements of one page: asked of the background once each, and asked again where no answer came. */
import { asOf, sideOf } from '../../components/card-content.ts';
import type { askBackground } from '../../messaging/client.ts';
import type { PreciseDate } from '../../model/date.ts';
import type { OnRecord } from '../../model/on-record.ts';
import type { Statement } from '../../model/statement.ts';

export class CardRecords {
  readonly #ask: typeof askBackground;
  readonly #asked = new Map<string, Promise<OnRecord>>();

  constructor(ask: typeof askBackground) {
    this.#ask = ask;
  }

  /** The record on a statement of an article that was published then; undefined where the background does not answer. */
  async of(statement: Statement, caseId: string, published: PreciseDate | undefined): Promise<OnRecord | undefined> {
    const { disputeId, eventId } = statement;
    const question = defined({ disputeId, eventId, side: sideOf(statement), asOf: asOf(statement, published) });
    const key = JSON.stringify(question);
    const asked = this.#asked.get(key) ?? this.#ask('statement.record', { caseId, question });
    this.#asked.set(key, asked);
    try {
      return await asked;
    } catch {
      this.#asked.delete(key);
      return undefined;
    }
  }
}

function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
