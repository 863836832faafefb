import { showAmount } from '@samblikk/questionnaire';
import { formatNumber, formatPercent, type Language, useLanguage } from '../i18n/index.ts';
import { useReleaseText } from './texts.ts';

export type Unit = 'measures' | 'percent' | 'kroner';

export interface ComparedRow {
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Numbers of two releases beside each other, with the difference. */
export function Numbers({
  caption,
  names,
  unit,
  rows,
}: {
  caption: string;
  names: { readonly before: string; readonly after: string };
  unit: Unit;
  rows: readonly ComparedRow[];
}) {
  const s = useReleaseText();
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region
    <section className="table-box" aria-label={caption} tabIndex={0}>
      <table className="ds-table compared" data-color="neutral">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{s('compare.what')}</th>
            <th scope="col" className="number">
              {names.before}
            </th>
            <th scope="col" className="number">
              {names.after}
            </th>
            <th scope="col" className="number">
              {s('compare.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, before, after }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="number">{shown(before, unit, language)}</td>
              <td className="number">{shown(after, unit, language)}</td>
              <td className="number">
                {before === null || after === null ? '–' : signed(after - before, unit, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function shown(value: number | null, unit: Unit, language: Language): string {
  if (value === null) return '–';
  const texts: Readonly<Record<Unit, () => string>> = {
    measures: () => formatNumber(value, language),
    percent: () => formatPercent(value, language),
    kroner: () => showAmount(Math.round(value), language, 'words'),
  };
  return texts[unit]();
}

/** A difference with its sign; of per cents it is in percentage points, which the table is about as it is. */
const signed = (value: number, unit: Unit, language: Language): string =>
  value === 0 ? '0' : `${value > 0 ? '+' : '−'}${shown(Math.abs(value), unit, language)}`;
