import type { Edition, KindName, Question } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import { plain } from './match-text.ts';

/**
 * Words in a heading that say that a column holds something else than what is asked for, plain. A word of five letters or
 * more counts within a longer one too: `budsjettavvik`, `nettogevinst`.
 */
interface Foreign {
  readonly words: readonly string[];
  /** For questions of these kinds; all of them unless told. */
  readonly kinds?: readonly KindName[];
}

const split = (words: string): readonly string[] => words.split(/\s+/);

const foreign: readonly Foreign[] = [
  // Another time than this round's.
  {
    words: split(
      'neste kommende komande forrige forre fjor ifjor fjoraret fjorarets next coming previous last opprinnelig opprinneleg opphavleg original',
    ),
  },
  // Who keeps the list, and when.
  {
    words: split(
      'endret endra opprettet oppretta registrert oppdatert oppdatera modified created updated changed forfatter author',
    ),
  },
  {
    kinds: ['amount'],
    words:
      split(`avvik hittil palopt palopne forbruk forbrukt brukt brukte regnskap rekneskap fakturert utbetalt rest restbelop gjenstar
      gjenstaende attstaande gevinst gevinster nytte besparelse besparing innsparing inntekt inntekter inntening tilskudd
      tilskot medfinansiering timepris timer arsverk manedsverk prosent andel endring differanse diff arlig arlege arleg
      driftskostnad driftskostnader drift forvaltning vedlikehald vedlikehold lisens variance deviation spent actual actuals
      benefit benefits saving savings remaining revenue change annual yearly`),
  },
  // Who, and not what.
  {
    kinds: ['text', 'longText'],
    words:
      split(`stilling eier eigar prosjekteier tiltakseier systemeier leder leiar prosjektleder prosjektleiar ansvarlig ansvarleg
      avdeling enhet eining seksjon leverandor owner manager responsible department unit supplier vendor`),
  },
];

const within = 5;

/** Whether a heading says that its column is about something else than this question. */
export function aboutSomethingElse(edition: Edition, question: Question, heading: string): boolean {
  const said = plain(heading);
  if (said === '') return false;
  const own = new Set(namesOf(question).flatMap((name) => plain(name).split(' ')));
  const words = said.split(' ').filter((word) => !own.has(word));
  // A number that changes from year to year, and what is asked anew every year, are of the year that is named.
  const yearly = kindOf(question).unit !== undefined || question.askAnew === true;
  const years = said.match(/\b20\d{2}\b/g) ?? [];
  if (yearly && years.some((year) => Number(year) !== edition.year)) return true;
  return foreign
    .filter(({ kinds }) => kinds === undefined || kinds.includes(question.kind))
    .some(({ words: list }) =>
      list.some((one) => words.some((word) => word === one || (one.length >= within && word.includes(one)))),
    );
}

/** What a question is called: its label and name in every language, and what lists call it. */
export function namesOf(question: Question): readonly string[] {
  return [...Object.values(question.label), ...Object.values(question.name ?? {}), ...(question.headings ?? [])];
}
