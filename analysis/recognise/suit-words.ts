/**
 * Words that say "there is a lawsuit", whichever one. Job: to tell two names that stand together in a suit from two names
 * that merely stand together. Knows no case. English first; the few of other languages let their headlines pass.
 */

const ENGLISH =
  'suits litigation court courts judge judges jury jurors justices tribunal trial verdict complaint plaintiff plaintiffs ' +
  'defendant defendants injunction damages liable liability appeal appeals appealed ruling ruled rules ordered orders bars barred filing filings deposition depositions ' +
  'testified testimony counterclaim motion discovery subpoena docket case hearing certiorari immunity jurisdiction unsealed amicus lawyer lawyers attorney attorneys';
const OTHERS =
  'tribunal juez jueza jurado corte recurso sentencia tribunal juge justice jugement cour amende ' +
  'gericht richter richterin richterspruch urteil jury causa tribunale giudice giuria sentenza corte processo juiz júri rechtbank rechter';

const SUING =
  'sue sues sued suing suit lawsuit lawsuits v vs versus demanda demandó demandado procès plainte klage klagt verklagt verklagte ' +
  'querela ação processa rechtszaak';

/** Words for the act of suing itself; in lower case. */
export const SUING_WORDS: readonly string[] = SUING.split(' ');
/** All words of litigation, those of suing among them; each once, in lower case. */
export const SUIT_WORDS: readonly string[] = [...new Set(`${SUING} ${ENGLISH} ${OTHERS}`.split(' '))];
/** An anchor with one of these words says that somebody sued, and not which suit it is. */
export const SAYS_SUING: ReadonlySet<string> = new Set('sue sues sued suing suit lawsuit lawsuits case litigation'.split(' '));
