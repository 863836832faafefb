import type { SpreadsheetPreview } from '@samblikk/contract/client';
import { useSheetText } from './texts.ts';

/** Where a row is: its number, and the sheet where several are read together. */
export function RowPlace({ of: { row, sheet } }: { of: Pick<SpreadsheetPreview['rows'][number], 'row' | 'sheet'> }) {
  const t = useSheetText();
  return (
    <span className="subtle small">{sheet === undefined ? t('row', { row }) : t('rowInSheet', { row, sheet })}</span>
  );
}
