import type { ReplyOf, takeInSpreadsheet } from '@samblikk/contract';
import { useLocation } from 'react-router';
import { useSheetText } from './texts.ts';

export type TakenInState = { takenIn?: ReplyOf<typeof takeInSpreadsheet> } | null;

/** Says, on the page one comes back to, what was taken in. */
export function TakenIn() {
  const t = useSheetText();
  const { takenIn } = (useLocation().state as TakenInState) ?? {};
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
