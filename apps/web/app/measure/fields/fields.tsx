import { exemptable, kindOf, type Question, type Text } from '@samblikk/questionnaire';
import { useText } from '../../i18n/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { refersToAgencies, useNames } from '../lookups.ts';
import { asList } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';
import { Choice } from './options.tsx';

/** So much of an answer stands beside its box, in characters. */
const longest = 160;

/**
 * The questions of this very edition, each with a check box, under the titles of their sections. Those that have an answer
 * come first; what is asked and blank is folded away, and what is not asked is left out.
 */
function FieldsControl(props: ControlProps<'fields'>) {
  const { edition, value } = props;
  const { answers, asked, draft } = useMeasureForm();
  const t = useText();
  const may = exemptable(edition);
  // Whoever was given a part does not see what the others have answered.
  const sees = draft.sections === null || !draft.delegated;
  const listed = may.filter(({ id }) => !sees || answers[id] !== undefined || value.includes(id));
  const blank = may.filter((candidate) => asked.has(candidate.id) && !listed.includes(candidate));
  return (
    <>
      {listed.length === 0 && <p className="subtle">{t('field.nothingToExempt')}</p>}
      <Groups {...props} listed={listed} />
      {blank.length > 0 && (
        <details className="ds-details">
          <summary>{t('field.blankQuestions', { count: blank.length })}</summary>
          <div>
            <Groups {...props} listed={blank} />
          </div>
        </details>
      )}
    </>
  );
}

/** Check boxes for some of the questions, section by section. */
function Groups({
  question,
  edition,
  language,
  value,
  onChange,
  listed,
  ...rest
}: ControlProps<'fields'> & { listed: readonly Question[] }) {
  const { answers, names } = useMeasureForm();
  const all = useNames(listed.some(({ id }) => refersToAgencies(answers[id])));
  /** What the person has answered there, so that nobody exempts unseen. */
  const own = (candidate: Question): Text | undefined => {
    const answer = answers[candidate.id];
    if (answer === undefined) return undefined;
    const known = { agency: (orgnr: string) => names.agency(orgnr) ?? all.agency(orgnr), ministry: names.ministry };
    const text = kindOf(candidate).show(candidate, answer, language, known, edition);
    const short = text.length > longest ? `${text.slice(0, longest)} …` : text;
    return { nb: short, nn: short, en: short };
  };
  const chosen = typeof value === 'string' ? [] : value;
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    onChange(
      exemptable(edition)
        .map((candidate) => candidate.id)
        .filter((other) => next.includes(other)),
    );
  };
  return edition.sections
    .map((section) => ({ section, boxes: listed.filter((candidate) => section.questions.includes(candidate)) }))
    .filter(({ boxes }) => boxes.length > 0)
    .map(({ section, boxes }) => (
      <fieldset className="ds-fieldset options-group" key={section.id}>
        <legend className="ds-label" data-weight="medium">
          {section.title[language]}
        </legend>
        <div className="options">
          {boxes.map((candidate) => (
            <Choice
              key={candidate.id}
              type="checkbox"
              id={`${question.id}-${candidate.id}`}
              name={question.id}
              option={{ code: candidate.id, label: candidate.label, help: own(candidate) }}
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
