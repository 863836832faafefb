import { showAmount } from '@samblikk/questionnaire';
import { formatNumber, formatPercent, type Language } from '../i18n/index.ts';
import type { Cell, Unit } from './dataset.ts';

/** A number as the page shows it: counts whole, shares as whole per cent, amounts in words. `:` is withheld, `–` has no base. */
export function showValue(cell: Pick<Cell, 'value' | 'withheld'>, unit: Unit, language: Language): string {
  if (cell.value === null) return cell.withheld ? ':' : '–';
  switch (unit) {
    case 'measures':
      return formatNumber(cell.value, language);
    case 'percent':
      return formatPercent(Math.round(cell.value), language);
    case 'kroner':
      return showAmount(Math.round(cell.value), language, 'words');
  }
}
