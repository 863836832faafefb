import { type HeldRole, type listFinancingPlans, may, type ReplyOf } from '@samblikk/contract';
import { coverageOf, newestPopulation } from '@samblikk/financing';
import type { Language } from '@samblikk/questionnaire';
import { sharersOn } from '../financing/index.ts';
import type { Database } from '../platform/db/index.ts';
import { askedIn } from './answer.ts';
import { asFinancing } from './as-financing.ts';
import { carriersOn, reachBy, targetOf, targetOfActor } from './reach.ts';
import { answersOf, newestOpening, newestVersions } from './store.ts';
import { stateOf } from './view.ts';

/** The plans that someone with these roles may read, those saved last first. */
export async function plansFor(
  db: Database,
  roles: readonly HeldRole[],
  day: string,
  language: Language,
): Promise<ReplyOf<typeof listFinancingPlans>['plans']> {
  const sharers = await sharersOn(db, day, newestPopulation, language);
  const plans: (ReplyOf<typeof listFinancingPlans>['plans'][number] & { readonly number: number })[] = [];
  const carrier = await carriersOn(db, day);
  for (const row of await newestVersions(db)) {
    const reach = await reachBy(db, row.measureId, row, carrier);
    if (!reach || !may(roles, 'plan.read', reach.readers)) continue;
    const own = (id: string) => may(atAgencies(roles), 'plan.read', targetOfActor(reach, id));
    const asLead = may(atAgencies(roles), 'plan.read', targetOf(reach.lead));
    const answers = await answersOf(db, row.measureId);
    const waiting = askedIn(row, reach).filter((id) =>
      ['waiting', 'lapsed'].includes(stateOf(answers.get(id), row.termsVersion)),
    );
    plans.push({
      ...{ measure: reach.measure, name: row.plan.name, lead: reach.lead.name[language] },
      as: asLead ? 'lead' : [...reach.agencies.keys()].some(own) ? 'actor' : 'reader',
      savedAt: row.savedAt.toISOString(),
      number: row.savedAt.getTime(),
      gap: coverageOf(asFinancing(row.plan, sharers, undefined), 'phase').total.gap,
      waits: waiting.some(own),
      open: ((await newestOpening(db, row.measureId))?.actors.length ?? 0) > 0,
    });
  }
  return plans.sort((one, other) => other.number - one.number).map(({ number: _, ...plan }) => plan);
}

/** The roles at agencies: those by which one has to do with a plan, and does not only follow it. */
const atAgencies = (roles: readonly HeldRole[]) => roles.filter(({ agency }) => agency !== undefined);
