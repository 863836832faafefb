import type { Text } from '@samblikk/questionnaire';
import { share } from '../share.ts';
import { type Grid, type GridColumn, inPercent, inWhole, number, plain } from './grid.ts';

/** An agency that a round asked. */
export interface AskedAgencyResponse {
  /** The code of its ministry that year. */
  readonly ministry: string;
  readonly answered: boolean;
  /** How many measures it reported. */
  readonly measures: number;
}

/** What came of asking agencies: asked and answered are never the same word. */
export interface Response {
  /** Agencies that were asked. */
  readonly asked: number;
  /** Of those, the ones that answered. */
  readonly answered: number;
  /** Of those that answered, the ones that reported no measure. */
  readonly nothing: number;
  readonly unanswered: number;
  /** Answered in per cent of asked; null when nobody was asked. */
  readonly rate: number | null;
}

/**
 * The response of agencies.
 *
 * Method: unit response rate, answered ÷ asked, of agencies and not of measures. One that answered that it had nothing to
 * report has answered.
 *
 * @example
 * responseOf([{ ministry: 'A', answered: true, measures: 2 }, { ministry: 'A', answered: true, measures: 0 }, { ministry: 'B', answered: false, measures: 0 }, { ministry: 'B', answered: true, measures: 1 }])
 * // → { asked: 4, answered: 3, nothing: 1, unanswered: 1, rate: 75 }
 */
export function responseOf(agencies: readonly AskedAgencyResponse[]): Response {
  const asked = agencies.length;
  const answered = agencies.filter((agency) => agency.answered).length;
  const nothing = agencies.filter((agency) => agency.answered && agency.measures === 0).length;
  return { asked, answered, nothing, unanswered: asked - answered, rate: share(answered, asked) };
}

const columns: readonly GridColumn[] = [
  { code: 'asked', label: { nb: 'Spurt', nn: 'Spurde', en: 'Asked' }, unit: 'agencies' },
  { code: 'answered', label: { nb: 'Har svart', nn: 'Har svara', en: 'Answered' }, unit: 'agencies' },
  {
    code: 'nothing',
    label: { nb: 'Av dem uten tiltak', nn: 'Av dei utan tiltak', en: 'Of these, no measures' },
    unit: 'agencies',
  },
  { code: 'unanswered', label: { nb: 'Uten svar', nn: 'Utan svar', en: 'No answer' }, unit: 'agencies' },
  { code: 'rate', label: { nb: 'Svarprosent', nn: 'Svarprosent', en: 'Response rate' }, unit: 'percent' },
];

const cellsOf = ({ asked, answered, nothing, unanswered, rate }: Response) =>
  [asked, answered, nothing, unanswered, rate].map((value) => number(value));

const rateText: Text = {
  nb: 'Svarprosenten er virksomheter som har svart, av virksomheter som er spurt. Den som har svart at den ikke har noe å rapportere, har svart.',
  nn: 'Svarprosenten er verksemder som har svara, av verksemder som er spurde. Den som har svara at ho ikkje har noko å rapportere, har svara.',
  en: 'The response rate is agencies that answered, of agencies that were asked. An agency that answered that it had nothing to report has answered.',
};

/** `67 av 73 spurte virksomheter har svart (92 %).` */
export function responseFinding({ asked, answered, rate }: Pick<Response, 'asked' | 'answered' | 'rate'>): Text {
  const [of, n, percent] = [inWhole(asked), inWhole(answered), inPercent(rate)];
  return {
    nb: `${n} av ${of} spurte virksomheter har svart (${percent.nb}).`,
    nn: `${n} av ${of} spurde verksemder har svara (${percent.nn}).`,
    en: `${n} of the ${of} agencies asked have answered (${percent.en}).`,
  };
}

/** The response by ministry, in the order given, with the whole round as its total. */
export function responseByMinistry(
  agencies: readonly AskedAgencyResponse[],
  ministries: readonly { readonly code: string; readonly label: Text }[],
): Grid {
  const all = responseOf(agencies);
  return {
    id: 'response',
    title: { nb: 'Svar per departement', nn: 'Svar per departement', en: 'Response by ministry' },
    finding: responseFinding(all),
    rowLabel: { nb: 'Departement', nn: 'Departement', en: 'Ministry' },
    columns,
    rows: ministries.map(({ code, label }) => ({
      code,
      label,
      cells: cellsOf(responseOf(agencies.filter(({ ministry }) => ministry === code))),
    })),
    total: { code: 'total', label: { nb: 'Alle', nn: 'Alle', en: 'All' }, cells: cellsOf(all) },
    notes: [rateText],
  };
}

/** The response of one round as it is told over the years; what is not known of a round is null. */
export interface RoundResponse {
  readonly year: number;
  readonly asked: number;
  readonly answered: number;
  readonly nothing: number | null;
  readonly measures: number | null;
  /** Where it is from, when it is not a release of ours. */
  readonly source?: Text;
}

/**
 * The response over the years, oldest first.
 * @example
 * responseOverYears([{ year: 2019, asked: 73, answered: 67, nothing: 0, measures: 432 }]).rows[0].cells[4].value.toFixed(1) // → '91.8'
 */
export function responseOverYears(rounds: readonly RoundResponse[]): Grid {
  const inOrder = rounds.toSorted((a, b) => a.year - b.year);
  const newest = inOrder.at(-1);
  const rate = ({ answered, asked }: RoundResponse) => share(answered, asked);
  const told = inOrder.map((one) => `${one.year}: ${inWhole(one.answered)}/${inWhole(one.asked)}`).join(', ');
  const finding = newest && responseFinding({ ...newest, rate: rate(newest) });
  return {
    id: 'response-years',
    title: { nb: 'Svar over årene', nn: 'Svar over åra', en: 'Response over the years' },
    finding: {
      nb: `${newest?.year ?? ''}: ${finding?.nb ?? ''} Har svart av spurte: ${told}.`,
      nn: `${newest?.year ?? ''}: ${finding?.nn ?? ''} Har svara av spurde: ${told}.`,
      en: `${newest?.year ?? ''}: ${finding?.en ?? ''} Answered of asked: ${told}.`,
    },
    rowLabel: { nb: 'År', nn: 'År', en: 'Year' },
    columns: [
      ...columns,
      { code: 'measures', label: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' }, unit: 'measures' },
    ],
    rows: inOrder.map((one) => ({
      code: String(one.year),
      label: plain(String(one.year)),
      cells: [one.asked, one.answered, one.nothing, one.asked - one.answered, rate(one), one.measures].map((value) =>
        number(value),
      ),
    })),
    notes: [
      rateText,
      ...inOrder.flatMap(({ year, source }): Text[] =>
        source
          ? [
              {
                nb: `${year} er kjent bare slik det ble publisert: ${source.nb}.`,
                nn: `${year} er kjent berre slik det vart publisert: ${source.nn}.`,
                en: `${year} is known only as it was published: ${source.en}.`,
              },
            ]
          : [],
      ),
    ],
  };
}
