import { quantile } from '../quantile.ts';
import { type Grid, inWhole, number } from './grid.ts';

/** Minutes used, over agencies. Null where none is measured. */
export interface MinutesUsed {
  readonly agencies: number;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
  readonly total: number;
}

/**
 * How long agencies took to answer: median, quartiles and sum.
 *
 * Method: quantiles by linear interpolation (`quantile`). Agencies without a saving by a person (imported lists, own systems,
 * nothing to report) are not measured, and left out.
 *
 * @param minutes per agency
 * @example
 * minutesUsed([10, 20, 30, 40, 0]) // → { agencies: 4, lower: 17.5, median: 25, upper: 32.5, total: 100 }
 */
export function minutesUsed(minutes: readonly number[]): MinutesUsed {
  const measured = minutes.filter((one) => one > 0);
  return {
    agencies: measured.length,
    lower: quantile(measured, 0.25),
    median: quantile(measured, 0.5),
    upper: quantile(measured, 0.75),
    total: measured.reduce((sum, one) => sum + one, 0),
  };
}

/** The same as a table. */
export function minutesGrid(minutes: readonly number[]): Grid {
  const { agencies, lower, median, upper, total } = minutesUsed(minutes);
  const [n, middle] = [inWhole(agencies), median === null ? '–' : inWhole(Math.round(median))];
  const row = (code: string, nb: string, nn: string, en: string, value: number | null) => ({
    ...{ code, label: { nb, nn, en }, cells: [number(value)] },
  });
  return {
    id: 'minutes',
    title: { nb: 'Minutter brukt', nn: 'Minutt brukte', en: 'Minutes used' },
    finding: {
      nb: `Halvparten av de ${n} virksomhetene som er målt, brukte ${middle} minutter eller mindre.`,
      nn: `Halvparten av dei ${n} verksemdene som er målte, brukte ${middle} minutt eller mindre.`,
      en: `Half of the ${n} agencies measured used ${middle} minutes or less.`,
    },
    rowLabel: { nb: 'Per virksomhet', nn: 'Per verksemd', en: 'Per agency' },
    columns: [{ code: 'minutes', label: { nb: 'Minutter', nn: 'Minutt', en: 'Minutes' }, unit: 'minutes' }],
    rows: [
      row('lower', 'Nedre kvartil', 'Nedre kvartil', 'Lower quartile', lower),
      row('median', 'Median', 'Median', 'Median', median),
      row('upper', 'Øvre kvartil', 'Øvre kvartil', 'Upper quartile', upper),
      row('total', 'Alle virksomheter til sammen', 'Alle verksemder til saman', 'All agencies together', total),
    ],
    notes: [
      {
        nb: 'Målt av tidspunktene da folk lagret: pauser under fem minutter regnes som arbeid. Virksomheter der ingen har lagret i skjemaet, er ikke målt.',
        nn: 'Målt av tidspunkta då folk lagra: pausar under fem minutt blir rekna som arbeid. Verksemder der ingen har lagra i skjemaet, er ikkje målte.',
        en: 'Measured by the times people saved: pauses shorter than five minutes count as work. Agencies where nobody has saved in the form are not measured.',
      },
    ],
  };
}
