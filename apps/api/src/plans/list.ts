import { type HeldRole, type listFinancingPlans, may, type ReplyOf } from '@samblikk/contract';
import { coverageOf, newestPopulation } from '@samblikk/financing';
import type { Language } from '@samblikk/questionnaire';
import type { AgencyAt } from '../directory/index.ts';
import { sharersOn } from '../financing/index.ts';
import { ownersOf } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import { askedIn } from './answer.ts';
import { asFinancing } from './as-financing.ts';
import { carriersOn, reachBy, targetOf, targetOfActor } from './reach.ts';
import { answersOf, newestOpenings, newestVersions } from './store.ts';
import { stateOf } from './view.ts';

/** The plans that someone with these roles may read, those saved last first. */
export async function plansFor(
  db: Database,
  roles: readonly HeldRole[],
  day: string,
  language: Language,
): Promise<ReplyOf<typeof listFinancingPlans>['plans']> {
  const sharers = await sharersOn(db, day, newestPopulation, language);
  const carriers = await carriersOn(db, day);
  // Whoever reads all is asked of nobody in particular.
  const mayRead = (agency: AgencyAt) => may(roles, 'plan.read', targetOf(agency));
  const rows = await newestVersions(db, may(roles, 'plan.read') ? undefined : carriers.carried(mayRead));
  const owners = await ownersOf(
    db,
    rows.map(({ measureId }) => measureId),
  );
  const readable = rows.flatMap((row) => {
    const reach = reachBy(row.measureId, owners.get(row.measureId), row, carriers);
    return reach && may(roles, 'plan.read', reach.readers) ? [{ row, reach }] : [];
  });
  const ids = readable.map(({ row }) => row.measureId);
  const [answers, openings] = [await answersOf(db, ids), await newestOpenings(db, ids)];
  const mine = atAgencies(roles);
  return readable
    .toSorted((one, other) => other.row.savedAt.getTime() - one.row.savedAt.getTime())
    .map(({ row, reach }) => {
      const own = (id: string) => may(mine, 'plan.read', targetOfActor(reach, id));
      const said = answers(row.measureId);
      return {
        ...{ measure: reach.measure, name: row.plan.name, lead: reach.lead.name[language] },
        as: may(mine, 'plan.read', targetOf(reach.lead))
          ? ('lead' as const)
          : [...reach.agencies.keys()].some(own)
            ? ('actor' as const)
            : ('reader' as const),
        savedAt: row.savedAt.toISOString(),
        gap: coverageOf(asFinancing(row.plan, sharers, undefined), 'phase').total.gap,
        waits: askedIn(row, reach).some(
          (id) => own(id) && ['waiting', 'lapsed'].includes(stateOf(said.get(id), row.termsVersion)),
        ),
        open: (openings.get(row.measureId)?.actors.length ?? 0) > 0,
      };
    });
}

/** The roles at agencies: those by which one has to do with a plan, and does not only follow it. */
const atAgencies = (roles: readonly HeldRole[]) => roles.filter(({ agency }) => agency !== undefined);
