import './measure-page.css';
import type { RegisterMeasure } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, languageOfPath, Norwegian, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { platformContext } from '../platform/index.ts';
import {
  Breadcrumbs,
  dated,
  fileAddress,
  Notice,
  PageTitle,
  publicHeaders,
  refusal,
  releaseChangesPath,
  releaseSource,
  useDataHref,
  usePreview,
} from '../ui/index.ts';

export const headers = publicHeaders;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const pinned = ['round', 'release'].flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [[name, value]];
  });
  const query = new URLSearchParams([...pinned, ['lang', languageOfPath(pathname)]]);
  try {
    const { call, preview } = releaseSource({ context, params });
    const measure = await call('readMeasure', { params: { id: params.number ?? '' }, query });
    const { publicUrl } = context.get(platformContext);
    return dated({ measure, publicUrl }, [measure.release.frozenAt], preview);
  } catch (error) {
    refusal(error);
  }
}

/** One measure: everything the agency has cleared, what it has not, and where it has been before. */
export default function MeasurePage() {
  const t = usePublicText();
  const to = useDataHref();
  const { measure, publicUrl } = useLoaderData<typeof loader>();
  const title = measure.title ?? t('measure.untitled', { number: measure.number });
  return (
    <article className="measure-page">
      <PageTitle title={title} {...(measure.summary && { description: measure.summary.slice(0, 160) })} />
      <Breadcrumbs trail={[['/register', t('nav.register')]]} here={measure.number} />
      <header className="measure-head">
        <p className="figure-kicker">
          {t('measure.numberYear', { number: measure.number, year: String(measure.year) })}
        </p>
        <h1 className="ds-heading" data-size="lg">
          {measure.title ? <Norwegian>{title}</Norwegian> : title}
        </h1>
        <p className="measure-by">
          <a href={to(`/register?agency=${measure.agency.code}`)}>{measure.agency.label}</a>
          <span aria-hidden="true"> · </span>
          <a href={to(`/register?ministry=${measure.ministry.code}`)}>{measure.ministry.label}</a>
        </p>
        {measure.summary && (
          <p className="lead">
            <Norwegian>{measure.summary}</Norwegian>
          </p>
        )}
      </header>
      <Notice texts={[measure.notice]} />
      <Highlights measure={measure} />
      <Withheld measure={measure} />
      <div className="measure-body">
        <div className="measure-answers">
          {measure.sections.map((section) => (
            <Section key={section.id} section={section} measure={measure} />
          ))}
          {measure.derived.length > 0 && <Derived measure={measure} />}
        </div>
        <Aside measure={measure} title={title} publicUrl={publicUrl} />
      </div>
    </article>
  );
}

/** What is kept back, told before the answers: it explains the gaps. */
function Withheld({ measure }: { measure: RegisterMeasure }) {
  const t = usePublicText();
  const to = useDataHref();
  const fields = measure.sections.flatMap(({ answers }) => answers.filter(({ state }) => state === 'withheld'));
  if (fields.length === 0 && measure.visibility === 'whole') return null;
  return (
    <div className="card withheld">
      <h2 className="ds-heading" data-size="2xs">
        {t('measure.withheldTitle')}
      </h2>
      {fields.length > 0 && (
        <p>{t('measure.withheldFields', { fields: fields.map(({ label }) => label).join('; ') })}</p>
      )}
      <p>
        <a href={to('/om-dataene#unntatt')}>{t('register.withheldWhy')}</a>
      </p>
    </div>
  );
}

type Answer = RegisterMeasure['sections'][number]['answers'][number];

/** What most come to read: the cost, how far it has come, who pays and who takes part, as far as it is told. */
function Highlights({ measure }: { measure: RegisterMeasure }) {
  const t = usePublicText();
  const all = measure.sections.flatMap(({ answers }) => answers);
  const answers = measure.highlights.flatMap((highlight) => {
    const answer = all.find(({ question }) => question === highlight.question);
    return answer ? [{ ...answer, text: highlight.text }] : [];
  });
  if (answers.length === 0) return null;
  return (
    <dl className="highlights" aria-label={t('measure.highlights')}>
      {answers.map((answer) => (
        <div key={answer.question}>
          <dt>{answer.name}</dt>
          <Values answer={answer} year={measure.year} />
        </div>
      ))}
    </dl>
  );
}

