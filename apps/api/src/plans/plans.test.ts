import type { FinancingPlanView, HeldRole, PublicFinancingPlan, SavedPlan } from '@samblikk/contract';
import { financingCases } from '@samblikk/financing';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditEvent } from '../schema.ts';
import { actor, smallPlan } from './testing.ts';
import { agencies, planSite } from './testing-site.ts';

const { db, app, as, send, ask, refused, newMeasure, publish } = await planSite();
const { digdir, nav, skatteetaten, ssb, brreg } = agencies;
const at = (agency: { id: string }, role: 'fill' | 'submit' | 'read'): HeldRole => ({ role, agency: agency.id });

let lead: Record<string, string>;
let partner: Record<string, string>;
let ids: { id: string; number: string };
let path = '';
beforeAll(async () => {
  [lead, partner] = [await as(at(digdir, 'fill'), at(digdir, 'submit')), await as(at(nav, 'fill'), at(nav, 'submit'))];
  ids = await newMeasure(lead);
  await publish(lead);
  path = `/measures/${ids.id}/financing-plan`;
});

const own = (agency: { orgnr: string }) => `${path}/actors/${agency.orgnr}`;
const [cost] = smallPlan.costs as [SavedPlan['costs'][number]];
const pair: SavedPlan = {
  ...smallPlan,
  actors: [actor(digdir.orgnr, { numbers: { use: 3 } }), actor(nav.orgnr, { numbers: { use: 1 } })],
  costs: [
    cost,
    { ...cost, id: 'n1', actors: [nav.orgnr], amount: 500 },
    { ...cost, id: 'b1', actors: [digdir.orgnr, nav.orgnr] },
  ],
  pools: [{ id: 'p1', name: 'Drift', amount: 1001, actors: [digdir.orgnr, nav.orgnr], key: 'use' }],
};
const read = (headers = lead) => ask<FinancingPlanView>('GET', path, headers);
/** Saves what the lead makes of the plan as it is. */
async function change(make: (plan: SavedPlan) => SavedPlan) {
  const { version, plan } = await read();
  return ask('PUT', path, lead, { basedOn: version, plan: make(plan) });
}
/** The plan of the pair, whatever was before. */
const begin = () => change(() => pair);

test('a plan begins with its lead, is kept in versions, and says who changed what', async () => {
  const none = await read();
  expect(none).toMatchObject({
    version: 0,
    may: { lead: true, open: false },
    plan: { actors: [{ id: digdir.orgnr }] },
  });
  await refused(404, 'GET', path, await as({ role: 'admin' }));
  await begin();
  const changed = await change((plan) => ({ ...plan, principle: 'whereTheyAccrue', costs: plan.costs.slice(0, 2) }));
  expect(changed.version).toBe(2);
  // Nothing changed is no version.
  expect((await change((plan) => plan)).version).toBe(2);
  const { versions } = await ask<{ versions: { version: number; by: string; changes: { part: string }[] }[] }>(
    'GET',
    `${path}/versions`,
    lead,
  );
  expect(versions.map(({ version, by }) => [version, by])).toEqual([2, 1].map((version) => [version, 'Kari Prøve']));
  expect(versions[0]?.changes.map(({ part }) => part).toSorted()).toEqual(['costs:b1', 'principle']);
  const events = await db.select().from(auditEvent).where(sql`action like 'plan.%'`);
  expect(events.map(({ action, details }) => [action, details])).toEqual([
    ['plan.saved', { version: 1, parts: [], as: 'lead' }],
    ['plan.saved', { version: 2, parts: ['costs', 'principle'], as: 'lead' }],
  ]);
  await expect(db.execute(sql`update financing_plan set version = 9`)).rejects.toThrow();
});

test('two who change the same are told both values, and nothing is saved; what does not meet is merged', async () => {
  const { version, plan } = await begin();
  const dearer = plan.costs.map((line) => (line.id === 'n1' ? { ...line, amount: 700 } : line));
  await ask('PUT', own(nav), partner, { basedOn: version, plan: { ...plan, costs: dearer } });
  // From the old version: another line is merged.
  const merged = await ask('PUT', path, lead, { basedOn: version, plan: { ...plan, principle: 'whereTheyAccrue' } });
  expect(merged.plan.principle).toBe('whereTheyAccrue');
  expect(merged.plan.costs.find(({ id }) => id === 'n1')?.amount).toBe(700);
  const cheaper = plan.costs.map((line) => (line.id === 'n1' ? { ...line, amount: 300 } : line));
  const { code, conflicts } = await refused(409, 'PUT', path, lead, {
    basedOn: version,
    plan: { ...plan, costs: cheaper },
  });
  expect([code, conflicts]).toMatchObject([
    'conflict',
    [{ question: 'costs:n1', yours: { amount: 300 }, theirs: { amount: 700 }, author: 'Kari Prøve' }],
  ]);
  const kept = { basedOn: version, plan: { ...plan, costs: cheaper }, keep: ['costs:n1'] };
  expect((await ask('PUT', path, lead, kept)).plan.costs.find(({ id }) => id === 'n1')?.amount).toBe(300);
  await refused(409, 'PUT', path, lead, { basedOn: 0, plan: smallPlan });
  await refused(404, 'PUT', path, lead, { basedOn: 99, plan });
  expect((await read()).version).toBe(merged.version + 1);
});

