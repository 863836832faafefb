import { share } from '../share.ts';
import { type Grid, inPercent, inWhole, number, plain } from './grid.ts';

/** How many agencies had answered at the end of a day, counted from the deadline: −1 the day before it, 1 the day after. */
export interface AnsweredDay {
  readonly day: number;
  /** Those that sent in for the first time that day. */
  readonly first: number;
  /** All that had sent in by then. */
  readonly by: number;
}

/**
 * How a round's answers came in: the days on which some agency sent in for the first time, and the day of the deadline.
 * @param days the day of each agency's first submission, relative to the deadline
 * @example
 * answeredByDay([-3, -3, 2]) // → [{ day: -3, first: 2, by: 2 }, { day: 0, first: 0, by: 2 }, { day: 2, first: 1, by: 3 }]
 */
export function answeredByDay(days: readonly number[]): AnsweredDay[] {
  const each = [...new Set([...days, 0])].sort((a, b) => a - b);
  return each.map((day) => ({
    day,
    first: days.filter((one) => one === day).length,
    by: days.filter((one) => one <= day).length,
  }));
}

/** The same as a table, with the response rate at the end of each day. @param asked agencies that the round asks */
export function answeredByDayGrid(days: readonly number[], asked: number): Grid {
  const each = answeredByDay(days);
  const inTime = days.filter((day) => day <= 0).length;
  const [n, of, late, percent] = [
    inWhole(inTime),
    inWhole(asked),
    inWhole(days.length - inTime),
    inPercent(share(inTime, asked)),
  ];
  return {
    id: 'by-day',
    title: { nb: 'Svar dag for dag', nn: 'Svar dag for dag', en: 'Answers day by day' },
    finding: {
      nb: `Ved utgangen av fristens dag hadde ${n} av ${of} spurte virksomheter svart (${percent.nb}); ${late} svarte senere.`,
      nn: `Då dagen med fristen var over, hadde ${n} av ${of} spurde verksemder svara (${percent.nn}); ${late} svara seinare.`,
      en: `At the end of the day of the deadline, ${n} of the ${of} agencies asked had answered (${percent.en}); ${late} answered later.`,
    },
    rowLabel: { nb: 'Dager fra fristen', nn: 'Dagar frå fristen', en: 'Days from the deadline' },
    columns: [
      {
        code: 'first',
        label: { nb: 'Svarte den dagen', nn: 'Svara den dagen', en: 'Answered that day' },
        unit: 'agencies',
      },
      { code: 'by', label: { nb: 'Hadde svart', nn: 'Hadde svara', en: 'Had answered' }, unit: 'agencies' },
      { code: 'rate', label: { nb: 'Svarprosent', nn: 'Svarprosent', en: 'Response rate' }, unit: 'percent' },
    ],
    rows: each.map(({ day, first, by }) => ({
      code: String(day),
      label: plain(day > 0 ? `+${day}` : String(day)),
      cells: [number(first), number(by), number(share(by, asked))],
    })),
    notes: [
      {
        nb: 'Dagen er den da virksomheten sendte inn første gang, etter norsk tid.',
        nn: 'Dagen er den då verksemda sende inn første gong, etter norsk tid.',
        en: 'The day is that of the agency’s first submission, by Norwegian time.',
      },
    ],
  };
}
