import type { SavedPlan } from '@samblikk/contract';
import { digdir, nav } from '../responses/testing.ts';
import { actor, smallPlan } from './testing.ts';

type Request = (method: 'PUT', url: string, headers: object, payload: object) => Promise<unknown>;

/**
 * Plants a plan of which only one of two actors is open, and that as it was before a change: with the word wherever words can be
 * written, and 7,654,321 and 1,234,567 kroner wherever an amount is not to be seen.
 * @param headers of someone who leads and may open
 */
export async function plantSecretPlan({
  request,
  headers,
  measure,
  secret,
}: {
  request: Request;
  headers: object;
  measure: string;
  secret: string;
}): Promise<void> {
  const path = `/api/v1/measures/${measure}/financing-plan`;
  const [own] = smallPlan.costs as [SavedPlan['costs'][number]];
  const line = { ...own, note: `Notat ${secret}` };
  const money = { from: 'ownBudget' as const, giver: null };
  const { type: _, ...funded } = line;
  const plan: SavedPlan = {
    ...smallPlan,
    name: `Plan ${secret}`,
    actors: [
      actor(digdir.orgnr, { numbers: { use: 1_234_567 }, maximum: 7_654_321 }),
      actor(nav.orgnr, { numbers: { use: 7_654_321 } }),
      actor(`annen:${secret}`),
    ],
    costs: [
      line,
      { ...line, id: 'c2', actors: [nav.orgnr], amount: 7_654_321 },
      { ...line, id: 'c3', actors: [digdir.orgnr, nav.orgnr], amount: 1_234_567 },
    ],
    funding: [
      { ...funded, ...money, id: 'f1', amount: 600 },
      { ...funded, ...money, id: 'f2', amount: 1_234_567, from: 'grantFromActor', giver: nav.orgnr },
      { ...funded, ...money, id: 'f3', actors: [`annen:${secret}`], amount: 7_654_321 },
    ],
    pools: [{ id: 'p1', name: secret, amount: 7_654_321, actors: [digdir.orgnr, nav.orgnr], key: 'equal' }],
    costsOfOthers: [{ id: 'o1', who: secret, what: 'fee', text: secret }],
    frame: {
      ...{ priceYear: 2024, includesVat: true, baseCost: 1_234_567, expectedAddition: null },
      ...{ steeringFrame: 7_654_321, costFrame: null },
    },
  };
  await request('PUT', path, headers, { basedOn: 0, plan });
  await request('PUT', `${path}/opening`, headers, { version: 1, actors: [digdir.orgnr] });
  const later = {
    ...plan,
    costs: plan.costs.map((cost) => (cost.id === 'c1' ? { ...cost, amount: 7_654_321 } : cost)),
  };
  await request('PUT', path, headers, { basedOn: 1, plan: later });
}