test('a pair agrees on a key: asked, refused with a reason, agreed; a change of the terms ends it, of a line does not', async () => {
  const { version, pools, bears } = await begin();
  // 1001 kroner by use 3 : 1 is 750.75 and 250.25.
  expect(pools[0]?.keys[0]).toMatchObject({ key: 'use', shares: [{ kroner: 751 }, { kroner: 250 }] });
  // Of two that lost as much, the krone goes to the first by number.
  expect(pools[0]?.keys[1]).toMatchObject({ key: 'equal', shares: [{ kroner: 500 }, { kroner: 501 }] });
  expect(bears?.map(({ kroner }) => kroner)).toEqual([751, 250]);
  const state = async () => (await read(partner)).agreements.map((one) => one.state);
  expect(await state()).toEqual(['proposes', 'waiting']);
  const answer = (agreed: boolean, reason = '', seen = version) =>
    ['PUT', `${own(nav)}/answer`, partner, { version: seen, agreed, reason }] as const;
  await refused(422, ...answer(false));
  await ask(...answer(false, 'Vi bruker den minst.'));
  expect((await read()).agreements[1]).toMatchObject({
    state: 'refused',
    reason: 'Vi bruker den minst.',
    by: 'Kari Prøve',
  });
  await ask(...answer(true));
  expect(await state()).toEqual(['proposes', 'agreed']);
  const { version: later } = await change((plan) => ({ ...plan, costs: [cost] }));
  expect(await state()).toEqual(['proposes', 'agreed']);
  const rekeyed = await change((plan) => ({ ...plan, pools: plan.pools.map((pool) => ({ ...pool, key: 'equal' })) }));
  expect(rekeyed.agreements.map((one) => one.state)).toEqual(['proposes', 'lapsed']);
  // Changed back it is another proposal, and an answer to what was read before counts for nothing.
  await change((plan) => ({ ...plan, pools: pair.pools }));
  expect(await state()).toEqual(['proposes', 'lapsed']);
  await refused(409, ...answer(true, '', later));
  const { plans } = await ask<{ plans: { as: string; waits: boolean }[] }>('GET', '/financing-plans', partner);
  expect(plans).toMatchObject([{ as: 'actor', waits: true }]);
  const leads = ['PUT', `${own(digdir)}/answer`, lead, { version: later, agreed: true, reason: '' }] as const;
  expect((await refused(409, ...leads)).code).toBe('alreadyDone');
});

test('what does not hold together is said in words, part by part', async () => {
  const { version } = await begin();
  const wrong: SavedPlan = {
    ...pair,
    actors: [actor(nav.orgnr), actor('nobody')],
    costs: [{ ...cost, actors: ['annen:X'], years: { from: 2026, to: 2025 } }, cost],
    pools: [{ id: 'p1', name: 'Drift', amount: 1, actors: [nav.orgnr], key: 'size' }],
    population: 1850,
    frame: { priceYear: 2024, includesVat: true, baseCost: 3, expectedAddition: 1, steeringFrame: 5, costFrame: null },
  };
  const { issues = [] } = await refused(422, 'PUT', `${path}?lang=nn`, lead, { basedOn: version, plan: wrong });
  expect(issues.map(({ question, code }) => `${question} ${code}`).toSorted()).toEqual([
    'actors leadMissing',
    'actors:nobody unknownActor',
    'costs:c1 noActor',
    'costs:c1 noActor',
    'costs:c1 sameTwice',
    'costs:c1 yearsBackwards',
    'frame sumDiffers',
    'pools:p1 noKey',
    'population noInhabitants',
  ]);
  expect(issues.every(({ text }) => text && !text.includes('{'))).toBe(true);
});

