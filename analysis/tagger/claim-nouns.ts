/** Nouns for what one side says of the other and the other may deny, as alternatives for a pattern; lower case. */
export const CLAIM_NOUNS = 'accusations?|allegations?|arguments?|assertions?|charges?|claims?|complaints?|contentions?|suggestions?';
