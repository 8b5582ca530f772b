/**
 * Tells changes of a page that may concern its article from those that do not (advertisements, clocks, our own element), without
 * reading it anew. In doubt a change matters.
 */

/** Records looked at in one go; more than this is a page being rebuilt. */
const MOST_RECORDS = 200;
/** Text that appears outside the article matters from this length on, in UTF-16 code units: a paragraph, not a label. */
const PARAGRAPH = 200;

/** Whether any of the changes may concern the article that stands in `root` (undefined: no article is known yet). */
export function mattersToArticle(records: readonly MutationRecord[], root: Node | undefined, own: Element): boolean {
  return records.length > MOST_RECORDS || records.some((record) => matters(record, root, own));
}

function matters({ type, target, addedNodes, removedNodes }: MutationRecord, root: Node | undefined, own: Element): boolean {
  if (type === 'characterData') return !root?.isConnected || root.contains(target);
  const nodes = [...addedNodes, ...removedNodes].filter((node) => node !== own);
  // The page may have thrown us out.
  if (nodes.length === 0) return [...removedNodes].includes(own);
  if (!root?.isConnected) return nodes.some((node) => lengthOf(node) > 0);
  if (root.contains(target)) return nodes.some((node) => lengthOf(node) > 0);
  return nodes.some((node) => lengthOf(node) >= PARAGRAPH || node.contains(root));
}

function lengthOf(node: Node): number {
  if (/^(?:SCRIPT|STYLE|LINK|IFRAME|NOSCRIPT|TEMPLATE)$/.test(node.nodeName)) return 0;
  return (node.nodeType === 1 || node.nodeType === 3) && node.textContent ? node.textContent.trim().length : 0;
}