describe('who may', () => {
  // Written by hand: who may what of a plan that Digdir leads, with Nav as its actor.
  const who = {
    leadFill: [at(digdir, 'fill')],
    leadSubmit: [at(digdir, 'submit')],
    leadRead: [at(digdir, 'read')],
    actorFill: [at(nav, 'fill')],
    actorSubmit: [at(nav, 'submit')],
    actorRead: [at(nav, 'read')],
    stranger: [at(ssb, 'fill'), at(ssb, 'submit'), at(ssb, 'read')],
    admin: [{ role: 'admin' }],
    analyst: [{ role: 'analyst' }],
    ofLead: [{ role: 'coordinator', ministry: 'DFD' }],
    ofActor: [{ role: 'coordinator', ministry: 'AID' }],
    ofOther: [{ role: 'coordinator', ministry: 'FIN' }],
    noRole: [],
  } as const satisfies Record<string, readonly HeldRole[]>;
  const expected: Record<string, readonly (keyof typeof who)[]> = {
    read: [
      'leadFill',
      'leadSubmit',
      'leadRead',
      'actorFill',
      'actorSubmit',
      'actorRead',
      'admin',
      'analyst',
      'ofLead',
      'ofActor',
    ],
    versions: [
      'leadFill',
      'leadSubmit',
      'leadRead',
      'actorFill',
      'actorSubmit',
      'actorRead',
      'admin',
      'analyst',
      'ofLead',
      'ofActor',
    ],
    save: ['leadFill', 'leadSubmit'],
    ownLines: ['actorFill', 'actorSubmit'],
    answer: ['actorSubmit'],
    open: ['leadSubmit'],
  };

  test('every role at every action, and who has the plan in the list', async () => {
    const { version, plan } = await begin();
    const requests: Record<string, [method: 'GET' | 'PUT', url: string, body?: object]> = {
      read: ['GET', path],
      versions: ['GET', `${path}/versions`],
      save: ['PUT', path, { basedOn: version, plan }],
      ownLines: ['PUT', own(nav), { basedOn: version, plan }],
      answer: ['PUT', `${own(nav)}/answer`, { version, agreed: true, reason: '' }],
      open: ['PUT', `${path}/opening`, { version, actors: [] }],
    };
    for (const [name, roles] of Object.entries(who)) {
      const headers = await as(...roles);
      for (const [action, [method, url, body]] of Object.entries(requests)) {
        const { statusCode } = await send(method, url, headers, body);
        expect([name, action, statusCode]).toEqual([
          name,
          action,
          expected[action]?.includes(name as 'admin') ? 200 : 403,
        ]);
      }
      const { plans } = await ask<{ plans: object[] }>('GET', '/financing-plans', headers);
      expect([name, plans.length]).toEqual([name, expected.read?.includes(name as 'admin') ? 1 : 0]);
    }
    for (const [method, url, body] of [...Object.values(requests), ['GET', '/financing-plans'] as const])
      expect((await send(method, url, {}, body)).statusCode).toBe(401);
  });

  test('an attacker at another agency, an actor that was removed, and ids that are mixed get nowhere', async () => {
    const { version, plan } = await begin();
    const other = await newMeasure(lead);
    const stranger = await as(at(ssb, 'fill'), at(ssb, 'submit'));
    // Whether there is a plan is not told either: a measure without one answers the same.
    for (const url of [path, `/measures/${other.id}/financing-plan`])
      expect((await refused(403, 'GET', url, stranger)).code).toBe('notAllowed');
    // As somebody else, as nobody, and as an actor of another measure's plan.
    for (const id of [digdir.orgnr, nav.orgnr, ssb.orgnr, 'annen:SSB'])
      await refused(403, 'PUT', `${path}/actors/${id}`, stranger, { basedOn: version, plan });
    await refused(403, 'PUT', own(digdir), partner, { basedOn: version, plan });
    await refused(403, 'PUT', `${own(digdir)}/answer`, partner, { version, agreed: true, reason: '' });
    const otherPath = `/measures/${other.id}/financing-plan`;
    await refused(403, 'PUT', `${otherPath}/actors/${nav.orgnr}`, partner, { basedOn: 0, plan });
    await refused(403, 'PUT', `${otherPath}/actors/${nav.orgnr}/answer`, partner, {
      version: 1,
      agreed: true,
      reason: '',
    });

    // As an actor: anything but its own lines, also under the id of another's, twice, or taken over.
    const { type: _, ...ofGrant } = { ...cost, id: 'g1', actors: [nav.orgnr] };
    const grant = { ...ofGrant, from: 'grantFromActor' as const };
    const tries: Partial<SavedPlan>[] = [
      { principle: 'whereTheyAccrue' },
      { pools: [] },
      { actors: [...plan.actors, actor(ssb.orgnr)] },
      { costs: plan.costs.filter(({ id }) => id !== 'c1') },
      { costs: plan.costs.filter(({ id }) => id !== 'b1') },
      { costs: plan.costs.map((line) => (line.id === 'c1' ? { ...line, actors: [nav.orgnr] } : line)) },
      { costs: plan.costs.map((line) => (line.id === 'n1' ? { ...line, actors: [digdir.orgnr] } : line)) },
      { costs: [...plan.costs, { ...cost, id: 'n2', actors: [digdir.orgnr, nav.orgnr] }] },
      // Its own line, that says another gives it money.
      { funding: [{ ...grant, giver: digdir.orgnr }] },
    ];
    for (const wrong of tries)
      expect(
        (await refused(403, 'PUT', own(nav), partner, { basedOn: version, plan: { ...plan, ...wrong } })).code,
      ).toBe('notAllowed');
    const hidden = [{ ...cost, amount: 9 }, ...plan.costs, { ...cost, id: 'n3', actors: [nav.orgnr] }];
    await refused(422, 'PUT', own(nav), partner, { basedOn: version, plan: { ...plan, costs: hidden } });
    // A line that the lead has taken back since is not had by saving from before.
    const taken = plan.costs.map((line) => (line.id === 'n1' ? { ...line, actors: [digdir.orgnr], amount: 1 } : line));
    const now = await change((one) => ({ ...one, costs: taken }));
    const without = plan.costs.filter(({ id }) => id !== 'n1');
    await refused(409, 'PUT', own(nav), partner, { basedOn: version, plan: { ...plan, costs: without } });
    await refused(403, 'PUT', own(nav), partner, {
      basedOn: version,
      plan: { ...plan, costs: without },
      keep: ['costs:n1'],
    });
    expect(now.plan.costs.find(({ id }) => id === 'n1')?.amount).toBe(1);

    // Removed: the plan is not there for it any more, nor for its ministry.
    await change(() => ({ ...smallPlan, actors: [actor(digdir.orgnr), actor(skatteetaten.orgnr)] }));
    await refused(403, 'GET', path, partner);
    await refused(403, 'GET', `${path}/versions`, partner);
    await refused(403, 'PUT', own(nav), partner, { basedOn: version, plan });
    await refused(403, 'GET', path, await as({ role: 'coordinator', ministry: 'AID' }));
    expect((await ask<{ plans: object[] }>('GET', '/financing-plans', partner)).plans).toEqual([]);
  });
});

