import { expect, test } from 'vitest';
import { inhabitantsOf } from '../data/populations.ts';
import { coverageOf, fundingBySource } from '../plan/coverage.ts';
import type { SourceRef } from '../plan/plan.ts';
import { sharePools } from '../sharing/pools.ts';
import { altinn3 } from './altinn-3.ts';
import { digibarnevern } from './digibarnevern.ts';
import { financingCases } from './index.ts';
import { caseTable } from './table-1.ts';

/** Table 1 of DFØ-rapport 2025:7, read by hand: leads in brackets, sources by phase, whether others must pay. */
const table1 = [
  {
    name: 'Fremtidens innkreving',
    groups: [
      {
        actors: ['[Skattedirektoratet]', 'Brønnøysundregistrene', 'Politidirektoratet', 'Nav', 'Lånekassen'],
        financing: {
          startUp: 'ownBudget',
          planning: 'ownBudget',
          execution: 'jointProposal',
          operation: 'jointProposal',
        },
      },
    ],
    others: ['connection'],
  },
  {
    name: 'Altinn 3',
    groups: [
      {
        actors: [
          '[Digitaliseringsdirektoratet]',
          'Skatteetaten',
          'Statistisk sentralbyrå (SSB)',
          'Brønnøysundregistrene',
        ],
        financing: {
          startUp: 'ownBudget',
          planning: 'ownBudget',
          execution: 'jointProposal',
          operation: 'jointProposal',
        },
      },
    ],
    others: ['connection'],
  },
  {
    name: 'DigiBarnevern',
    groups: [
      {
        actors: ['[Barne-, ungdoms- og familiedirektoratet (Bufdir)]'],
        financing: {
          startUp: 'ownBudget',
          planning: 'ownBudget',
          execution: 'separateProposal',
          operation: 'separateProposal',
        },
      },
      { actors: ['[KS]'], financing: { execution: 'digifin grantFromActor' } },
      {
        actors: ['Trondheim', 'Oslo', 'Bergen', 'Stavanger', 'Kristiansand', 'Bærum', 'Asker', 'Lørenskog'],
        financing: {
          startUp: 'ownBudget',
          planning: 'ownBudget',
          execution: 'digifin discretionaryGrant ownBudget grantFromActor',
        },
      },
    ],
    others: ['fee', 'ownSystem'],
  },
  {
    name: 'DigiUng',
    groups: [
      {
        actors: ['[Barne-, ungdoms- og familiedirektoratet (Bufdir)]', 'Helsedirektoratet'],
        financing: { startUp: 'ownBudget', planning: 'ownBudget', execution: 'chargingAuthority separateProposal' },
      },
    ],
    others: [],
  },
  {
    name: 'Oppgjør etter dødsfall – digitalt dødsbo',
    groups: [
      {
        actors: [
          ...[
            'Skatteetaten',
            'Brønnøysundregistrene',
            'Digitaliseringsdirektoratet',
            'Nav',
            'Politiet',
            'Statens kartverk',
          ],
          ...['Domstolene', 'Statens vegvesen', 'Landbruksdirektoratet'],
        ],
        financing: {
          startUp: 'ownBudget',
          planning: 'ownBudget',
          execution: 'ownBudget medfinansiering',
          operation: 'revisedBudget separateProposal',
        },
      },
      {
        actors: ['[Finansnæringen ved Bits]'],
        financing: { startUp: 'ownBudget', planning: 'ownBudget', execution: 'ownBudget' },
      },
    ],
    others: [],
  },
];

test('table 1 of the report comes out of the five cases, whole', () => {
  const rows = caseTable(financingCases).map(({ name, groups, costsOfOthers }) => ({
    name,
    groups: groups.map(({ actors, financing }) => ({
      actors: actors.map((actor) => (actor.lead ? `[${actor.name}]` : actor.name)),
      financing: Object.fromEntries(financing.map(({ phase, sources }) => [phase, sources.join(' ')])),
    })),
    others: costsOfOthers.map(({ what }) => what),
  }));
  expect(rows).toEqual(table1);
});

test('every known amount has its source and page', () => {
  const sources: (SourceRef | undefined)[] = financingCases.flatMap(
    ({ costs, funding, frame, costsOfOthers, source }) => [
      source,
      ...(frame ? [frame.source] : []),
      ...[...costs, ...funding, ...costsOfOthers].map((line) => line.source),
    ],
  );
  for (const source of sources)
    expect(source).toMatchObject({ document: 'DFØ-rapport 2025:7', page: expect.any(Number) });
});

test('Altinn 3: 22.5 million to operation in 2025, by agency; the frames of the programme', () => {
  const { rows } = coverageOf({ costs: [], funding: altinn3.funding }, 'year');
  expect(rows.find(({ key }) => key === 2025)?.funding).toBe(22_500_000);
  const byActor = coverageOf({ costs: [], funding: altinn3.funding }, 'actor').rows;
  const million = Object.fromEntries(byActor.map(({ key, funding }) => [key, funding / 1e6]));
  expect(million).toMatchObject({ digdir: 2.6, brreg: 3.1, skatteetaten: 15.8, ssb: 1 });
  expect(altinn3.frame).toMatchObject({ priceYear: 2024, costFrame: 1_267e6, steeringFrame: 1_096e6 });
});

test('DigiBarnevern: the municipal frame of 100 million, its money, and the case system by both keys to the krone', () => {
  const execution = digibarnevern.costs.filter(
    ({ actors, phases }) => actors.includes('kommune:5001') && phases.includes('execution'),
  );
  expect(execution.reduce((sum, { amount = 0 }) => sum + amount, 0)).toBe(100e6);
  expect(fundingBySource(digibarnevern.funding)).toContainEqual({
    source: 'discretionaryGrant',
    kroner: 10e6,
    unknown: 0,
  });
  const municipalities = digibarnevern.actors.filter(({ type }) => type === 'municipality');
  const actors = municipalities.map(({ id }) => ({
    id,
    numbers: { population: inhabitantsOf(2024, id.slice('kommune:'.length)) ?? 0 },
  }));
  const population = { basis: 'population', weight: 1 } as const;
  const { pools } = sharePools(
    [
      { id: 'early', amount: 70_000_000, key: [population] },
      { id: 'later', amount: 70_000_000, key: [{ basis: 'equal', weight: 1 }, population] },
    ],
    actors,
  );
  const kroner = (pool: number) =>
    Object.fromEntries((pools[pool]?.shares ?? []).map((share, place) => [municipalities[place]?.name, share.kroner]));
  // Worked out apart, with Python's fractions and largest remainder over the inhabitants of 1 January 2024.
  expect(kroner(0)).toEqual({
    Trondheim: 8_494_389,
    Oslo: 28_413_340,
    Bergen: 11_557_580,
    Stavanger: 5_900_644,
    Kristiansand: 4_631_345,
    Bærum: 5_183_017,
    Asker: 3_911_976,
    Lørenskog: 1_907_709,
  });
  expect(kroner(1)).toEqual({
    Trondheim: 8_622_195,
    Oslo: 18_581_670,
    Bergen: 10_153_790,
    Stavanger: 7_325_322,
    Kristiansand: 6_690_673,
    Bærum: 6_966_508,
    Asker: 6_330_988,
    Lørenskog: 5_328_854,
  });
});
