import { afterAll, beforeAll, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { digdir } from '../responses/testing.ts';
import { commandLineOver, measureSentIn } from './testing.ts';

const { db, close } = await testDatabase();
const config = testConfig();
const app = await buildApp({ config, db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});
let number = '';
const commandLine = commandLineOver(db, config);
const samblikk = (...args: string[]) => commandLine(args);

beforeAll(async () => {
  number = await measureSentIn(app, db, 'kari@digdir.example');
});

test('the queue and the rules are listed, chosen as in the browser', async () => {
  const { status, output, messages } = await samblikk(
    'quality',
    'list',
    '--round',
    '2026',
    '--rule',
    'rule.totalCostLow',
  );
  expect({ status, messages }).toEqual({ status: 0, messages: ['1 of 1 measures'] });
  expect(output).toBe(`${number}  ${digdir.orgnr}  submitted  5000  -  rule.totalCostLow\n`);
  expect((await samblikk('quality', 'list', '--round', '2026', '--sort', 'colour')).status).toBe(2);
  expect((await samblikk('quality', 'rules', '--round', '2026', '--lang', 'en')).output).toContain('rule.totalCostLow');
  expect((await samblikk('quality', 'list', '--round', '2031')).status).toBe(1);
});

test('a question is asked and a correction proposed, decided once its time has passed, and taken back', async () => {
  const of = ['--round', '2026', '--measure', number];
  expect((await samblikk('query', 'list', '--round', '2026')).output).toBe('Nothing waits.\n');
  expect(await samblikk('query', 'ask', ...of, '--question', 'phase', '--text', 'Hvilken fase?')).toMatchObject({
    status: 0,
  });

  const proposing = ['correction', 'propose', ...of, '--reason', 'I tusen'];
  expect((await samblikk(...proposing, '--question', 'totalCost', '--value', 'mye')).status).toBe(1);
  expect((await samblikk(...proposing, '--question', 'totalCost', '--due', 'snart')).status).toBe(2);
  const proposed = await samblikk(...proposing, '--question', 'totalCost', '--value', '5000000');
  const id = /Proposed (\S+), due/.exec(proposed.output)?.[1] ?? '';
  expect((await samblikk('query', 'list', '--round', '2026')).output).toMatch(
    /query {2}phase.*\n.*correction {2}totalCost/,
  );
  const early = await samblikk('correction', 'decide', ...of, '--id', id, '--reason', 'Sikkert');
  expect(early.status).toBe(1);
  const listed = JSON.parse((await samblikk('correction', 'list', '--round', '2026')).output);
  expect(listed).toMatchObject({ id, number, given: 5_000, corrected: 5_000_000, inForce: false, state: 'proposed' });
  expect(await samblikk('correction', 'drop', ...of, '--id', id)).toMatchObject({ status: 0, output: 'Taken back.\n' });
  // A name of digits is a text.
  expect((await samblikk(...proposing, '--question', 'name', '--value', '2027')).status).toBe(0);
  expect(
    (
      await samblikk(
        'correction',
        'propose',
        '--round',
        '2026',
        '--measure',
        '1999-1',
        '--question',
        'name',
        '--reason',
        'x',
      )
    ).status,
  ).toBe(2);
});
