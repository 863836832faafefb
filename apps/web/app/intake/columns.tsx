import type { SpreadsheetUpload } from '@samblikk/contract/client';
import type { Mapping, Target } from './send.ts';
import { SheetChoice } from './sheet-choice.tsx';
import { useSheetText } from './texts.ts';
import { Tick } from './tick.tsx';
import type { ListPlace } from './use-spreadsheet.ts';

type Column = SpreadsheetUpload['columns'][number];

/** A target as the value of a select: ids and codes have no colon. */
const keyOf = (target: Target): string =>
  target.as === 'answer'
    ? `answer:${target.question}`
    : target.as === 'option'
      ? `option:${target.question}:${target.option}`
      : target.as;

function targetOf(key: string, amounts: ReadonlySet<string>, before: Target): Target {
  const [as, question = '', option = ''] = key.split(':');
  if (as === 'option') return { as, question, option };
  if (as === 'answer') {
    const unit = before.as === 'answer' ? (before.unit ?? 1) : 1;
    return { as, question, ...(amounts.has(question) && { unit }) };
  }
  return { as: as as 'nothing' };
}

interface Props {
  upload: SpreadsheetUpload;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  onPlace: (place: ListPlace) => void;
}

/** The second step: what each column holds, as guessed, to be corrected. */
export function Columns({ upload, mapping, onMapping, onPlace }: Props) {
  const t = useSheetText();
  const { columns, questions } = upload;
  const targets = mapping.columns;
  const amounts = new Set(questions.filter(({ amount }) => amount).map(({ id }) => id));
  const set = (at: number, target: Target) =>
    onMapping({ ...mapping, columns: targets.map((one, place) => (place === at ? target : one)) });
  const known = targets.filter(({ as }) => as !== 'nothing').length;
  return (
    <>
      <p>
        {t('columnsText', {
          name: upload.fileName,
          rows: upload.rows,
          known,
          all: columns.length,
        })}
      </p>
      {upload.notes.map(({ text }) => (
        <p className="subtle small" key={text}>
          {text}
        </p>
      ))}
      <SheetChoice upload={upload} onPlace={onPlace} />
      {upload.hiddenRows.length > 0 && (
        <Tick on={mapping.hiddenRows} onChange={(hiddenRows) => onMapping({ ...mapping, hiddenRows })}>
          {t('hiddenRows', { count: upload.hiddenRows.length, rows: few(upload.hiddenRows) })}
        </Tick>
      )}
      <ul className="sheet-columns plain-list">
        {columns.map((column, at) => (
          <li
            key={column.letter}
            data-how={targets[at]?.as === 'nothing' && column.how === 'none' ? 'none' : undefined}
          >
            <ColumnChoice
              column={column}
              questions={questions}
              target={targets[at] ?? { as: 'nothing' }}
              clash={clashOf(targets, at, columns)}
              onChange={(key) => set(at, targetOf(key, amounts, targets[at] ?? { as: 'nothing' }))}
              onUnit={(unit) => {
                const target = targets[at];
                if (target?.as === 'answer') set(at, { ...target, unit });
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** `4, 7`, or `IT 4, HR 7`. */
const few = (rows: SpreadsheetUpload['hiddenRows']): string =>
  rows
    .slice(0, 5)
    .map(({ row, sheet }) => (sheet === undefined ? row : `${sheet} ${row}`))
    .join(', ') + (rows.length > 5 ? ' …' : '');

/** The letter of an earlier column that is said to hold the same. */
export function clashOf(targets: readonly Target[], at: number, columns: readonly Column[]): string | undefined {
  const target = targets[at];
  if (!target || target.as === 'nothing') return undefined;
  const first = targets.findIndex((other) => keyOf(other) === keyOf(target));
  return first < at ? columns[first]?.letter : undefined;
}

interface ChoiceProps {
  column: Column;
  questions: SpreadsheetUpload['questions'];
  target: Target;
  clash: string | undefined;
  onChange: (key: string) => void;
  onUnit: (unit: 1 | 1_000 | 1_000_000) => void;
}

function ColumnChoice({ column, questions, target, clash, onChange, onUnit }: ChoiceProps) {
  const t = useSheetText();
  const { letter, heading, examples, how, unitFrom } = column;
  const id = `column-${letter}`;
  const amount = target.as === 'answer' && questions.find((question) => question.id === target.question)?.amount;
  // Ticks are short: a list of all categories in every select would hide what is meant.
  const ticks = target.as === 'option' || examples.every((example) => example.length <= 5);
  return (
    <>
      <p className="sheet-column-name" id={`${id}-name`}>
        <span className="subtle small">{t('column', { letter })}</span> <strong>{heading || t('noHeading')}</strong>
      </p>
      <p className="sheet-examples subtle small">{examples.join(' · ') || '–'}</p>
      <div className="ds-field">
        <label className="ds-label" htmlFor={id}>
          <span>{t('holds')}</span>
          <span className="visually-hidden">{`, ${heading || t('column', { letter })}`}</span>
        </label>
        <select
          className="ds-input"
          id={id}
          value={keyOf(target)}
          onChange={(event) => onChange(event.target.value)}
          aria-describedby={clash ? `${id}-clash ${id}-how` : `${id}-how`}
          aria-invalid={clash ? true : undefined}
        >
          <option value="nothing">{t('nothing')}</option>
          <option value="number">{t('number')}</option>
          <option value="externalId">{t('externalId')}</option>
          <optgroup label={t('questions')}>
            {questions.map((question) => (
              <option key={question.id} value={`answer:${question.id}`}>
                {question.label}
              </option>
            ))}
          </optgroup>
          {ticks &&
            questions
              .filter(({ ticked }) => ticked)
              .map((question) => (
                <optgroup key={question.id} label={t('ticks', { label: question.label })}>
                  {question.options.map(({ code, label }) => (
                    <option key={code} value={`option:${question.id}:${code}`}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              ))}
        </select>
        <p className="subtle small" id={`${id}-how`}>
          {t(`how_${keyOf(target) === keyOf(column.target) ? how : 'chosen'}`)}
        </p>
        {clash && (
          <p className="ds-validation-message" data-color="danger" id={`${id}-clash`}>
            {t('twice', { letter: clash })}
          </p>
        )}
      </div>
      {amount && (
        <div className="ds-field">
          <label className="ds-label" htmlFor={`${id}-unit`}>
            <span>{t('unit')}</span>
            <span className="visually-hidden">{`, ${heading}`}</span>
          </label>
          <select
            className="ds-input"
            id={`${id}-unit`}
            value={target.unit ?? 1}
            aria-describedby={unitFrom ? `${id}-unit-from` : undefined}
            onChange={(event) => onUnit(Number(event.target.value) as 1)}
          >
            {([1, 1_000, 1_000_000] as const).map((unit) => (
              <option key={unit} value={unit}>
                {t(`unit${unit}`)}
              </option>
            ))}
          </select>
          {unitFrom && (
            <p className="subtle small" id={`${id}-unit-from`}>
              {t(`unitFrom_${unitFrom}`)}
            </p>
          )}
        </div>
      )}
    </>
  );
}
