import './measure-page.css';
import type { RegisterMeasure } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { languageOfPath, Norwegian, usePublicText } from '../i18n/index.ts';
import { addressOf, type Call, platformContext } from '../platform/index.ts';
import {
  Breadcrumbs,
  dated,
  Notice,
  PageTitle,
  profilePath,
  publicHeaders,
  refusal,
  releaseSource,
  shortened,
  useDataHref,
  usePreview,
} from '../ui/index.ts';
import { FeedOf } from './follow.tsx';
import { Aside } from './measure-aside.tsx';
import { Fate, Similar, Timeline } from './measure-life.tsx';

export const headers = publicHeaders;

/** The same measure as a file: `/tiltak/2019-0042.json` leads to the address of the API that has it. */
const files = { xlsx: 'measureXlsx', csv: 'measureCsv', json: 'measureJson', jsonld: 'measureJsonLd' } as const;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const pinned = ['round', 'release'].flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [[name, value]];
  });
  const lang = languageOfPath(pathname);
  const query = new URLSearchParams([...pinned, ['lang', lang]]);
  const [, id = params.number ?? '', form] = /^(.+)\.(xlsx|csv|json|jsonld)$/.exec(params.number ?? '') ?? [];
  if (form !== undefined) throw redirect(addressOf(files[form as keyof typeof files], { params: { id }, query }));
  try {
    const { call, api, preview } = releaseSource({ context, params });
    const [measure, similar, hasPlan] = await Promise.all([
      call('readMeasure', { params: { id }, query }),
      preview ? [] : api('similarToMeasure', { params: { id }, query: { lang } }),
      !preview && hasOpenPlan(api, id),
    ]);
    const { publicUrl } = context.get(platformContext);
    return dated({ measure, similar, publicUrl, hasPlan }, [measure.release.frozenAt], preview);
  } catch (error) {
    refusal(error);
  }
}

/** Whether something of its financing plan is open. */
const hasOpenPlan = (api: Call, id: string): Promise<boolean> =>
  api('readPublicFinancingPlan', { params: { id } }).then(
    () => true,
    () => false,
  );

/** One measure: everything the agency has cleared, what it has not, and where it has been before. */
export default function MeasurePage() {
  const t = usePublicText();
  const to = useDataHref();
  const { measure, similar, publicUrl, hasPlan } = useLoaderData<typeof loader>();
  const title = measure.title ?? t('measure.untitled', { number: measure.number });
  const values = { number: measure.number, year: String(measure.year) };
  const preview = usePreview();
  // What staff see beforehand has no pages of agencies: its list does.
  const owner = (profile: 'agency' | 'ministry', code: string) =>
    to(preview ? `/register?${profile}=${code}` : `${profilePath(profile, code)}?round=${measure.year}`);
  return (
    <article className="measure-page">
      <PageTitle
        title={title}
        description={shortened(measure.summary ?? `${t('measure.numberYear', values)}. ${measure.agency.label}.`)}
        picture={{
          release: measure.release.name,
          kind: 'measure',
          id: measure.number,
          alt: `${title}. ${measure.agency.label}`,
        }}
      />
      <FeedOf path={`/tiltak/${measure.number}.atom`} title={t('follow.measureTitle', { number: measure.number })} />
      <Breadcrumbs trail={[['/register', t('nav.register')]]} here={measure.number} />
      <header className="measure-head">
        <p className="figure-kicker">{t('measure.numberYear', values)}</p>
        <h1 className="ds-heading" data-size="lg">
          {measure.title ? <Norwegian>{title}</Norwegian> : title}
        </h1>
        <p className="measure-by">
          <a href={owner('agency', measure.agency.code)}>{measure.agency.label}</a>
          <span aria-hidden="true"> · </span>
          <a href={owner('ministry', measure.ministry.code)}>{measure.ministry.label}</a>
        </p>
        {measure.summary && (
          <p className="lead">
            <Norwegian>{measure.summary}</Norwegian>
          </p>
        )}
      </header>
      <Notice texts={[measure.notice]} />
      <Fate measure={measure} />
      <Highlights measure={measure} />
      <Withheld measure={measure} />
      <div className="measure-body">
        <div className="measure-answers">
          {measure.sections.map((section) => (
            <Section key={section.id} section={section} measure={measure} />
          ))}
          {measure.derived.length > 0 && <Derived measure={measure} />}
          {measure.solutions.length > 0 && <Solutions measure={measure} />}
          <Timeline measure={measure} />
          <Similar similar={similar} of={measure} />
        </div>
        <Aside measure={measure} title={title} publicUrl={publicUrl} hasPlan={hasPlan} />
      </div>
    </article>
  );
}

/** What is kept back, told before the answers: it explains the gaps. */
function Withheld({ measure }: { measure: RegisterMeasure }) {
  const t = usePublicText();
  const to = useDataHref();
  const fields = measure.sections.flatMap(({ answers }) => answers.filter(({ state }) => state === 'withheld'));
  const grounds = measure.sections.flatMap(({ answers }) =>
    answers.filter(({ question }) => measure.grounds.includes(question)),
  );
  if (fields.length === 0 && measure.visibility === 'whole') return null;
  return (
    <div className="card withheld">
      <h2 className="ds-heading" data-size="2xs">
        {t('measure.withheldTitle')}
      </h2>
      {fields.length > 0 && (
        <p>{t('measure.withheldFields', { fields: fields.map(({ label }) => label).join('; ') })}</p>
      )}
      {grounds.length > 0 && (
        <>
          <p>{t('measure.basis')}</p>
          <dl className="withheld-grounds">
            {grounds.map(({ question, label, text }) => (
              <div key={question}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </>
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

/** The common solutions it has to do with, each with a page of its own. */
function Solutions({ measure: { solutions, year } }: { measure: RegisterMeasure }) {
  const t = usePublicText();
  const to = useDataHref();
  return (
    <section aria-labelledby="solutions">
      <h2 className="ds-heading" data-size="sm" id="solutions">
        {t('solutions.title')}
      </h2>
      <p className="subtle small">{t('solutions.inMeasure')}</p>
      <ul className="downloads">
        {solutions.map(({ code, label }) => (
          <li key={code}>
            <a href={to(`/fellesloesninger/${code}?round=${year}`)}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
