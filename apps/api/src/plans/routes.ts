import {
  answerPlanKey,
  listFinancingPlans,
  listFinancingPlanVersions,
  openFinancingPlan,
  readFinancingPlan,
  readPublicFinancingPlan,
  saveFinancingPlan,
  saveOwnPlanLines,
} from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sharersOn } from '../financing/index.ts';
import { type Deps, languageOf, negotiateFormat, sendFile, serve, serveOver } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { actorOf, type Signed } from '../platform/signed/index.ts';
import { measurePage, publicTitles } from '../register/index.ts';
import { answerKey, openPlan } from './answer.ts';
import { planCsv } from './files.ts';
import { plansFor } from './list.ts';
import { openingOf, openPlanOf } from './open-plan-of.ts';
import { type PlanReach, reachOf, targetOf, targetOfActor } from './reach.ts';
import { savePlan } from './save.ts';
import { changesOf } from './versions.ts';
import { populationYear, viewOf } from './view.ts';

/** Financing plans of measures: made by the agency that owns one, with its actors, and open to the public as far as that agency says. */
export function planRoutes(app: FastifyInstance, { db, readDb, clock }: Deps): void {
  const today = () => osloDay(clock());
  const reach = ({ measure }: { measure: string }) => reachOf(db, measure, today());
  /** Over the lead, over one actor, or over all who read it. */
  const overLead = async ({ params }: { params: { measure: string } }) => {
    const found = await reach(params);
    return { ...found, target: targetOf(found.lead) };
  };
  const overActor = async ({ params }: { params: { measure: string; actor: string } }) => {
    const found = await reach(params);
    return { ...found, target: targetOfActor(found, params.actor) };
  };
  const overReaders = async ({ params }: { params: { measure: string } }) => {
    const found = await reach(params);
    return { ...found, target: found.readers };
  };
  const sharersIn = (year: number, language: Language) => sharersOn(db, today(), populationYear(year), language);
  const show = async (found: PlanReach, user: Signed | undefined, request: FastifyRequest) => {
    const language = languageOf(request);
    const sharers = await sharersIn(found.current?.plan.population ?? 0, language);
    const reading = { sharers, roles: user?.roles ?? [], thisYear: Number(today().slice(0, 4)), language };
    return viewOf(db, found, reading);
  };
  /** As it is once something was done. */
  const anew = async ({ measure }: PlanReach, user: Signed | undefined, request: FastifyRequest) =>
    show(await reachOf(db, measure.id, today()), user, request);

  serve(app, listFinancingPlans, async ({ user, request }) => ({
    plans: await plansFor(db, user?.roles ?? [], today(), languageOf(request)),
  }));

  serveOver(app, readFinancingPlan, overReaders, async ({ user, request }, found) => {
    const view = await show(found, user, request);
    // Where there is none, there is one to begin with for those who may make it.
    if (!found.current && !view.may.lead) throw new ApiError('notFound', { detail: 'noPlan' });
    return view;
  });

  serveOver(app, saveFinancingPlan, overLead, async ({ body, user, request }, found) => {
    const language = languageOf(request);
    const save = { ...body, as: 'lead' as const, by: actorOf(user), language };
    const sharers = await sharersIn(body.plan.population, language);
    await db.transaction((tx) => savePlan(tx, found, sharers, save, clock()));
    return anew(found, user, request);
  });

  serveOver(app, saveOwnPlanLines, overActor, async ({ params: { actor }, body, user, request }, found) => {
    const language = languageOf(request);
    const sharers = await sharersIn(body.plan.population, language);
    const save = { ...body, as: { actor }, by: actorOf(user), language };
    await db.transaction((tx) => savePlan(tx, found, sharers, save, clock()));
    return anew(found, user, request);
  });

  serveOver(app, answerPlanKey, overActor, async ({ params: { actor }, body, user, request }, found) => {
    const by = { by: actorOf(user), language: languageOf(request) };
    await db.transaction((tx) => answerKey(tx, found, { actor, ...body }, by, clock()));
    return anew(found, user, request);
  });

  serveOver(app, openFinancingPlan, overLead, async ({ body, user, request }, found) => {
    const { number } = found.measure;
    const isPublic = (await publicTitles(readDb, clock(), [number])).has(number);
    if (body.actors.length > 0 && !isPublic) throw new ApiError('measureNotPublic');
    const by = { by: actorOf(user), language: languageOf(request) };
    await db.transaction((tx) => openPlan(tx, found, body, by, clock()));
    return anew(found, user, request);
  });

  serveOver(app, listFinancingPlanVersions, overReaders, async (_call, { measure }) => changesOf(db, measure.id));

  serve(app, readPublicFinancingPlan, async ({ params: { id }, query, request, reply }) => {
    const language = languageOf(request);
    // Most measures have none: that is quickly said.
    const opening = await openingOf(db, id);
    const { number, title } = await measurePage(readDb, clock(), { id }, language);
    const told = { number, title, ...(await openPlanOf(db, opening, today(), language)) };
    // What is closed again is so at once.
    reply.header('cache-control', 'no-cache');
    const format = negotiateFormat('financingPlan', query.format, request);
    if (format === 'json') return told;
    const content = planCsv(told, language, format === 'csv' ? 'strict' : 'excel');
    return sendFile(reply, { format, name: `samblikk-financing-plan-${number}`, content });
  });
}
