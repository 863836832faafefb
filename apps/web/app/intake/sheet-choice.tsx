import type { SpreadsheetUpload } from '@samblikk/contract/client';
import { Labelled } from '../ui/index.ts';
import { useSheetText } from './texts.ts';
import { allSheets, type ListPlace } from './use-spreadsheet.ts';

interface Props {
  upload: SpreadsheetUpload;
  onPlace: (place: ListPlace) => void;
}

/** Which sheets of a workbook are read, and where the headings are. */
export function SheetChoice({ upload, onPlace }: Props) {
  return (
    <>
      {upload.sheets.length > 1 && <Sheets upload={upload} onPlace={onPlace} />}
      <Headings upload={upload} onPlace={onPlace} />
    </>
  );
}

function Sheets({ upload: { sheets, sheet, together, alike }, onPlace }: Props) {
  const t = useSheetText();
  const offered = alike.length > 0;
  return (
    <Labelled id="sheet" label={t('sheet')} className="sheet-choice">
      {offered && (
        <p data-field="description" id="alike">
          {t('alike', {
            count: alike.length,
            sheets: alike.map(({ name, rows }) => t('sheetRows', { name, rows })).join(', '),
          })}
        </p>
      )}
      <select
        className="ds-input"
        id="sheet"
        value={together ? allSheets : sheet}
        aria-describedby={offered ? 'alike' : undefined}
        onChange={({ target: { value } }) =>
          onPlace(value === allSheets ? { together: true } : { sheet: Number(value) })
        }
      >
        {offered && <option value={allSheets}>{t('allSheets', { count: alike.length })}</option>}
        {sheets.map(({ name, hidden }, at) => (
          <option key={name} value={at}>
            {hidden ? t('hiddenSheet', { name }) : offered ? t('onlySheet', { name }) : name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Headings({ upload, onPlace }: Props) {
  const t = useSheetText();
  const { sheet, together, headingRow, headingRows, above } = upload;
  const lines = above.length > 0 && (
    <p className="subtle small" id="above">
      {t('above', { text: above.map(({ text }) => text).join(' / ') })}
    </p>
  );
  // Of several sheets each has its own.
  if (together) return lines;
  return (
    <Labelled id="heading-row" label={t('headingRow')} className="sheet-choice">
      <select
        className="ds-input"
        id="heading-row"
        value={headingRow}
        aria-describedby={lines ? 'above' : undefined}
        onChange={(event) => onPlace({ sheet, headingRow: Number(event.target.value) })}
      >
        {headingRows.map(({ row, text }) => (
          <option key={row} value={row}>
            {t('headingRowOption', { row, text })}
          </option>
        ))}
        <option value={0}>{t('noHeadings')}</option>
      </select>
      {lines}
    </Labelled>
  );
}
