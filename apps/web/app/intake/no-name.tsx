import type { SpreadsheetUpload } from '@samblikk/contract/client';
import { Labelled } from '../ui/index.ts';
import type { Target } from './send.ts';
import { useSheetText } from './texts.ts';

const holdsName = (upload: SpreadsheetUpload, targets: readonly Target[]): boolean =>
  targets.some((target) => target.as === 'answer' && target.question === upload.nameQuestion);

/** Whether rows can be told apart as measures: by a name, or by a number of measures that are there. */
export const namesMeasures = (upload: SpreadsheetUpload, targets: readonly Target[]): boolean =>
  holdsName(upload, targets) || targets.some(({ as }) => as === 'number' || as === 'externalId');

interface Props {
  upload: SpreadsheetUpload;
  targets: readonly Target[];
  onChange: (targets: readonly Target[]) => void;
}

/** Says, before anything else, that no column has the name of the measure, and asks which one does. */
export function NoName({ upload, targets, onChange }: Props) {
  const t = useSheetText();
  if (holdsName(upload, targets)) return null;
  const choose = (chosen: number) =>
    onChange(targets.map((target, at) => (at === chosen ? { as: 'answer', question: upload.nameQuestion } : target)));
  return (
    <section className="ds-alert sheet-part" data-color="danger" aria-labelledby="no-name" role="alert">
      <h3 className="ds-heading" data-size="xs" id="no-name">
        {t('noName')}
      </h3>
      <p>{t('noNameText')}</p>
      <Labelled id="name-column" label={t('nameColumn')} className="sheet-choice">
        <select
          className="ds-input"
          id="name-column"
          value=""
          aria-invalid={!namesMeasures(upload, targets) || undefined}
          onChange={({ target: { value } }) => value !== '' && choose(Number(value))}
        >
          <option value="">{t('choose')}</option>
          {upload.columns.map(({ letter, heading, examples }, at) => (
            <option key={letter} value={at}>
              {[t('column', { letter }), heading || examples[0]].filter(Boolean).join(': ')}
            </option>
          ))}
        </select>
      </Labelled>
    </section>
  );
}
