import type { ReplyAt } from '@samblikk/contract/client';
import { useEffect, useState } from 'react';
import { useLocation, useRevalidator } from 'react-router';
import { useLanguage } from '../i18n/index.ts';
import { api } from '../platform/index.ts';
import type { AgencyYear } from './send.ts';
import { usePartsInWords, useSheetText } from './texts.ts';

export type Import = ReplyAt<'importSpreadsheet'>;
type Undone = ReplyAt<'undoSpreadsheetImport'>;

/** What the page one comes back to is handed. */
export type ImportState = { imported?: Import } | null;

/** Says, on the page one comes back to, what was imported; with the way to undo it. */
export function ImportNotice({ params }: { params: AgencyYear }) {
  const { state } = useLocation();
  const [imported, setImported] = useState<Import>();
  // Said once, after the page is there: the browser keeps the state of an address over a reload, and the server knows nothing of it.
  useEffect(() => {
    const handed = (state as ImportState)?.imported;
    if (!handed) return;
    setImported(handed);
    window.history.replaceState({ ...window.history.state, usr: null }, '');
  }, [state]);
  return <ImportSaid params={params} imported={imported} />;
}

/** What was imported, heard when it comes, and the button that undoes it. */
export function ImportSaid({
  params,
  imported,
  onUndone,
}: {
  params: AgencyYear;
  imported: Import | undefined;
  onUndone?: () => void;
}) {
  const t = useSheetText();
  const inWords = usePartsInWords();
  const undo = useUndo(params, onUndone);
  return (
    <>
      <div role="status">
        {imported && !undo.undone && (
          <div className="ds-alert" data-color="success">
            <p>{t('takenIn', { parts: inWords(imported) })}</p>
            {imported.waiting > 0 && <p>{t('waiting', { count: imported.waiting })}</p>}
          </div>
        )}
        <UndoSaid {...undo} />
      </div>
      {imported && !undo.undone && (
        <div className="buttons">
          <UndoButton id={imported.import} {...undo} />
        </div>
      )}
    </>
  );
}

/** Undoing an import: whether it is under way, and what came of it. */
export function useUndo(params: AgencyYear, onUndone?: () => void) {
  const lang = useLanguage();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [undone, setUndone] = useState<Undone>();
  async function undo(id: string) {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    try {
      setUndone(await api('undoSpreadsheetImport', { params: { ...params, import: id }, query: { lang } }));
      onUndone?.();
      await revalidate();
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }
  return { busy, failed, undone, undo };
}

type Undo = ReturnType<typeof useUndo>;

export function UndoButton({ id, of, busy, undo }: Undo & { id: string; of?: string }) {
  const t = useSheetText();
  return (
    <button
      className="ds-button"
      data-variant="secondary"
      data-size="sm"
      type="button"
      aria-disabled={busy || undefined}
      onClick={() => undo(id)}
    >
      <span>{t(busy ? 'undoing' : 'undo')}</span>
      {of && <span className="visually-hidden">{`, ${of}`}</span>}
    </button>
  );
}

/** What came of undoing, with the measures that were changed since. */
export function UndoSaid({ undone, failed }: Pick<Undo, 'undone' | 'failed'>) {
  const t = useSheetText();
  if (failed)
    return (
      <p className="ds-alert" data-color="danger">
        {t('undoFailed')}
      </p>
    );
  if (!undone) return null;
  const { withdrawn, restored, kept } = undone;
  return (
    <div className="ds-alert" data-color={kept.length > 0 ? 'warning' : 'success'}>
      <p>{t('undone', { withdrawn, restored })}</p>
      {kept.length > 0 && (
        <>
          <p>{t('keptBecauseChanged')}</p>
          <ul>
            {kept.map(({ number, title }) => (
              <li key={number}>{[number, title ?? t('unnamed')].join(' ')}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
