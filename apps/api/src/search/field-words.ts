import { keyOf } from './norwegian.ts';

/** What any digitalisation measure may call itself, whatever it is about; what any agency does, and for whom. */
const words = new Set(
  (
    'system systemer systemløsning løsning fellesløsning teknisk teknologi tjeneste plattform portal verktøy modul komponent applikasjon app prosjekt program tiltak pilot ' +
    'digital digitalisering digitalt elektronisk automatisk automatisert automatisering maskinlæring robotisering ikt utskifting utskiftning bytte oppgradering ' +
    'modernisering fornyelse fornying forbedring videreutvikling utvikling etablering innføring anskaffelse ny nytt nye felles datadeling deling datakatalog effektivisering ' +
    'saksbehandling rapportering veiledning innsyn tilsyn dialog innbyggere brukere næringslivet kommunene ansatte virksomheter'
  )
    .split(' ')
    .map(keyOf),
);

/**
 * Whether a word, by what its forms have in common, is one of the field itself: it tells nothing of what a measure is about, however few of a round say it.
 *
 * @example
 * isFieldWord(keyOf('løsningen')) // → true
 */
export const isFieldWord = (key: string): boolean => words.has(key);
