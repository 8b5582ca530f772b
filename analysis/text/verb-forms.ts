/**
 * Forms of English verbs. Knows nothing of what they mean.
 */

/** Irregular forms of verbs by which texts attribute, and their lemmas. */
export const IRREGULAR_FORMS: Readonly<Record<string, string>> = {
  begged: 'beg',
  broadcast: 'broadcast',
  felt: 'feel',
  forgot: 'forget',
  forgotten: 'forget',
  found: 'find',
  held: 'hold',
  hit: 'hit',
  knew: 'know',
  known: 'know',
  learnt: 'learn',
  led: 'lead',
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
  swore: 'swear',
  sworn: 'swear',
  thought: 'think',
  threw: 'throw',
  thrown: 'throw',
  told: 'tell',
  understood: 'understand',
  upheld: 'uphold',
  went: 'go',
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
