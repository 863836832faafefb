import type { RegisterMeasure } from '@samblikk/contract';
import { describe, expect, test } from 'vitest';
import { registerSite } from './testing-site.ts';

const { rows, get, numbers } = await registerSite();

describe('one measure', () => {
  test('by number and by id, in the language asked for', async () => {
    const page = (await get('/2019-0001')).json() as RegisterMeasure;
    expect((await get(`/${page.id}`)).json()).toEqual(page);
    expect(page).toMatchObject({ number: '2019-0001', year: 2019, visibility: 'whole', history: [{ year: 2019 }] });
    const answers = page.sections.flatMap((section) => section.answers);
    expect(answers.find(({ question }) => question === 'phase')).toEqual({
      question: 'phase',
      number: '10',
      label: 'Hvilken fase er tiltaket i?',
      name: 'Fase',
      state: 'answered',
      text: 'Gjennomføring',
      values: [{ code: 'execution', label: 'Gjennomføring' }],
    });
    expect(answers.map(({ question }) => question)).not.toContain('comments');
    const english = (await get('/2019-0001?lang=en')).json() as RegisterMeasure;
    expect(english.derived.map(({ text }) => text)).toContain('NOK 10–50 million');
  });

  test('begins with what it costs, its phase, its funding and who takes part', async () => {
    const open = rows.filter(({ visibility }) => visibility === 'whole');
    const costly = open.find(
      ({ answers }) => Number(answers.totalCost) > 10_000_000 && answers.involvesOthers === 'yes',
    );
    const alone = open.find(({ answers }) => answers.totalCost === undefined && answers.involvesOthers === 'no');
    const highlights = async (number = '') => ((await get(`/${number}`)).json() as RegisterMeasure).highlights;
    const told = await highlights(costly?.number);
    expect(told.map(({ question }) => question)).toEqual(['totalCost', 'phase', 'funding', 'involvedScope']);
    const millions = Math.round(Number(costly?.answers.totalCost) / 100_000) / 10;
    expect(told[0]?.text?.replaceAll('\u00a0', ' ')).toBe(`${String(millions).replace('.', ',')} mill. kroner`);
    expect(await highlights(alone?.number)).toMatchObject([
      { question: 'totalCost', text: null },
      { question: 'phase' },
      { question: 'funding' },
      { question: 'involvesOthers', text: 'Nei' },
    ]);
  });

  test('one that is withheld is not found, like one that does not exist', async () => {
    const withheld = rows.find((row) => row.visibility === 'withheld');
    const [there, gone] = [await get(`/${withheld?.number}`), await get('/2019-9999')];
    expect([there.statusCode, gone.statusCode]).toEqual([404, 404]);
    expect(there.body.replaceAll(String(withheld?.number), '')).toBe(gone.body.replaceAll('2019-9999', ''));
    expect(await numbers(`q=${withheld?.number}`)).toEqual([]);
  });
});
