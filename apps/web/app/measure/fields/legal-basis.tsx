import { writable } from '@samblikk/questionnaire';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { asText, describing, joined } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';

/** Chosen from the list, or written: `other` opens the field for another act. */
const other = 'other';

function LegalBasisControl({ question, language, value, onChange, ...rest }: ControlProps<'legalBasis'>) {
  const t = useText();
  const answer = String(value);
  const listed = question.options.find((option) => option.code === answer);
  const [writes, setWrites] = useState(answer !== '' && !listed);
  const writing = !listed && (writes || answer !== '');
  const otherId = `${question.id}-other`;
  const helpId = `${question.id}-chosen`;
  const describedBy = joined(rest.describedBy, listed?.help && helpId);
  return (
    <>
      <select
        className="ds-input"
        id={question.id}
        name={question.id}
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
