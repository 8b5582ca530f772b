/** The little of mark.js that the benchmark uses; the package brings no types. */
declare module 'mark.js' {
  export default class Mark {
    constructor(root: Element);
    mark(phrases: readonly string[], options: { separateWordSearch: boolean; acrossElements: boolean }): void;
    unmark(): void;
  }
}
