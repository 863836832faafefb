import type { RegisterList, RegisterMeasure, Solution, SolutionList } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { commonSolutions } from '@samblikk/questionnaire';
import { afterAll, expect, test } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { loadDirectory } from '../../directory/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { freezeRound } from '../../releases/index.ts';
import { plantRound } from '../../releases/testing.ts';
import { solutionCatalogue } from './catalogue.ts';

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const open: readonly Answers[] = [
  { name: 'Skogsdata', phase: 'execution', reusesShared: 'yes', reusedSolutions: ['idporten', 'altinn'] },
  { name: 'Fiskedata', phase: 'idea', reusesShared: 'yes', reusedSolutions: ['idporten'] },
  { name: 'Veidata', reusesShared: 'yes', reusedSolutions: ['idporten'] },
  // Not asked, since it reuses nothing: what was answered before is not counted.
  { name: 'Havdata', phase: 'idea', reusesShared: 'no', reusedSolutions: ['idporten'] },
  { name: 'Ny plattform', phase: 'planning', developsShared: 'yes', developedSolutions: ['altinn'] },
  { name: 'Innlogging med IDporten', deliverable: 'Bruker ID-porten og MinID.' },
  {
    ...{ name: 'Skjult gjenbruk', phase: 'idea', reusesShared: 'yes', reusedSolutions: ['idporten'] },
    ...{ publishable: 'partly', exemptFields: ['reusedSolutions'] },
  },
  {
    ...{ name: 'Hemmelig med ID-porten', phase: 'idea', reusesShared: 'yes', reusedSolutions: ['idporten'] },
    ...{ deliverable: 'MinID', publishable: 'no' },
  },
];
for (const [year, edition] of [
  [2019, '2019'],
  [2026, '2026'],
] as const) {
  await plantRound(db, {
    ...{ year, edition, agencies: [{ id: 'digdir', orgnr: '991825827', ministry: 'DFD' }] },
    measures: open.map((answers, at) => ({
      number: `${year}-000${at + 1}`,
      agency: 'digdir',
      answers: { deliverable: 'Et register.', publishable: 'yes', ...answers },
    })),
  });
  await freezeRound(db, { year, actor: 'system:test', now: new Date(`${year}-10-01T10:00:00Z`) });
}

const get = async <T>(path: string): Promise<T> => {
  const reply = await app.inject(`/api/v1/${path}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
};
const numbers = (of: readonly { number: string }[]) => of.map(({ number }) => number.slice(-1)).join('');

test('a measure develops, reuses, or plans to until it is carried out; what is not public is told as a number', async () => {
  const idporten = await get<Solution>('solutions/idporten');
  expect(idporten).toMatchObject({ year: 2026, years: [2026, 2019], asked: true, label: 'ID-porten' });
  const groups = new Map(idporten.groups.map((one) => [one.group, one]));
  expect(numbers(groups.get('develops')?.measures ?? [])).toBe('');
  expect(numbers(groups.get('reuses')?.measures ?? [])).toBe('13');
  expect(numbers(groups.get('plans')?.measures ?? [])).toBe('2');
  const altinn = await get<Solution>('solutions/altinn');
  expect(altinn.groups.map(({ group, measures }) => [group, numbers(measures)])).toEqual([
    ['develops', '5'],
    ['reuses', '1'],
    ['plans', ''],
  ]);
  expect(JSON.stringify([idporten, altinn])).not.toContain('emmelig');
});

test('a name in a public text is told apart, and nothing is made of what is withheld', async () => {
  const { names } = await get<Solution>('solutions/idporten');
  expect(names).toMatchObject({
    total: 1,
    measures: [{ number: '2026-0006', words: ['ID-porten', 'IDporten', 'MinID'] }],
  });
  const before = await get<Solution>('solutions/idporten?round=2019');
  expect(before).toMatchObject({ asked: false, groups: [], names: { total: 1 } });
  const measure = await get<RegisterMeasure>('register/2026-0006');
  expect(measure.solutions).toEqual([{ code: 'idporten', label: 'ID-porten' }]);
  expect((await get<RegisterMeasure>('register/2026-0007')).solutions).toEqual([]);
});

test('every number is that of the list it leads to, and of the list of all', async () => {
  for (const year of [2026, 2019]) {
    const { solutions } = await get<SolutionList>(`solutions?round=${year}`);
    expect(solutions.map(({ code }) => code)).toEqual(commonSolutions.map(({ code }) => code));
    for (const solution of solutions) {
      const page = await get<Solution>(`solutions/${solution.code}?round=${year}`);
      for (const { group, total, withheld, search } of page.groups) {
        expect(solution[group]).toBe(total);
        if (total + withheld > 0)
          expect(await get<RegisterList>(`register?${search}`)).toMatchObject({ total, withheld });
      }
      expect(solution.names).toBe(page.names.total);
      for (const { total, search } of page.names.words)
        expect(await get<RegisterList>(`register?${search}`)).toMatchObject({ total });
    }
  }
  expect((await app.inject('/api/v1/solutions/constructor')).statusCode).toBe(404);
  expect((await app.inject('/api/v1/solutions?round=1999')).statusCode).toBe(404);
});

test('the catalogue has what questions offer and no more, and its owners are in the directory', async () => {
  const file = await import('../../../../../data/common-solutions.json', { with: { type: 'json' } });
  expect(file.default.map(({ code }) => code)).toEqual(commonSolutions.map(({ code }) => code));
  const words = (await solutionCatalogue()).flatMap((one) => one.words.map((word) => word.toLowerCase()));
  expect(new Set(words).size).toBe(words.length);
  await db.transaction((tx) => loadDirectory(tx));
  const { solutions } = await get<SolutionList>('solutions');
  for (const { code, owner } of solutions) {
    expect(owner.label, code).not.toMatch(/^([a-z]+|\d+)$/);
    expect(owner.label.length, code).toBeGreaterThan(1);
  }
});
