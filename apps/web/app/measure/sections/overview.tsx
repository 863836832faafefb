import { isPilot } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { useHref, usePick, useText } from '../../i18n/index.ts';
import { checkPage, delegatePath, listPath, measurePath, PageTitle, planPath, wholeForm } from '../../ui/index.ts';
import { useMeasureForm, useSaveState } from '../form/measure-form-context.ts';
import { AskedAnew } from './asked-anew.tsx';
import { MeasureHead, MeasureNumber, MeasureTitle, useMeasureTitle } from './measure-head.tsx';
import { askingSections, issuesIn, progressOf, sectionState, summaryId, unfinished } from './steps.tsx';
import { TakeOver, useTakeable } from './take-over.tsx';
import { SwitchView, useView } from './view.tsx';

/** One measure: its sections as a list of tasks. */
export function Overview() {
  const form = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const title = useMeasureTitle();
  const view = useView();
  const { toMend } = useSaveState();
  const { draft, edition, issues } = form;
  const sections = askingSections(form);
  const tasks = sections.map((section) => ({ section, state: sectionState(form, section, toMend) }));
  const questions = sections.flatMap((section) => section.questions);
  // One press is the first to consider: what last year's answers already say.
  const confirms = Object.keys(useTakeable(questions)).length > 0;
  const first = tasks.find(({ state }) => unfinished.has(state))?.section;
  return (
    <>
      <PageTitle title={title} />
      <MeasureHead overview={false}>
        <h1 className="ds-heading" data-size="lg">
          <MeasureTitle />
        </h1>
        <MeasureNumber />
      </MeasureHead>
      {!form.readOnly && <TakeOver brief questions={questions} />}
      {!form.readOnly && <AskedAnew />}
      {!form.readOnly && <p className="subtle">{t('overview.required')}</p>}
      <ul className="tasks">
        {tasks.map(({ section, state }) => {
          const missing = issuesIn(edition, issues, section).filter(({ level }) => level === 'error').length;
          return (
            <li key={section.id} className="task">
              <Link
                to={
                  form.readOnly
                    ? `${to(measurePath(draft.year, draft.id, checkPage))}#${summaryId(section.id)}`
                    : to(measurePath(draft.year, draft.id, section.id))
                }
              >
                {pick(section.title)}
              </Link>
              <span className="subtle">{t('overview.answered', progressOf(form, [section]))}</span>
              <span className="ds-tag" data-color={colours[state]} data-size="sm">
                {missing > 0 && state !== 'empty' && state !== 'unsaved'
                  ? t('overview.missing', { count: missing })
                  : t(`steps.${state === 'optional' ? 'empty' : state}`)}
              </span>
            </li>
          );
        })}
      </ul>
      <div className="buttons">
        {first && !form.readOnly && (
          <Link
            className="ds-button"
            data-variant={confirms ? 'secondary' : 'primary'}
            to={to(measurePath(draft.year, draft.id, view === 'whole' ? wholeForm : first.id))}
          >
            {t(draft.version === 0 ? 'overview.start' : 'overview.continue')}
          </Link>
        )}
        <Link
          className="ds-button"
          data-variant={first ? 'secondary' : 'primary'}
          to={to(measurePath(draft.year, draft.id, checkPage))}
        >
          {t(form.readOnly ? 'check.readTitle' : 'check.title')}
        </Link>
        <Link className="ds-button" data-variant="tertiary" to={to(listPath(draft))}>
          {t(draft.delegated ? 'nav.toDelegated' : 'nav.toHub')}
        </Link>
      </div>
      <div className="more-links">
        {!form.readOnly && sections.length > 1 && <SwitchView to="whole" />}
        <p>
          <Link to={to(measurePath(draft.year, draft.id, 'historikk'))}>{t('history.link')}</Link>
        </p>
        {draft.mayWrite && !draft.delegated && !isPilot(draft.year) && (
          <p>
            <Link to={to(planPath(draft.id))}>{t('overview.plan')}</Link>
          </p>
        )}
        {!form.readOnly && !draft.delegated && draft.sections === null && (
          <p>
            <Link to={to(delegatePath(draft.year, draft.id))}>{t('delegate.link')}</Link>
          </p>
        )}
      </div>
    </>
  );
}

const colours = {
  unsaved: 'danger',
  wrong: 'danger',
  begun: 'info',
  empty: 'neutral',
  optional: 'neutral',
  partly: 'success',
  done: 'success',
} as const;
