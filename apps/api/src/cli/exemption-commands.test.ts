import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../platform/db/testing.ts';
import { plantRound } from '../releases/testing.ts';
import { exemptionStep } from '../schema.ts';
import { linesOver } from './testing.ts';

const { db, close } = await testDatabase();
afterAll(close);
const common = { contactEmail: 'a@b.example', deliverable: 'Noe', phase: 'idea', totalCost: 4_321_987 };
const claim = { exemptionBasis: 'Sikkerhetsloven § 5-3' };
await plantRound(db, {
  ...{ year: 2026, edition: '2026' },
  agencies: [{ id: 'nibio', orgnr: '988983837', ministry: 'LMD' }],
  measures: [
    {
      number: '2026-0001',
      agency: 'nibio',
      answers: { ...common, ...claim, name: 'Delvis', publishable: 'partly', exemptFields: ['totalCost', 'phase'] },
    },
    {
      number: '2026-0002',
      agency: 'nibio',
      answers: { ...common, ...claim, name: 'Hemmelig', publishable: 'no' },
    },
    { number: '2026-0003', agency: 'nibio', answers: { ...common, name: 'Åpent', publishable: 'yes' } },
  ],
});
const samblikk = linesOver(db);
const list = async (more = '') => (await samblikk(`exemptions list --round 2026${more}`)).output.trim().split('\n');
const decide = (of: string, ...reason: string[]) => samblikk(`exemptions decide --round 2026 ${of}`, ...reason);

test('what is claimed is listed without what it hides', async () => {
  const all = await list();
  expect(all).toEqual([
    '2026-0001  988983837  totalCost  undecided  Sikkerhetsloven § 5-3',
    '2026-0001  988983837  phase  undecided  Sikkerhetsloven § 5-3',
    '2026-0002  988983837  measure  undecided  Sikkerhetsloven § 5-3',
  ]);
  expect(await list(' --waiting')).toEqual(all);
});

test('a claim is accepted until a day, refused, and asked about; each as the agency reads it', async () => {
  const cost = '--measure 2026-0001 --field totalCost';
  expect(await decide(`${cost} --step accepted --until 2099-12-31`)).toEqual({
    ...{ status: 0, output: '2026-0001, totalCost: accepted.\n', messages: [] },
  });
  // As people write a number.
  expect(
    (await decide('--measure 2026/2 --field measure --step refused --reason', 'Hjemmelen dekker ikke dette')).output,
  ).toBe('2026-0002, measure: refused.\n');
  expect((await decide('--measure 2026-0001 --field phase --step asked --reason', 'Hvorfor fasen?')).output).toBe(
    '2026-0001, phase: asked.\n',
  );
  expect(await list()).toEqual([
    expect.stringMatching(/^2026-0001 .* totalCost {2}accepted {2}until 2099-12-31 {2}/),
    expect.stringMatching(/^2026-0001 .* phase {2}asked {2}/),
    expect.stringMatching(/^2026-0002 .* measure {2}refused {2}until \d{4}-\d\d-\d\d {2}/),
  ]);
  expect(await list(' --waiting')).toEqual(['There are no such claims.']);
  expect((await db.select().from(exemptionStep)).map(({ byName, words }) => [byName, words])).toEqual([
    ['command-line', null],
    ['command-line', 'Hjemmelen dekker ikke dette'],
    ['command-line', 'Hvorfor fasen?'],
  ]);
});

test('what cannot be done is said, and nothing is decided: exit status 1', async () => {
  const steps = await db.$count(exemptionStep);
  const whole = '--measure 2026-0002 --field measure';
  for (const [of, said] of [
    [`${whole} --step refused`, 'Write why, or what you ask.'],
    [`${whole} --step accepted --until 2020-01-31`, 'Something is missing in the decision: '],
  ] as const) {
    const { status, output, messages } = await decide(of);
    expect([of, status, output, messages]).toEqual([of, 1, '', [expect.stringContaining(said)]]);
  }
  expect(await samblikk('exemptions list --round 2031')).toEqual({
    ...{ status: 1, output: '', messages: ['Not found: There is no round for 2031.'] },
  });
  expect(await db.$count(exemptionStep)).toBe(steps);
});

const required = '--round 2026 --measure 2026-0001 --field phase';
test.each([
  ['exemptions list', '--round is missing. See samblikk exemptions list --help.'],
  [`exemptions decide ${required}`, '--step is missing. See samblikk exemptions decide --help.'],
  [
    'exemptions decide --round 2026 --measure 2026-0003 --field phase --step accepted',
    '2026-0003 claims no exemption of phase in 2026.',
  ],
  [
    'exemptions decide --round 2026 --measure 2026-99 --field phase --step accepted',
    '2026-0099 claims no exemption of phase in 2026.',
  ],
  [`exemptions decide ${required} --step maybe`, '--step maybe: write accepted, refused or asked.'],
  [`exemptions decide ${required} --step accepted --until 2027-02-30`, '--until 2027-02-30: write a day'],
  [`exemptions decide ${required} --step accepted --until soon`, '--until soon: write a day'],
])('%s is not understood', async (line, said) => {
  expect(await samblikk(line)).toEqual({ status: 2, output: '', messages: [expect.stringContaining(said)] });
});
