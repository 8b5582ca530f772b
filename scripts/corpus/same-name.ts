/** Whether two names mean one speaker: "Reuters" and "the Reuters news agency" do. */
export function isSameName(a: string, b: string): boolean {
  const [one = '', other = ''] = [a, b].map((name) => name.toLowerCase().replace(/^the /, ''));
  return one.includes(other) || other.includes(one);
}
