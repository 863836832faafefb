import type { ReplyAt } from '@samblikk/contract/client';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useSheetText } from './texts.ts';

export type ImportNoticeState = { takenIn?: ReplyAt<'importSpreadsheet'> } | null;

/** Says, on the page one comes back to, what was taken in. */
export function ImportNotice() {
  const t = useSheetText();
  const { state } = useLocation();
  const [takenIn, setTakenIn] = useState<NonNullable<ImportNoticeState>['takenIn']>();
  // Told once, after the page is there: the browser keeps the state of an address over a reload, and the server knows nothing of it.
  useEffect(() => {
    const told = (state as ImportNoticeState)?.takenIn;
    if (!told) return;
    setTakenIn(told);
    window.history.replaceState({ ...window.history.state, usr: null }, '');
  }, [state]);
  return (
    <div role="status">
      {takenIn && (
        <p className="ds-alert" data-color="success">
          {t('takenIn', takenIn)}
        </p>
      )}
    </div>
  );
}
