import { basesIn, joinBases, writable } from '@samblikk/questionnaire';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { asText, describing, joined } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';

/** Chosen from the list, or written: `other` opens the field for another act. */
const other = 'other';

/** One legal basis, and a row for each more that is added. */
function LegalBasisControl(props: ControlProps<'legalBasis'>) {
  const { question, value, onChange } = props;
  const t = useText();
  const answer = String(value);
  // As written: a blank row is no part of the answer, and a text may hold what parts one basis from the next.
  const [rows, setRows] = useState<readonly string[]>(() => rowsOf(answer));
  const [seen, setSeen] = useState(answer);
  if (answer !== seen) {
    setSeen(answer);
    if (joinBases(rows) !== answer) setRows(rowsOf(answer));
  }
  function rowsOf(text: string): readonly string[] {
    return text === '' ? [''] : basesIn(question, text);
  }
  const write = (next: readonly string[]) => {
    setRows(next);
    onChange(joinBases(next));
  };
  return (
    <>
      {rows.map((basis, at) => (
        <OneBasis
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is what stands at its place
          key={at}
          {...props}
          at={at}
          value={basis}
          onChange={(text) => write(rows.with(at, String(text)))}
          onRemove={
            at === 0
              ? undefined
              : () => {
                  write(rows.toSpliced(at, 1));
                  document.getElementById(question.id)?.focus();
                }
          }
        />
      ))}
      {question.options.length > 0 && answer !== '' && rows.at(-1) !== '' && (
        <button
          className="ds-button add-basis"
          data-variant="tertiary"
          data-size="sm"
          type="button"
          onClick={() => setRows([...rows, ''])}
        >
          {t('field.addBasis')}
        </button>
      )}
    </>
  );
}

function OneBasis({
  question,
  language,
  value,
  onChange,
  at,
  onRemove,
  ...rest
}: ControlProps<'legalBasis'> & { at: number; onRemove: (() => void) | undefined }) {
  const t = useText();
  const answer = String(value);
  const listed = question.options.find((option) => option.code === answer);
  const [writes, setWrites] = useState(answer !== '' && !listed);
  const writing = !listed && (writes || answer !== '');
  const id = at === 0 ? question.id : `${question.id}-${at + 1}`;
  const otherId = `${id}-other`;
  const helpId = `${id}-chosen`;
  const describedBy = joined(rest.describedBy, listed?.help && helpId);
  return (
    <>
      <div className="basis">
        <select
          className="ds-input"
          id={id}
          name={id}
          aria-label={at === 0 ? undefined : t('field.basisNumber', { number: at + 1 })}
          value={listed ? answer : writing ? other : ''}
          onChange={(event) => {
            setWrites(event.target.value === other);
            onChange(event.target.value === other ? '' : event.target.value);
          }}
          {...describing({ ...rest, describedBy })}
        >
          <option value="">{t('field.choose')}</option>
          {question.options.map((option) => (
            <option key={option.code} value={option.code}>
              {option.label[language]}
            </option>
          ))}
          <option value={other}>{t('field.otherAct')}</option>
        </select>
        {onRemove && (
          <button
            type="button"
            className="word-remove"
            aria-label={t('field.removeBasis', { number: at + 1 })}
            onClick={onRemove}
          >
            ×
          </button>
        )}
      </div>
      {listed?.help && (
        <p className="in-words" id={helpId}>
          {listed.help[language]}
        </p>
      )}
      {writing && (
        <div className="ds-field">
          <label className="ds-label" htmlFor={otherId}>
            {t('field.otherActLabel')}
          </label>
          <input
            className="ds-input"
            id={otherId}
            value={answer}
            onChange={(event) => onChange(event.target.value)}
            autoComplete="off"
            {...describing(rest)}
          />
        </div>
      )}
    </>
  );
}

export const legalBasis: FieldKind<'legalBasis'> = {
  write: asText.write,
  read: (value) => ({ answer: writable(String(value), ' ') }),
  Control: LegalBasisControl,
  group: false,
  saves: 'whileTyping',
};