test('the public sees what its lead opens, actor by actor, as it was then, and no sum that tells of another', async () => {
  const { version } = await begin();
  const url = `/register/${ids.number}/financing-plan`;
  const open = async (actors: string[]) => {
    const { version: now } = await read();
    return ask('PUT', `${path}/opening`, lead, { version: now, actors });
  };
  const seen = () => ask<PublicFinancingPlan>('GET', url, {});
  await open([]);
  await refused(404, 'GET', url, {});
  const hidden = await newMeasure(lead);
  const ofHidden = `/measures/${hidden.id}/financing-plan`;
  await ask('PUT', ofHidden, lead, { basedOn: 0, plan: smallPlan });
  const tooEarly = { version: 1, actors: [digdir.orgnr] };
  expect((await refused(409, 'PUT', `${ofHidden}/opening`, lead, tooEarly)).code).toBe('measureNotPublic');
  await refused(404, 'GET', `/register/${hidden.number}/financing-plan`, {});

  await open([digdir.orgnr]);
  const one = await seen();
  expect(one).toMatchObject({
    whole: null,
    sums: { cost: 1000, funding: 0 },
    actors: [{ id: digdir.orgnr, sums: { cost: 1000 } }],
  });
  expect(one.lines).toHaveLength(1);
  expect(JSON.stringify({ ...one, openedAt: '' })).not.toMatch(/nav|889640782|500|1001/);
  // What is changed later waits for its lead.
  await change((plan) => ({ ...plan, costs: plan.costs.map((line) => ({ ...line, amount: 7 })) }));
  expect((await seen()).sums.cost).toBe(1000);
  await refused(409, 'PUT', `${path}/opening`, lead, { version, actors: [nav.orgnr] });

  await begin();
  await open([digdir.orgnr, nav.orgnr]);
  const both = await seen();
  expect(both.sums.cost).toBe(2500);
  expect(both.whole).toMatchObject({
    gap: 2500,
    pools: [{ amount: 1001, shares: [{ kroner: 751 }, { kroner: 250 }] }],
  });
  const csv = await app.inject({ url: `/api/v1${url}?format=csv` });
  const rows: Record<string, string>[] = parse(csv.body, { columns: true, bom: true });
  expect(rows.reduce((sum, { kroner }) => sum + Number(kroner), 0)).toBe(both.sums.cost);
  expect(rows.map(({ actors }) => actors)).toEqual(['digdir', 'nav', 'digdir; nav']);
  await refused(422, 'PUT', `${path}/opening`, lead, { version: (await read()).version, actors: [ssb.orgnr] });
  await open([]);
  await refused(404, 'GET', url, {});
});

