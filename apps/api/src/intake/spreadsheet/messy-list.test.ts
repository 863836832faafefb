import type { Draft, ResponseView } from '@samblikk/contract';
import { expect, test } from 'vitest';
import { verifyChain } from '../../platform/audit/index.ts';
import { revision } from '../../schema.ts';
import { messyWorkbook } from './messy-list.ts';
import { spreadsheetSite } from './testing-site.ts';

const { db, app, base, get, list } = await spreadsheetSite();

test('a messy list of 30 measures: columns guessed, words told once, everything taken in', async () => {
  const sent = await list.upload(await messyWorkbook(), 'portefølje.xlsx');
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  expect(sent.body).toMatchObject({ fileName: 'portefølje.xlsx', headingRow: 3, rows: 31 });
  const guessed = Object.fromEntries(
    sent.body.columns.map(({ heading, target }) => [
      heading,
      target.as === 'answer'
        ? [target.question, ...(target.unit ? [target.unit] : [])].join(' ')
        : target.as === 'option'
          ? `${target.question}=${target.option}`
          : target.as,
    ]),
  );
  expect(guessed).toEqual({
    Nr: 'nothing',
    Prosjektnavn: 'name',
    'Kort om prosjektet': 'deliverable',
    'Prosjektleder (e-post)': 'contactEmail',
    Status: 'phase',
    'Totalramme (MNOK)': 'totalCost 1000000',
    'Budsjett 2026': 'budgetThisYear 1',
    'Finansiert?': 'funding',
    Oppstart: 'startDate',
    Skytjenester: 'technologies=cloud',
    Robotteknologi: 'technologies=robotics',
    'IoT (internet of things)': 'technologies=iot',
    Målgruppe: 'beneficiaries',
    'Kan publiseres?': 'publishable',
    Stikkord: 'tags',
    Avdeling: 'nothing',
    Merknad: 'comments',
  });

  // Two words are unknown, and the line with the sum is no measure.
  const first = (await list.preview(sent.body)).body;
  const unknown = first.words.filter(({ how }) => how === 'unknown').map(({ question, word }) => [question, word]);
  expect(unknown.sort()).toEqual([
    ['phase', 'Pågår'],
    ['publishable', 'Ja'],
  ]);
  const words = [
    { question: 'phase', word: 'Pågår', code: 'execution' },
    { question: 'publishable', word: 'Ja', code: 'yes' },
  ];
  const second = (await list.preview(sent.body, { words })).body;
  expect(second.counts).toMatchObject({ new: 30, faulty: 0, skipped: 1 });
  expect(second.rows.find(({ kind }) => kind === 'skipped')).toMatchObject({ row: 35, issues: [{ code: 'totals' }] });
  expect((await list.importRows(sent.body.id, second.plan)).body).toMatchObject({ created: 30, skipped: 1 });

  const { measures } = await get<ResponseView>(`${base}/response`);
  expect(measures).toHaveLength(30);
  expect(measures.filter(({ savedAt }) => savedAt === null)).toEqual([]);
  const draft = async (at: number) => (await get<Draft>(`/api/v1/measures/${measures[at]?.id}/rounds/2026`)).answers;
  expect(await draft(0)).toEqual({
    name: 'Digital søknad om tilskudd',
    deliverable: 'Vi skal levere digital søknad om tilskudd slik at det blir enklere for dem som trenger det.',
    contactEmail: 'kari@virksomhet.example',
    phase: 'idea',
    totalCost: 12_500_000,
    budgetThisYear: 2_000_000,
    funding: 'yes',
    startDate: '2026-01-15',
    technologies: ['cloud'],
    beneficiaries: ['citizens'],
    publishable: 'yes',
    tags: ['ai', 'sky'],
  });
  expect(await draft(3)).toMatchObject({ startDate: '2026-08-01', technologies: ['cloud', 'iot'], funding: 'yes' });
  expect(await draft(2)).toMatchObject({ totalCost: 1_200_000, beneficiaries: ['privateCompanies', 'citizens'] });
  expect(await draft(5)).toMatchObject({ totalCost: 55_000_000, budgetThisYear: 300_000, phase: 'planning' });
  expect(await draft(6)).not.toHaveProperty('totalCost');

  // The same list a week later: all of it is known, and nothing has changed.
  const again = await list.upload(await messyWorkbook(), 'portefølje.xlsx');
  expect(new Set(again.body.columns.map(({ how }) => how))).toEqual(new Set(['remembered']));
  expect((await list.preview(again.body)).body.counts).toMatchObject({
    unchanged: 30,
    new: 0,
    changed: 0,
    faulty: 0,
    skipped: 1,
  });
});

test('ten thousand rows are read, planned, previewed and taken in, and others are let in between', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `Tiltak nummer ${at} av mange;Noe å levere;${at * 1000};Idé`);
  const sent = await list.upload(`Navn;Beskrivelse;Kostnad;Fase\n${rows.join('\n')}\n`, 'stor.csv');
  expect(sent.status).toBe(201);
  let served = 0;
  let working = true;
  const others = (async () => {
    while (working) {
      await app.inject('/api/v1/health');
      served += 1;
    }
  })();
  const preview = await list.preview(sent.body);
  expect(served).toBeGreaterThan(10);
  expect(preview.body.counts.new).toBe(10_000);
  expect(preview.body).toMatchObject({ notListed: 9_000 });
  const taken = await list.importRows(sent.body.id, preview.body.plan);
  working = false;
  await others;
  expect(taken.body).toMatchObject({ created: 10_000 });
  expect(await db.$count(revision)).toBeGreaterThanOrEqual(10_000);
  expect(await verifyChain(db)).not.toHaveProperty('broken');
}, 120_000);
