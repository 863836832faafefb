import type { Section as SectionOf } from '@samblikk/questionnaire';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { useHref, usePick, useText } from '../../i18n/index.ts';
import { checkPage, ErrorPage, fromCheck, fromSubmit, measurePath, PageTitle } from '../../ui/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { useFocusOnHash } from '../form/question-place.ts';
import { MeasureHead, useMeasureTitle } from './measure-head.tsx';
import { SectionBody, useAsked, useGoOn } from './section-body.tsx';
import { askingSections, besideSteps, Steps } from './steps.tsx';
import { SwitchView } from './view.tsx';

/** One section of the form on a page of its own. The address names it; the definition says what is in it. */
export function SectionPage() {
  const form = useMeasureForm();
  const { draft, readOnly } = form;
  const { page: id } = useParams();
  const to = useHref();
  const section = askingSections(form).find((candidate) => candidate.id === id);
  if (!section) return <ErrorPage error={missing} />;
  if (readOnly) return <Navigate replace to={to(measurePath(draft.year, draft.id, checkPage))} />;
  return <SectionForm key={section.id} section={section} />;
}

const missing = { status: 404, statusText: '', internal: false, data: null };

function SectionForm({ section }: { section: SectionOf }) {
  const { edition, draft } = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const { search } = useLocation();
  const title = useMeasureTitle();
  const sections = askingSections({ edition, draft });
  const at = sections.indexOf(section);
  const [before, after] = [sections[at - 1], sections[at + 1]];
  const from = new URLSearchParams(search).get(fromCheck.name);
  const back = from === fromCheck.value || from === fromSubmit.value;
  const page = (name: string) => to(measurePath(draft.year, draft.id, name));
  const next = back || !after ? checkPage : after.id;
  const questions = useAsked(back)(section);
  const { onSubmit, summary } = useGoOn(
    questions.map((question) => question.id),
    page(next),
  );
  useFocusOnHash();
  return (
    <>
      <PageTitle title={`${pick(section.title)} – ${title}`} />
      <MeasureHead>
        <h1 className="ds-heading" data-size="lg">
          {sections.length > 1 && (
            <span className="heading-over">{t('section.step', { step: at + 1, of: sections.length })}</span>
          )}
          <span>{pick(section.title)}</span>
        </h1>
      </MeasureHead>
      <div className="with-steps">
        <Steps current={section.id} />
        <form {...besideSteps} noValidate className="section-form" onSubmit={onSubmit}>
          <SectionBody section={section} showMissing={back} />
          {summary}
          <div className="buttons">
            <button className="ds-button" type="submit">
              {back || !after ? t('section.toCheck') : t('section.next', { title: pick(after.title) })}
            </button>
            {before && (
              <Link className="ds-button" data-variant="secondary" to={page(before.id)}>
                {t('section.previous')}
              </Link>
            )}
            <Link className="ds-button" data-variant="tertiary" to={page('')}>
              {t('section.later')}
            </Link>
          </div>
          {sections.length > 1 && <SwitchView to="whole" />}
        </form>
      </div>
    </>
  );
}
