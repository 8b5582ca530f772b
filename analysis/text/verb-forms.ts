/**
 * Forms of English verbs. Knows nothing of what they mean.
 */

/** Irregular forms of verbs by which texts attribute, and their lemmas. */
export const IRREGULAR_FORMS: Readonly<Record<string, string>> = {
  begged: 'beg',
  bit: 'bite',
  bitten: 'bite',
  broadcast: 'broadcast',
  came: 'come',
  cast: 'cast',
  dug: 'dig',
  felt: 'feel',
  forgot: 'forget',
  forgotten: 'forget',
  found: 'find',
  gave: 'give',
  given: 'give',
  had: 'have',
  has: 'have',
  held: 'hold',
  hit: 'hit',
  knew: 'know',
  known: 'know',
  laid: 'lay',
  learnt: 'learn',
  led: 'lead',
  made: 'make',
  overthrew: 'overthrow',
  overturn: 'overturn',
  overturned: 'overturn',
  put: 'put',
  quoted: 'quote',
  read: 'read',
  said: 'say',
  saw: 'see',
  seen: 'see',
  shot: 'shoot',
  shown: 'show',
  sought: 'seek',
  spoke: 'speak',
  spoken: 'speak',
  stood: 'stand',
  struck: 'strike',
  stuck: 'stick',
  swept: 'sweep',
  swore: 'swear',
  sworn: 'swear',
  taken: 'take',
  thought: 'think',
  threw: 'throw',
  thrown: 'throw',
  told: 'tell',
  took: 'take',
  understood: 'understand',
  upheld: 'uphold',
  went: 'go',
  wore: 'wear',
  written: 'write',
  wrote: 'write',
};

/** The lemma and its regular forms: -s, -ed, -ing. Some that do not exist are made too; no text has them. */
export function regularForms(lemma: string): string[] {
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(lemma) ? lemma + lemma.slice(-1) : stem;
  const ending = /[^aeiou]y$/.test(lemma)
    ? [`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`]
    : [/(?:s|x|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`];
  return [lemma, ...ending, `${stem}ed`, `${stem}ing`, `${doubled}ed`, `${doubled}ing`];
}

/** All forms of the lemma, regular and irregular. */
export function formsOf(lemma: string): string[] {
  return [
    ...regularForms(lemma),
    ...Object.entries(IRREGULAR_FORMS)
      .filter(([, of]) => of === lemma)
      .map(([form]) => form),
  ];
}
