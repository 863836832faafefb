import { createContext, useContext } from 'react';
import { usePublicText } from '../i18n/index.ts';

/** Whether what a page shows is of the example, which is made up. */
export const InventedAccounts = createContext(true);

/** Adds to a heading or a title that its numbers are invented, where they are. */
export function useMarked(): (title: string) => string {
  const t = usePublicText();
  const invented = useContext(InventedAccounts);
  return (title) => (invented ? `${title} (${t('models.inventedMark')})` : title);
}
