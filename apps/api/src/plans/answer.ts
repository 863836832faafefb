import type { Language } from '@samblikk/questionnaire';
import { v7 } from 'uuid';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { planAtFault } from './check.ts';
import type { PlanReach } from './reach.ts';
import { planAnswer, planOpening } from './schema.ts';
import { lockPlan, newestOpening, newestVersion, type PlanRow } from './store.ts';

/** The actors that are asked to agree: agencies that share a pool, but for the lead, which proposes. */
export function askedIn({ plan }: Pick<PlanRow, 'plan'>, { agencies, lead }: PlanReach): readonly string[] {
  const sharing = new Set(plan.pools.flatMap(({ actors }) => actors));
  return plan.actors
    .map(({ id }) => id)
    .filter((id) => sharing.has(id) && agencies.has(id) && !leads(id, { agencies, lead }));
}

/** Whether an actor of the plan is the agency that leads it. */
export const leads = (actor: string, { agencies, lead }: Pick<PlanReach, 'agencies' | 'lead'>): boolean =>
  agencies.get(actor)?.id === lead.id;

/**
 * Takes an actor’s answer to how costs are shared. The newest one counts, and only while the terms it was given to stand.
 * @throws ApiError alreadyDone for the lead; conflict when the terms have changed since the version that was read; answersAtFault
 * when a no has no reason, or the actor shares nothing; notFound when there is no plan, or it lacks the actor
 */
export async function answerKey(
  tx: Transaction,
  reach: PlanReach,
  { actor, version, agreed, reason }: { actor: string; version: number; agreed: boolean; reason: string },
  { by, language }: { by: Actor; language: Language },
  now: Date,
): Promise<void> {
  const { measure } = reach;
  await lockPlan(tx, measure.id);
  const current = await newestVersion(tx, measure.id);
  const agencyId = current?.agencies[actor];
  if (!current || agencyId === undefined) throw new ApiError('notFound', { detail: 'noPlan' });
  if (leads(actor, reach)) throw new ApiError('alreadyDone', { detail: 'leadProposes' });
  if (version < current.termsVersion || version > current.version)
    throw new ApiError('conflict', { detail: 'termsChanged' });
  const name = reach.agencies.get(actor)?.name[language] ?? actor;
  if (!askedIn(current, reach).includes(actor))
    throw planAtFault([{ part: 'pools', code: 'nothingShared', params: { actor: name } }], language);
  if (!agreed && reason === '') throw planAtFault([{ part: 'reason', code: 'reasonMissing' }], language);
  const { termsVersion } = current;
  const given = { measureId: measure.id, actor, agencyId, termsVersion, agreed, reason };
  await tx.insert(planAnswer).values({ id: v7(), ...given, answeredAt: now, answeredBy: by.personId });
  await record(
    tx,
    {
      ...{ actor: auditName(by), action: 'plan.answered', subject: `measure:${measure.id}` },
      details: { version: current.version, agency: agencyId, agreed },
    },
    now,
  );
}

/**
 * Opens some actors of a plan to the public, as the plan is now, instead of what was open before; none closes it.
 * @throws ApiError conflict when the plan has changed since the version that was read; answersAtFault for what is no actor of it;
 * notFound when there is none
 */
export async function openPlan(
  tx: Transaction,
  { measure }: PlanReach,
  { version, actors }: { version: number; actors: readonly string[] },
  { by, language }: { by: Actor; language: Language },
  now: Date,
): Promise<void> {
  await lockPlan(tx, measure.id);
  const current = await newestVersion(tx, measure.id);
  if (!current) throw new ApiError('notFound', { detail: 'noPlan' });
  const opened = [...new Set(actors)];
  // To close is always possible.
  if (version !== current.version && opened.length > 0)
    throw new ApiError('conflict', { detail: ['planChanged', { newest: String(current.version) }] });
  const strangers = opened.filter((id) => !current.plan.actors.some((actor) => actor.id === id));
  if (strangers.length > 0)
    throw planAtFault(
      strangers.map((actor) => ({ part: 'actors', code: 'noActor' as const, params: { actor } })),
      language,
    );
  const before = await newestOpening(tx, measure.id);
  if (opened.length === 0 && (before?.actors.length ?? 0) === 0) return;
  const of = { measureId: measure.id, version: current.version, actors: opened };
  await tx.insert(planOpening).values({ id: v7(), ...of, openedAt: now, openedBy: by.personId });
  await record(
    tx,
    {
      ...{ actor: auditName(by), action: 'plan.opened', subject: `measure:${measure.id}` },
      details: { version: current.version, actors: opened.length },
    },
    now,
  );
}
