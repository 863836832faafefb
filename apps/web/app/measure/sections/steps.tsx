import { type Edition, findQuestion, type Issue, type Section } from '@samblikk/questionnaire';
import { useState } from 'react';
import { Link } from 'react-router';
import { useHref, usePick, useText } from '../../i18n/index.ts';
import { checkPage, measurePath } from '../../ui/index.ts';
import { useMeasureForm, useSaveState } from '../form/measure-form-context.ts';

export type SectionState = 'unsaved' | 'wrong' | 'begun' | 'empty' | 'optional' | 'partly' | 'done';

/** States that something must still be done about. */
export const unfinished: ReadonlySet<SectionState> = new Set(['unsaved', 'wrong', 'begun', 'empty']);

/**
 * How far a section has come: what must be mended or filled in first, then how much of the rest is answered.
 * @param toMend questions with an answer that cannot be saved as it stands
 */
export function sectionState(
  form: ReturnType<typeof useMeasureForm>,
  section: Section,
  toMend: readonly string[],
): SectionState {
  if (section.questions.some(({ id }) => toMend.includes(id))) return 'unsaved';
  const errors = issuesIn(form.edition, form.issues, section).filter((issue) => issue.level === 'error');
  const { asked, answered } = progressOf(form, [section]);
  if (errors.some((issue) => issue.code !== 'required')) return 'wrong';
  if (errors.length > 0) return answered > 0 ? 'begun' : 'empty';
  if (answered === asked) return 'done';
  return answered > 0 ? 'partly' : 'optional';
}

/** The questions of a section that are asked of people as the answers stand. */
export const askedIn = ({ asked }: Pick<ReturnType<typeof useMeasureForm>, 'asked'>, { questions }: Section) =>
  questions.filter(({ id, known }) => !known && asked.has(id));

/** How many questions of these sections are asked as the answers stand, and how many of those have an answer. */
export function progressOf(
  form: ReturnType<typeof useMeasureForm>,
  sections: readonly Section[],
): { asked: number; answered: number } {
  const questions = sections.flatMap((section) => askedIn(form, section));
  return { asked: questions.length, answered: questions.filter(({ id }) => form.answers[id] !== undefined).length };
}

/** The issues at questions of a section. */
export function issuesIn(edition: Edition, issues: readonly Issue[], section: Section): readonly Issue[] {
  return issues.filter((issue) => {
    const question = findQuestion(edition, issue.question);
    return question !== undefined && section.questions.includes(question);
  });
}

/** The sections that ask something of people, and of this one when only a part was delegated. */
export const askingSections = ({
  edition,
  draft: { sections },
}: Pick<ReturnType<typeof useMeasureForm>, 'edition' | 'draft'>) =>
  edition.sections.filter(
    ({ id, questions }) =>
      (sections === null || sections.includes(id)) && questions.some((question) => !question.known),
  );

/** The id of a section's answers on the page that shows them all. */
export const summaryId = (section: string): string => `summary-${section}`;

/** What stands beside the steps: they are skipped to it. */
export const besideSteps = { id: 'ved-delene', tabIndex: -1 } as const;

/** Where the person is in the form, and how far each section has come. All steps are open at any time. */
export function Steps({ current }: { current: string }) {
  const form = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const [unfolded, setUnfolded] = useState(false);
  const { toMend } = useSaveState();
  const { id, year } = form.draft;
  // Who only reads has all the answers on one page.
  const here = (page: string) =>
    form.readOnly && page !== checkPage ? `#${summaryId(page)}` : to(measurePath(year, id, page));
  const steps = [
    ...askingSections(form).map((section) => ({
      id: section.id,
      title: pick(section.title),
      state: sectionState(form, section, toMend),
    })),
    { id: checkPage, title: t(form.readOnly ? 'check.readTitle' : 'check.title'), state: undefined },
  ];
  return (
    <nav className="steps" aria-label={t('steps.label')}>
      <a
        className="skip-steps"
        href={`#${besideSteps.id}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(besideSteps.id)?.focus();
        }}
      >
        {t('steps.skip')}
      </a>
      {/* On narrow screens the list is folded away, so that the questions come first; the style sheet decides. */}
      <button
        type="button"
        className="ds-button steps-toggle"
        data-variant="secondary"
        data-size="sm"
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        {t('steps.label')}
      </button>
      <ol data-unfolded={unfolded}>
        {steps.map((step) => (
          <li key={step.id} data-state={step.state}>
            <Link to={here(step.id)} aria-current={step.id === current ? 'step' : undefined}>
              <span>{step.title}</span>
              {step.state && step.state !== 'empty' && step.state !== 'optional' && (
                <span className="step-state">
                  <span className="visually-hidden">: </span>
                  <span>{t(`steps.${step.state}`)}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
