import { type FinancingSchemes, listFinancingSchemes } from '@samblikk/contract';
import { expect, test } from 'vitest';
import { registerSite } from '../register/testing-site.ts';

const { app } = await registerSite();
const path = '/api/v1/financing/schemes';
const ask = (query: string) => app.inject({ url: `${path}?${query}` });
async function told(query: string): Promise<FinancingSchemes> {
  const reply = await ask(query);
  expect(reply.statusCode, reply.body).toBe(200);
  return listFinancingSchemes.reply.parse(reply.json());
}
const of = ({ schemes }: FinancingSchemes, id: string) => schemes.find((scheme) => scheme.id === id);

test('an agency of 2020 with 40 mill.: Medfinansiering up to 15 mill., or 34 of a measure across; each rule with source and year', async () => {
  const reply = await told('actorType=stateAgency&phase=execution&total=40000000&from=2020&to=2022');
  expect(reply).toMatchObject({ from: 2020, to: 2022, year: 2020, total: 40_000_000 });
  const scheme = of(reply, 'medfinansiering');
  expect(scheme?.verdict).toEqual({ code: 'fits', label: 'Passer' });
  // 85 % of 40 mill. (digdir.no/…/1033).
  expect(scheme?.rules.map(({ id, atMost }) => [id, atMost])).toEqual([
    ['note-2019', null],
    ['small-2020', 15_000_000],
    ['across-2020', 34_000_000],
  ]);
  expect(scheme?.disagreements).toMatchObject([
    {
      term: 'totalTo',
      sides: [
        { label: 'Tiltaket koster høyst 50 mill. kroner', source: { document: 'Difi-notat 2019:10', year: 2019 } },
        { label: 'Tiltaket koster høyst 100 mill. kroner', source: { year: 2020 } },
      ],
    },
  ]);
  for (const { rules } of reply.schemes)
    for (const { sources } of rules)
      for (const source of sources) expect(source.page ?? source.at ?? source.address ?? source.document).toBeTruthy();
  expect(of(reply, 'digifin')?.rules[0]?.against).toMatchObject([{ code: 'notApplicant' }]);
});

test('in three languages; rules of another year than the first; nothing chosen is nothing assumed', async () => {
  const english = await told('actorType=municipality&phase=operation&total=1000&from=2026&year=2021&lang=en');
  expect(of(english, 'discretionaryGrant')?.rules.map(({ id }) => id)).toEqual(['trondelag-2021', 'general']);
  expect(of(english, 'discretionaryGrant')?.rules[1]?.against).toEqual([
    { code: 'phasesNotPaid', label: 'Does not cover operation and management.' },
  ]);
  const nynorsk = await told('from=2026&lang=nn');
  expect(of(nynorsk, 'stateProjectModel')?.verdict).toEqual({ code: 'unsure', label: 'Kan gjelde' });
  expect(nynorsk.schemes.map(({ verdict }) => verdict.code)).not.toContain('fits');
  expect([...nynorsk.actors, ...nynorsk.phases].every(({ chosen }) => !chosen)).toBe(true);
});

test('what is no type, phase or order of years is told', async () => {
  const detail = async (query: string) => {
    const reply = await ask(query);
    expect(reply.statusCode).toBe(400);
    return reply.json().detail as string;
  };
  expect(await detail('actorType=stat')).toContain('stateAgency, municipality');
  expect(await detail('phase=drift')).toContain('operation');
  expect(await detail('from=2027&to=2026')).toContain('2026');
  expect((await ask('total=1.5')).statusCode).toBe(400);
});
