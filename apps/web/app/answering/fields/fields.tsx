import { exemptable } from '@samblikk/questionnaire';
import { asList } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';
import { Choice } from './options.tsx';

/** The questions of this very edition, each with a check box, under the titles of their sections. */
function FieldsControl({ question, edition, language, value, onChange, ...rest }: ControlProps<'fields'>) {
  const chosen = typeof value === 'string' ? [] : value;
  const may = exemptable(edition);
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    onChange(may.map((candidate) => candidate.id).filter((other) => next.includes(other)));
  };
  return edition.sections
    .map((section) => ({ section, listed: may.filter((candidate) => section.questions.includes(candidate)) }))
    .filter(({ listed }) => listed.length > 0)
    .map(({ section, listed }) => (
      <fieldset className="ds-fieldset options-group" key={section.id}>
        <legend className="ds-label" data-weight="medium">
          {section.title[language]}
        </legend>
        <div className="options">
          {listed.map((candidate) => (
            <Choice
              key={candidate.id}
              type="checkbox"
              id={`${question.id}-${candidate.id}`}
              name={question.id}
              option={{ code: candidate.id, label: candidate.label }}
              language={language}
              checked={chosen.includes(candidate.id)}
              onChange={() => toggle(candidate.id)}
              {...rest}
            />
          ))}
        </div>
      </fieldset>
    ));
}

export const fields: FieldKind<'fields'> = { ...asList, Control: FieldsControl, group: true, saves: 'atOnce' };
