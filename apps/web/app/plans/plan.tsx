import './plans.css';
import { principleNames } from '@samblikk/financing';
import { type ReactNode, useEffect } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { languageOfPath, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { ActionOutcome, Crumbs, PageTitle, plansPath, problemOf, type Refused, signedInApi } from '../ui/index.ts';
import { Agreement } from './agreement.tsx';
import { CoverageTables } from './coverage.tsx';
import { History } from './history.tsx';
import { forgetTyped } from './kept.ts';
import { Lines } from './lines.tsx';
import { FrameTable, MayUse, Others } from './more.tsx';
import { Opening } from './opening.tsx';
import { editPlanPath } from './plan-addresses.ts';
import { Sharing } from './sharing.tsx';
import { usePlanText } from './texts.ts';

export const handle = { interactive: true };

type Outcome = { readonly done: 'answered' | 'opened' } | Refused;

/** The measure of an address such as `/finansieringsplaner/<id>`. Throws a 404 page when it is none. */
export function measureOf({ params }: Pick<LoaderFunctionArgs, 'params'>): string {
  const measure = params.measure ?? '';
  if (!/^[0-9a-f-]{36}$/.test(measure)) throw data({ code: 'notFound' }, { status: 404 });
  return measure;
}

export async function loader(args: LoaderFunctionArgs) {
  const params = { measure: measureOf(args) };
  const call = signedInApi(args);
  const view = await call('readFinancingPlan', { params, query: { lang: languageOfPath(args.url.pathname) } });
  const { versions } = await call('listFinancingPlanVersions', { params });
  return { view, versions };
}

/** Answers the sharing, or says what everyone may see. */
export async function action(args: ActionFunctionArgs): Promise<Outcome> {
  const form = await args.request.formData();
  const measure = measureOf(args);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const version = Number(text('version'));
  const call = signedInApi(args);
  const query = { lang: languageOfPath(args.url.pathname) };
  try {
    if (text('do') === 'open' || text('do') === 'close') {
      const actors = text('do') === 'open' ? form.getAll('open').map(String) : [];
      await call('openFinancingPlan', { params: { measure }, query, body: { version, actors } });
      return { done: 'opened' };
    }
    const body = { version, agreed: text('do') === 'agree', reason: text('reason') };
    await call('answerPlanKey', { params: { measure, actor: text('actor') }, query, body });
    return { done: 'answered' };
  } catch (error) {
    return problemOf(error);
  }
}

/** A financing plan as its actors read it. */
export default function Plan() {
  const { view, versions } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const [search] = useSearchParams();
  const s = usePlanText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const { measure, lead, plan, version, savedAt, savedBy, may, actors } = view;
  const saved = search.get('lagret') === String(version) && outcome === undefined;
  useEffect(() => {
    if (saved) forgetTyped(measure.id);
  }, [saved, measure.id]);
  const own = may.lead ? [] : may.ownLines;
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? id;
  return (
    <div className="plan-page">
      <PageTitle title={plan.name} />
      <Crumbs trail={[[plansPath, s('plans')]]} here={plan.name} />
      <h1 className="ds-heading" data-size="lg">
        {plan.name}
      </h1>
      <p className="lead">{s('of', { number: measure.number, name: pick(lead.name) })}</p>
      <ActionOutcome
        of={saved ? { done: 'saved' as const } : outcome}
        done={({ done }) => s(done)}
        refused={({ code, detail, issues }) =>
          code === 'measureNotPublic' ? s('notPublic') : s('failed', { reason: issues[0]?.text ?? detail ?? code })
        }
      />
      <p className="small subtle">
        {savedAt === null
          ? s('notMade')
          : s('savedBy', { version, time: showMoment(savedAt, language), name: savedBy ?? '' })}
      </p>
      <div className="choice-row">
        {may.lead && (
          <Link className="ds-button" to={to(editPlanPath(measure.id))}>
            {s(version === 0 ? 'make' : 'edit')}
          </Link>
        )}
        {version > 0 &&
          own.map((id) => (
            <Link key={id} className="ds-button" to={to(editPlanPath(measure.id, id))}>
              {s('editOwn', { name: nameOf(id) })}
            </Link>
          ))}
      </div>
      {version > 0 && (
        <>
          <Part id="coverage" title={s('coverage')}>
            <p>{`${pick(principleNames[plan.principle])}.`}</p>
            <CoverageTables coverage={view.coverage} />
          </Part>
          <Part id="sharing" title={s('sharing')}>
            <Sharing view={view} />
          </Part>
          <Agreement view={view} />
          <Part id="schemes" title={s('schemes')}>
            <MayUse view={view} />
          </Part>
          <Part id="uncertainty" title={s('uncertainty')}>
            <FrameTable view={view} />
          </Part>
          <Others view={view} />
          <Part id="lines" title={s('lines')}>
            <Lines view={view} />
          </Part>
          <Opening view={view} />
          <Part id="history" title={s('history')}>
            <History versions={versions} nameOf={nameOf} />
          </Part>
        </>
      )}
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="hub-section" aria-labelledby={`${id}-title`}>
      <h2 className="ds-heading" data-size="sm" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}
