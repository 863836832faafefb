import { Columns, clashOf } from './columns.tsx';
import { Decisions, MayBecomePublic, RowsAtFault, readyRows, toConfirm, useConfirmedPublic } from './decisions.tsx';
import { NoName, namesMeasures } from './no-name.tsx';
import { PreviewHead, PreviewRows } from './preview.tsx';
import { useSheetText } from './texts.ts';
import type { Spreadsheet } from './use-spreadsheet.ts';

/** The second step: what the columns hold. Without the names there is nothing to go on with. */
export function ColumnsStep({ list }: { list: Spreadsheet }) {
  const t = useSheetText();
  const { upload, mapping, preview, busy } = list;
  if (!upload || !mapping || preview) return null;
  const clashes = mapping.columns.some((_, at) => clashOf(mapping.columns, at, upload.columns));
  const stopped = clashes || !namesMeasures(upload, mapping.columns);
  const forward = () => {
    if (!stopped) list.makePreview();
    else document.querySelector<HTMLElement>('.sheet [aria-invalid]')?.focus();
  };
  return (
    <>
      <NoName
        upload={upload}
        targets={mapping.columns}
        onChange={(columns) => list.changeMapping({ ...mapping, columns })}
      />
      <Columns upload={upload} mapping={mapping} onMapping={list.changeMapping} onPlace={list.choosePlace} />
      <div className="buttons">
        <button
          className="ds-button"
          data-variant="primary"
          type="button"
          aria-disabled={stopped || busy !== undefined || undefined}
          onClick={forward}
        >
          {t('toPreview')}
        </button>
        <button className="ds-button" data-variant="tertiary" type="button" onClick={list.toFile}>
          {t('otherFile')}
        </button>
      </div>
    </>
  );
}

/** The third step: what importing would do, what must be decided first, and the button that does it. */
export function PreviewStep({ list }: { list: Spreadsheet }) {
  const { upload, mapping, preview, stale } = list;
  const confirmed = useConfirmedPublic(preview);
  if (!upload || !mapping || !preview) return null;
  const remap = (next: typeof mapping) => {
    list.changeMapping(next);
    list.makePreview('updated', next);
  };
  return (
    <>
      <PreviewHead
        preview={preview}
        begun={list.imported !== undefined}
        upload={upload}
        mapping={mapping}
        onMapping={list.changeMapping}
        onUpdate={stale ? () => list.makePreview('updated') : undefined}
      />
      {!stale && (
        <>
          <Decisions preview={preview} mapping={mapping} onMapping={remap} />
          <RowsAtFault preview={preview} mapping={mapping} onMapping={remap} />
          <MayBecomePublic preview={preview} {...confirmed} />
        </>
      )}
      <PreviewButtons list={list} confirmed={confirmed} />
      <PreviewRows preview={preview} mapping={mapping} onMapping={list.changeMapping} />
    </>
  );
}

function PreviewButtons({ list, confirmed }: { list: Spreadsheet; confirmed: ReturnType<typeof useConfirmedPublic> }) {
  const t = useSheetText();
  const { preview, stale, busy } = list;
  if (!preview) return null;
  const { faulty } = preview.counts;
  const ready = readyRows(preview.counts);
  const rows = toConfirm(preview);
  const save = () => {
    if (rows.length > 0 && !confirmed.on) confirmed.demand();
    else list.importRows(rows.map(({ key }) => key));
  };
  return (
    <div className="buttons">
      {stale && (
        <button className="ds-button" data-variant="primary" type="button" onClick={() => list.makePreview('updated')}>
          {t('update')}
        </button>
      )}
      {!stale && ready > 0 && (
        <button
          className="ds-button"
          data-variant="primary"
          type="button"
          aria-disabled={busy !== undefined || undefined}
          onClick={save}
        >
          {faulty > 0 ? t('takeInReady', { count: ready }) : t('importRows')}
        </button>
      )}
      <button className="ds-button" data-variant="tertiary" type="button" onClick={list.toColumns}>
        {t('toColumns')}
      </button>
    </div>
  );
}
