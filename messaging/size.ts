/** How large a message is, before any guard walks through it: what is too large is not looked at further. */

/** Counted for a number, a truth value, an object, and each item of a list. */
const WORD = 8;

/** Whether a message is larger than `most`: UTF-16 code units of its texts and keys, and eight for everything else. Stops as soon as it is. */
export function isOversize(message: unknown, most: number): boolean {
  const waiting: unknown[] = [message];
  let size = 0;
  while (waiting.length > 0) {
    const each = waiting.pop();
    if (typeof each === 'string') size += each.length;
    else size += WORD;
    if (Array.isArray(each)) size += WORD * each.length;
    if (size > most) return true;
    if (Array.isArray(each)) for (const item of each) waiting.push(item);
    else if (typeof each === 'object' && each !== null) {
      for (const key in each) {
        size += key.length;
        if (size > most) return true;
        waiting.push((each as Record<string, unknown>)[key]);
      }
    }
  }
  return false;
}
