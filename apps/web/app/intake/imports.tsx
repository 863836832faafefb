import type { ReplyAt } from '@samblikk/contract/client';
import { showMoment, useLanguage } from '../i18n/index.ts';
import { UndoButton, UndoSaid, useUndo } from './import-notice.tsx';
import type { AgencyYear } from './send.ts';
import { usePartsInWords, useSheetText } from './texts.ts';

type Imports = ReplyAt<'listSpreadsheetImports'>;

/** The lists that were imported before, the newest first, each with the button that undoes it. */
export function Imports({ params, imports }: { params: AgencyYear; imports: Imports }) {
  const t = useSheetText();
  const inWords = usePartsInWords();
  const language = useLanguage();
  const undo = useUndo(params);
  if (imports.length === 0) return null;
  return (
    <section className="sheet-part" aria-labelledby="imports">
      <h2 className="ds-heading" data-size="sm" id="imports">
        {t('imports')}
      </h2>
      <div role="status">
        <UndoSaid {...undo} />
      </div>
      <ul className="sheet-imports plain-list">
        {imports.map(({ id, fileName, at, by, undoneAt, ...counts }) => {
          const line = t('importLine', { name: fileName, at: showMoment(at, language), by, parts: inWords(counts) });
          return (
            <li key={id}>
              <span>{line}</span>
              {undoneAt === null ? (
                <UndoButton id={id} of={fileName} {...undo} />
              ) : (
                <span className="subtle">{t('importUndone')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
