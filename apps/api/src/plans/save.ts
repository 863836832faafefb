import type { SavedPlan } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { agencyIdsOn } from '../directory/index.ts';
import type { Sharers } from '../financing/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { faultsIn, planAtFault } from './check.ts';
import { changesBetween, changesTerms, merge } from './parts.ts';
import type { PlanReach } from './reach.ts';
import { financingPlan } from './schema.ts';
import { lockPlan, namesOf, newestVersion, type PlanRow, versionOf, versionsOf } from './store.ts';

/** What somebody saves, and as whom. */
interface Save {
  readonly basedOn: number;
  readonly plan: SavedPlan;
  /** Parts that are to be as they are here, whatever somebody else made of them. */
  readonly keep: readonly string[];
  /** The lead may change everything; an actor costs and funding that are its alone. */
  readonly as: 'lead' | { readonly actor: string };
  readonly by: Actor;
  readonly language: Language;
}

/**
 * Saves a plan as its next version, merged by part into the newest one; a save that changes nothing makes none.
 * @throws ApiError conflict with both values where a part has been changed to something else since; notAllowed when an actor
 * would change what is not its own; answersAtFault with an issue for each fault; notFound for a version there is not. Nothing is saved then.
 */
export async function savePlan(
  tx: Transaction,
  { measure, lead, agencies }: PlanReach,
  sharers: Sharers,
  { basedOn, keep, plan: mine, as, by, language }: Save,
  now: Date,
): Promise<void> {
  await lockPlan(tx, measure.id);
  const current = await newestVersion(tx, measure.id);
  const base = basedOn === current?.version ? current.plan : await versionOf(tx, measure.id, basedOn);
  if (basedOn > 0 && (!base || !current))
    throw new ApiError('notFound', { detail: ['noVersion', { version: String(basedOn) }] });
  const plan = current ? await merged(tx, current, base, { mine, keep }) : mine;
  const changed = current ? changesBetween(current.plan, plan) : [];
  if (as !== 'lead') requireOwn(as.actor, current ? changed : undefined, sharers);
  if (current && changed.length === 0) return;
  const changes = changed.map(({ part }) => part);
  const code = [...agencies].find(([, { id }]) => id === lead.id)?.[0] ?? lead.orgnr ?? '';
  const faults = faultsIn(plan, sharers, { code, name: lead.name[language] });
  if (faults.length > 0) throw planAtFault(faults, language);
  const version = (current?.version ?? 0) + 1;
  await tx.insert(financingPlan).values({
    ...{ measureId: measure.id, version, plan },
    agencies: await agenciesOf(tx, plan, current, now),
    termsVersion: current && !changesTerms(changes) ? current.termsVersion : version,
    ...{ savedAt: now, savedBy: by.personId },
  });
  const parts = [...new Set(changes.map((part) => part.split(':')[0] ?? part))];
  await record(
    tx,
    {
      ...{ actor: auditName(by), action: 'plan.saved', subject: `measure:${measure.id}` },
      details: { version, parts, as: as === 'lead' ? 'lead' : 'actor' },
    },
    now,
  );
}

/** @throws ApiError conflict */
async function merged(
  tx: Transaction,
  current: PlanRow,
  base: SavedPlan | undefined,
  { mine, keep }: { mine: SavedPlan; keep: readonly string[] },
) {
  if (base === current.plan) return mine;
  // Who began with nothing, when there was something, has changed all of it.
  const outcome = base
    ? merge(base, current.plan, mine, keep)
    : {
        conflicts: changesBetween(current.plan, mine).map(({ part, from = null, to = null }) => ({
          ...{ part, yours: to, theirs: from },
        })),
      };
  if ('plan' in outcome) return outcome.plan;
  if (outcome.conflicts.length === 0) return mine;
  const versions = await versionsOf(tx, current.measureId);
  const names = await namesOf(
    tx,
    versions.map(({ savedBy }) => savedBy),
  );
  /** The version in which a part was last changed. */
  const last = (part: string) =>
    versions.findLast(({ plan }, at) => {
      const before = versions[at - 1];
      return !before || changesBetween(before.plan, plan).some((one) => one.part === part);
    }) ?? current;
  throw new ApiError('conflict', {
    detail: ['planChanged', { newest: String(current.version) }],
    conflicts: outcome.conflicts.map(({ part, yours, theirs }) => {
      const { savedBy, savedAt } = last(part);
      return { question: part, yours, theirs, author: names.get(savedBy ?? '') ?? '', at: savedAt.toISOString() };
    }),
  });
}

/**
 * @param changed what would change in the newest version; undefined where there is none
 * @throws ApiError notAllowed when that is something else than costs and funding that are the actor’s alone, and that bind no other as giver, before and after
 */
function requireOwn(actor: string, changed: ReturnType<typeof changesBetween> | undefined, sharers: Sharers): void {
  const own = (item: unknown) => {
    if (item === undefined) return true;
    const { actors, giver = null } = item as { actors: readonly string[]; giver?: string | null };
    return actors.length === 1 && actors[0] === actor && (giver === null || giver === actor);
  };
  if (changed?.every(({ part, from, to }) => /^(costs|funding):/.test(part) && own(from) && own(to))) return;
  throw new ApiError('notAllowed', { detail: ['notOwnLine', { actor: sharers.of(actor)?.name ?? actor }] });
}

/** Our id of each actor that is an agency: as it was read when the actor came into the plan. */
async function agenciesOf(
  tx: Transaction,
  plan: SavedPlan,
  current: PlanRow | undefined,
  now: Date,
): Promise<Record<string, string>> {
  const ids = await agencyIdsOn(tx, now.toISOString().slice(0, 10));
  return Object.fromEntries(
    plan.actors.flatMap(({ id: actor }) => {
      const id = current?.agencies[actor] ?? ids.get(actor);
      return id === undefined ? [] : [[actor, id]];
    }),
  );
}
