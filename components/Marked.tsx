/** A text with the words that were searched for marked. */
export function Marked({ text, query }: { text: string; query: string }) {
  const words = query.match(/[\p{L}\p{N}]+/gu);
  if (!words) return <>{text}</>;
  const parts = text.split(new RegExp(`((?<![\\p{L}\\p{N}])(?:${words.join('|')})[\\p{L}\\p{N}]*)`, 'giu'));
  return <>{parts.map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))}</>;
}