test('Altinn 3 as DFØ-rapport 2025:7 tells of it: frames, operation by agency and in all, shares and what it may use, to the krone', async () => {
  const altinn = financingCases.find(({ id }) => id === 'altinn-3');
  if (!altinn) throw new Error('no such case');
  const code = (id: string) => agencies[id as keyof typeof agencies].orgnr;
  const { id } = await newMeasure(lead);
  const line = (number: number) => ({ id: `l${number}`, note: '' });
  const operation = altinn.funding.filter(({ amount }) => amount !== undefined);
  const plan: SavedPlan = {
    ...smallPlan,
    name: altinn.name,
    principle: altinn.principle,
    actors: altinn.actors.map(({ id: one }) => {
      const amount = operation.find(({ actors }) => actors[0] === one)?.amount ?? 0;
      return actor(code(one), { numbers: { own: amount } });
    }),
    costs: altinn.costs.map(({ actors, phases, years = null, amount = null, about = false, type }, at) => ({
      ...{ ...line(at), actors: actors.map(code), phases: [...phases], years, amount, about, type },
    })),
    funding: altinn.funding.map(({ actors, phases, years = null, amount = null, about = false, from }, at) => ({
      ...{ ...line(at), actors: actors.map(code), phases: [...phases], years, amount, about, from, giver: null },
    })),
    pools: [
      {
        id: 'p1',
        name: 'Drift 2025',
        amount: 22_500_000,
        actors: altinn.actors.map((one) => code(one.id)),
        key: 'own',
      },
    ],
    frame: {
      ...{ priceYear: 2024, includesVat: true, baseCost: null, expectedAddition: null },
      ...{ steeringFrame: altinn.frame?.steeringFrame ?? null, costFrame: altinn.frame?.costFrame ?? null },
    },
    // An invented index: 1,096,000,000 × 103.2 / 100 and 1,267,000,000 × 103.2 / 100.
    index: {
      ...{ name: 'Oppdiktet', to: 2025 },
      values: [
        { year: 2024, value: '100' },
        { year: 2025, value: '103,2' },
      ],
    },
  };
  const view = await ask('PUT', `/measures/${id}/financing-plan`, lead, { basedOn: 0, plan });
  expect(view.frame).toMatchObject({
    priceYear: 2024,
    steeringFrame: 1_096_000_000,
    reserve: 171_000_000,
    costFrame: 1_267_000_000,
  });
  expect(view.converted).toMatchObject({
    ...{ priceYear: 2025, index: 'Oppdiktet', steeringFrame: 1_131_072_000, costFrame: 1_307_544_000 },
  });
  expect(view.coverage.total).toMatchObject({ funding: 22_500_000, unknown: 3 });
  expect(view.coverage.year.find(({ key }) => key === '2025')?.funding).toBe(22_500_000);
  expect(view.coverage.source).toContainEqual(expect.objectContaining({ code: 'jointProposal', kroner: 22_500_000 }));
  const operationPhase = view.coverage.phase.findIndex(({ key }) => key === 'operation');
  const byActor = view.coverage.actor.flatMap(({ key, phases }) =>
    key === null ? [] : [[key, phases[operationPhase]?.funding]],
  );
  const amounts = {
    [digdir.orgnr]: 2_600_000,
    [brreg.orgnr]: 3_100_000,
    [skatteetaten.orgnr]: 15_800_000,
    [ssb.orgnr]: 1_000_000,
  };
  expect(Object.fromEntries(byActor)).toEqual(amounts);
  expect(Object.fromEntries(view.bears?.map((one) => [one.id, one.kroner]) ?? [])).toEqual(amounts);
  const equal = view.pools[0]?.keys.find(({ key }) => key === 'equal')?.shares?.map(({ kroner }) => kroner);
  expect(equal).toEqual([5_625_000, 5_625_000, 5_625_000, 5_625_000]);
  const verdict = (scheme: string) => view.schemes.find((one) => one.id === scheme)?.verdict.code;
  expect([verdict('stateProjectModel'), verdict('medfinansiering')]).toEqual(['fits', 'doesNotFit']);
  expect(view.agreements.map(({ state }) => state)).toEqual(['proposes', 'waiting', 'waiting', 'waiting']);
});