/** One section of the survey, without what stands at the top of the page already. */
function Section({ section, measure }: { section: RegisterMeasure['sections'][number]; measure: RegisterMeasure }) {
  // An amount that is rounded at the top is told to the krone here.
  const isAbove = ({ question, text }: Answer) =>
    measure.highlights.some((highlight) => highlight.question === question && highlight.text === text) ||
    (text !== null && (text === measure.title || text === measure.summary));
  const answers = section.answers.filter((answer) => !isAbove(answer));
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby={`section-${section.id}`}>
      <h2 className="ds-heading" data-size="sm" id={`section-${section.id}`}>
        {section.title}
      </h2>
      <dl className="answers">
        {answers.map((answer) => (
          <div key={answer.question} className="answer">
            <dt>{answer.label}</dt>
            <Values answer={answer} year={measure.year} />
          </div>
        ))}
      </dl>
    </section>
  );
}

/** An answer, each code a link to the measures that answered the same; or why there is none to read. */
function Values({ answer, year }: { answer: Answer; year: number }) {
  const t = usePublicText();
  const to = useDataHref();
  const { question, state, text, values, corrected } = answer;
  if (state !== 'answered')
    return <dd className="subtle">{t(state === 'blank' ? 'measure.blank' : 'measure.withheld')}</dd>;
  const mark = corrected && <dd className="subtle small">{t('measure.corrected')}</dd>;
  if (values.length === 0)
    return (
      <>
        <dd className="long-text">{text}</dd>
        {mark}
      </>
    );
  return (
    <>
      {values.map(({ code, label }) => (
        <dd key={code}>
          <a
            href={to(`/register?round=${year}&${question}=${encodeURIComponent(code)}`)}
            title={t('measure.sameAnswer')}
          >
            {label}
          </a>
        </dd>
      ))}
      {mark}
    </>
  );
}

function Derived({ measure }: { measure: RegisterMeasure }) {
  const t = usePublicText();
  const to = useDataHref();
  return (
    <section aria-labelledby="derived">
      <h2 className="ds-heading" data-size="sm" id="derived">
        {t('measure.derived')}
      </h2>
      <dl className="answers">
        {measure.derived.map(({ id, label, rule, code, text }) => (
          <div key={id} className="answer">
            <dt>
              {label}
              <span className="subtle small answer-rule">{rule}</span>
            </dt>
            <dd>
              <a href={to(`/register?round=${measure.year}&${id}=${encodeURIComponent(code)}`)}>{text}</a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Aside({ measure, title, publicUrl }: { measure: RegisterMeasure; title: string; publicUrl: string }) {
  const t = usePublicText();
  const to = useDataHref();
  const publicHref = useHref();
  const preview = usePreview();
  const language = useLanguage();
  const dataAsOf = formatDate(measure.release.dataAsOf, language);
  const permanent = `${publicUrl}${publicHref(`/tiltak/${measure.number}?round=${measure.year}&release=${measure.release.number}`)}`;
  const other = {
    params: { id: measure.number },
    query: { round: measure.year, release: measure.release.number, lang: language },
  };
  return (
    <aside className="measure-aside" aria-label={t('measure.about')}>
      <section>
        <h2 className="ds-heading" data-size="2xs">
          {t('measure.history')}
        </h2>
        <ul className="plain">
          {measure.history.map(({ year, title: then, agency }) => (
            <li key={year}>
              <a
                href={(year === measure.year ? to : publicHref)(`/tiltak/${measure.number}?round=${year}`)}
                aria-current={year === measure.year ? 'true' : undefined}
              >
                {year}
              </a>
              {then !== measure.title && then !== null && (
                <span>
                  : <Norwegian>{then}</Norwegian>
                </span>
              )}
              {agency.code !== measure.agency.code && <span className="subtle"> ({agency.label})</span>}
            </li>
          ))}
        </ul>
        <p className="small subtle">
          {t('measure.release', { year: String(measure.year), number: measure.release.number, date: dataAsOf })}{' '}
          <a href={to(releaseChangesPath(measure.release.name))}>{t('changes.see', { name: measure.release.name })}</a>
        </p>
        {measure.late && <p className="small subtle">{t('measure.lateText')}</p>}
      </section>
      <section>
        <h2 className="ds-heading" data-size="2xs">
          {t('measure.more')}
        </h2>
        <ul className="plain">
          <li>
            <a href={to(`/register?agency=${measure.agency.code}`)}>
              {t('measure.sameAgency', { agency: measure.agency.label })}
            </a>
          </li>
          <li>
            <a href={fileAddress(preview, 'readMeasure', other)}>{t('measure.json')}</a>
          </li>
        </ul>
      </section>
      <section>
        <h2 className="ds-heading" data-size="2xs">
          {t('measure.cite')}
        </h2>
        <p className="small cite">
          {t('measure.citation', {
            agency: measure.agency.label,
            year: String(measure.year),
            title,
            number: measure.number,
            date: dataAsOf,
          })}{' '}
          <a href={permanent}>{permanent}</a>
        </p>
      </section>
    </aside>
  );
}
