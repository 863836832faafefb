import { Link, Navigate } from 'react-router';
import { useHref, usePick, useText } from '../../i18n/index.ts';
import { checkPage, measurePath, PageTitle } from '../../ui/index.ts';
import { useMeasureForm } from '../form/measure-form-context.ts';
import { useFocusOnHash } from '../form/question-place.ts';
import { MeasureHead, useMeasureTitle } from './measure-head.tsx';
import { SectionBody, useAsked, useGoOn } from './section-body.tsx';
import { askingSections } from './steps.tsx';
import { SwitchView } from './view.tsx';

/** All sections on one page, for those who prefer it: the same questions and the same saving. */
export function WholeForm() {
  const { draft, readOnly } = useMeasureForm();
  const to = useHref();
  if (readOnly) return <Navigate replace to={to(measurePath(draft.year, draft.id, checkPage))} />;
  return <AllSections />;
}

function AllSections() {
  const { edition, draft } = useMeasureForm();
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const title = useMeasureTitle();
  const asked = useAsked();
  useFocusOnHash();
  const sections = askingSections({ edition, draft });
  const questions = sections.flatMap((section) => asked(section).map(({ id }) => id));
  const { onSubmit, summary } = useGoOn(questions, to(measurePath(draft.year, draft.id, checkPage)));
  return (
    <>
      <PageTitle title={`${t('view.title')} – ${title}`} />
      <MeasureHead>
        <h1 className="ds-heading" data-size="lg">
          {t('view.title')}
        </h1>
        <SwitchView to="sections" />
      </MeasureHead>
      <form noValidate className="section-form" onSubmit={onSubmit}>
        {sections.map((section) => (
          <section key={section.id} className="section-form" aria-labelledby={`section-${section.id}`}>
            <h2 className="ds-heading" data-size="md" id={`section-${section.id}`}>
              {pick(section.title)}
            </h2>
            <SectionBody section={section} showMissing={false} />
          </section>
        ))}
        {summary}
        <div className="buttons">
          <button className="ds-button" type="submit">
            {t('section.toCheck')}
          </button>
          <Link className="ds-button" data-variant="tertiary" to={to(measurePath(draft.year, draft.id))}>
            {t('section.later')}
          </Link>
        </div>
      </form>
    </>
  );
}
