/**
 * Words that say "there is a lawsuit", whichever one. Job: to tell two names that stand together in a suit from two names
 * that merely stand together. Knows no case. English first; the few of other languages let their headlines pass.
 */

const ENGLISH =
  'sue sues sued suing suit suits lawsuit lawsuits litigation court courts judge judges jury jurors justices tribunal trial verdict complaint plaintiff plaintiffs ' +
  'defendant defendants injunction damages liable liability appeal appeals appealed ruling ruled rules ordered orders bars barred filing filings deposition depositions ' +
  'testified testimony counterclaim motion discovery subpoena docket v vs versus case hearing certiorari immunity jurisdiction unsealed amicus lawyer lawyers attorney attorneys';
const OTHERS =
  'demanda demandó demandado tribunal juez jueza jurado corte corte recurso sentencia procès plainte tribunal juge justice jugement cour amende ' +
  'klage klagt verklagt gericht richter richterin richterspruch urteil jury causa tribunale giudice giuria sentenza corte processo juiz júri ação rechtbank rechter rechtszaak';

/** Each word once, in lower case. */
export const SUIT_WORDS: readonly string[] = [...new Set(`${ENGLISH} ${OTHERS}`.split(' '))];
