/**
 * What the network has made of each token of an article besides its tag: a few numbers, none below zero, by which kinds are judged.
 */

/** The integer that stands for one: traits are kept small, so that an article of a megabyte has room. */
const ONE = 1_024;
const LARGEST = 65_535;

export class Traits {
  /** Numbers a token. */
  readonly count: number;
  readonly #values: Uint16Array;
  /** 1 for each token that the network was shown. */
  readonly #seen: Uint8Array;

  constructor(tokens: number, count: number) {
    this.count = count;
    this.#values = new Uint16Array(tokens * count);
    this.#seen = new Uint8Array(tokens);
  }

  /** Keeps the traits of a token: those in `from` at `at` and behind. */
  keep(token: number, from: Float32Array, at: number): void {
    this.#seen[token] = 1;
    for (let trait = 0; trait < this.count; trait++)
      this.#values[token * this.count + trait] = Math.min(LARGEST, Math.round((from[at + trait] as number) * ONE));
  }

  /** The mean of the traits `first` to `after` over the tokens that the network was shown, then the largest of each; zeros for no tokens. */
  pooled(tokens: readonly number[], first: number, after: number): Float64Array {
    const size = after - first;
    const [means, most] = [new Float64Array(size), new Float64Array(size)];
    const seen = tokens.filter((token) => this.#seen[token] === 1);
    for (const token of seen)
      for (let trait = 0; trait < size; trait++) {
        const value = (this.#values[token * this.count + first + trait] as number) / ONE;
        means[trait] = (means[trait] as number) + value / seen.length;
        most[trait] = Math.max(most[trait] as number, value);
      }
    return Float64Array.of(...means, ...most);
  }
}
