import { showAmount } from '@samblikk/questionnaire';
import { formatNumber, formatPercent, type Language } from '@samblikk/text';
import type { Table } from '../table.ts';

/** A number as readers see it: counts whole, shares as whole per cent, amounts in words; where there is none, the sign that says why. */
export function writtenNumber(
  value: number | null,
  unit: Table['unit'],
  language: Language,
  sign: string | undefined,
): string {
  if (value === null) return sign ?? '–';
  return byUnit[unit](value, language);
}

const byUnit: Record<Table['unit'], (value: number, language: Language) => string> = {
  measures: formatNumber,
  percent: (value, language) => formatPercent(Math.round(value), language),
  kroner: (value, language) => showAmount(Math.round(value), language, 'words'),
};
