import './plans.css';
import type { SavedPlan } from '@samblikk/contract/client';
import { principleNames } from '@samblikk/financing';
import { useEffect, useRef, useState } from 'react';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useSubmit,
} from 'react-router';
import { languageOfPath, useHref, usePick } from '../i18n/index.ts';
import { ApiProblem } from '../platform/index.ts';
import { Crumbs, PageTitle, planPath, plansPath, problemOf, redirectTo, signedInApi } from '../ui/index.ts';
import { EditActors } from './edit-actors.tsx';
import { EditLines } from './edit-lines.tsx';
import { EditFrame, EditOthers, EditPools } from './edit-more.tsx';
import {
  BringBack,
  joinedBy,
  type Outcome,
  Outcomes,
  useKept,
  useLeaving,
  withActors,
  withTheirs,
} from './edit-state.tsx';
import { useEditText } from './edit-texts.ts';
import { type Choice, SelectField, TextField } from './fields.tsx';
import { measureOf } from './plan.tsx';
import { usePlanText } from './texts.ts';
import { type TypedFault, type TypedPlan, toSaved, toTyped } from './typed-plan.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const call = signedInApi(args);
  const query = { lang: languageOfPath(args.url.pathname) };
  const view = await call('readFinancingPlan', { params: { measure: measureOf(args) }, query });
  const own = args.url.searchParams.get('part') ?? undefined;
  const may = own === undefined ? view.may.lead : view.may.ownLines.includes(own);
  if (!may) throw redirectTo(args.url, planPath(view.measure.id));
  const { sharers } = own === undefined ? await call('listCostSharers', { query }) : { sharers: [] };
  return { view, own, sharers };
}

/** What is loaded is what one began with: a save that is refused must not bring in what others wrote. */
export const shouldRevalidate = () => false;

export async function action(args: ActionFunctionArgs): Promise<Outcome | Response> {
  const measure = measureOf(args);
  const own = args.url.searchParams.get('part');
  const form = await args.request.formData();
  const body = JSON.parse(String(form.get('body'))) as { basedOn: number; plan: SavedPlan; keep: string[] };
  const call = signedInApi(args);
  const query = { lang: languageOfPath(args.url.pathname) };
  try {
    const { version } =
      own === null
        ? await call('saveFinancingPlan', { params: { measure }, query, body })
        : await call('saveOwnPlanLines', { params: { measure, actor: own }, query, body });
    return redirectTo(args.url, `${planPath(measure)}?lagret=${version}`);
  } catch (error) {
    const refused = problemOf(error);
    return { ...refused, conflicts: error instanceof ApiProblem ? error.problem.conflicts : undefined };
  }
}

/** The form of a plan: all of it for the lead, its own lines for an actor. What is typed stays until it is saved. */
export default function EditPlan() {
  const { view, own, sharers } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const s = useEditText();
  const words = usePlanText();
  const pick = usePick();
  const to = useHref();
  const submit = useSubmit();
  const start = toTyped(view.plan);
  const [typed, setTyped] = useState<TypedPlan>(start);
  const [basedOn, setBasedOn] = useState(view.version);
  const [faults, setFaults] = useState<readonly TypedFault[]>([]);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const sending = useRef(false);
  const dirty = JSON.stringify(typed) !== JSON.stringify(start);
  useKept({ measure: view.measure.id, typed, basedOn, dirty });
  useLeaving(dirty, sending, s('leave'));

  const change = (changed: Partial<TypedPlan>) => setTyped((before) => ({ ...before, ...changed }));
  const known = new Map([...sharers, ...view.actors].map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => known.get(id) ?? id.replace(/^annen:/, '');
  const actors = typed.actors.map(({ id }): Choice => [id, nameOf(id)]);
  const bases = view.bases.map(({ basis, label }): Choice => [basis, label]);
  const counted = bases.filter(
    ([basis]) => basis !== 'equal' && typed.pools.some(({ weights }) => (weights[basis] ?? '').trim() !== ''),
  );
  const title = own === undefined ? s('title') : s('titleOwn', { name: nameOf(own) });
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    const saved = toSaved(typed);
    if ('faults' in saved) return setFaults(saved.faults);
    setFaults([]);
    sending.current = true;
    const body = JSON.stringify({ basedOn, plan: saved.plan, keep: [...kept] });
    submit({ body }, { method: 'post' });
  };
  useEffect(() => {
    if (outcome) sending.current = false;
  }, [outcome]);
  return (
    <div className="plan-page">
      <PageTitle title={title} />
      <Crumbs
        trail={[
          [plansPath, words('plans')],
          [planPath(view.measure.id), view.plan.name],
        ]}
        here={title}
      />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      {own !== undefined && <p className="lead">{s('ownLead')}</p>}
      <BringBack
        measure={view.measure.id}
        onBring={(before) => {
          setTyped(before.typed);
          setBasedOn(before.basedOn);
        }}
      />
      <form className="plan-form" noValidate onSubmit={save}>
        {own === undefined && (
          <section className="hub-section" aria-labelledby="about">
            <h2 className="ds-heading" data-size="sm" id="about">
              {s('about')}
            </h2>
            <TextField id="name" label={s('name')} value={typed.name} onChange={(name) => change({ name })} />
            <SelectField
              id="principle"
              label={s('principle')}
              value={typed.principle}
              choices={Object.entries(principleNames).map(([code, name]): Choice => [code, pick(name)])}
              onChange={(principle) => change({ principle })}
            />
          </section>
        )}
        {own === undefined && (
          <EditActors
            actors={typed.actors}
            lead={view.actors.find(({ lead }) => lead)?.id}
            nameOf={nameOf}
            bases={counted}
            sharers={sharers}
            known={(id) => id.startsWith('kommune:')}
            kindOf={(id) => (id.startsWith('annen:') ? 'other' : sharers.find((one) => one.id === id)?.kind)}
            onChange={(all) => change(withActors(typed, all))}
            onAdd={(all) => {
              setTyped((before) => ({ ...before, actors: joinedBy(before.actors, all) }));
            }}
          />
        )}
        {(['costs', 'funding'] as const).map((list) => (
          <EditLines
            key={list}
            list={list}
            lines={typed[list]}
            actors={actors}
            own={own}
            onChange={(lines) => change({ [list]: lines })}
          />
        ))}
        {own === undefined && (
          <>
            <EditPools
              pools={typed.pools}
              actors={actors}
              bases={bases}
              years={view.population.years}
              population={typed.population}
              onChange={(pools) => change({ pools })}
              onPopulation={(population) => change({ population })}
            />
            <EditOthers others={typed.costsOfOthers} onChange={(costsOfOthers) => change({ costsOfOthers })} />
            <EditFrame typed={typed} onChange={change} />
          </>
        )}
        <Outcomes
          outcome={outcome}
          faults={faults}
          kept={kept}
          nameOf={nameOf}
          onChoose={(conflict, mine) => {
            setKept(
              new Set(mine ? [...kept, conflict.question] : [...kept].filter((part) => part !== conflict.question)),
            );
            if (!mine) setTyped(withTheirs(typed, conflict));
          }}
        />
        <div className="choice-row">
          <button className="ds-button" type="submit">
            {s('save')}
          </button>
          <Link className="ds-button" data-variant="tertiary" to={to(planPath(view.measure.id))}>
            {s('cancel')}
          </Link>
        </div>
      </form>
    </div>
  );
}
