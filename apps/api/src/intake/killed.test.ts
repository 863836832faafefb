import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { ROOT } from '../platform/config/index.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { eventsOf, type KillPoint, pointsOf, programs, rowsOf } from '../platform/db/testing-programs.ts';
import { digdir, nav, openRound } from '../responses/testing.ts';
import { spreadsheetOf } from './spreadsheet/testing.ts';

// Killed outright anywhere while it takes answers in, from the survey's file or an agency's list, the program has taken in all of
// them or none; the same again completes it, with the same result.

const { folder, run, samblikk } = await programs();
const whole = await testDatabase();
const killed = await testDatabase();
const office = await testDatabase();
afterAll(() => Promise.all([whole, killed, office].map(({ close }) => close())));

test('the survey’s file', { timeout: 240_000 }, async () => {
  const data = (name: string) => join(ROOT, 'data', `${name}-2019.csv`);
  const command = `import --round 2019 --population ${data('population')} --answers ${data('survey')} --lang en`;
  const stored = [
    `select m.number, mr.external_id, p.orgnr, r.version, r.answers
     from revision r join measure m on m.id = r.measure_id
     join measure_round mr on mr.measure_id = r.measure_id and mr.round_id = r.round_id
     join population p on p.agency_id = mr.agency_id and p.round_id = r.round_id order by m.number, r.version`,
    `select p.orgnr, s.number, s.content_hash, s.submitted_at
     from submission s join population p on p.agency_id = s.agency_id and p.round_id = s.round_id order by 1, 2`,
    'select orgnr, name_nb, ministry, answered, facts from population order by orgnr',
    'select orgnr, name_nb, valid_from::text from agency_version order by 1, 2, 3',
  ];
  const stateOf = (of: typeof whole) => Promise.all(stored.map((query) => rowsOf(of, query)));

  const { acts, said } = await samblikk(whole, command);
  expect(said).toContain('432 new, 0 changed, 0 as before.');
  const nothing = await stateOf(killed);
  for (const point of pointsOf(acts, 4)) {
    expect((await samblikk(killed, command, point)).signal, JSON.stringify(point)).toBe('SIGKILL');
    const [{ n } = { n: 0 }] = await eventsOf(killed, 'round.imported');
    if ('before' in point) expect(n).toBe(0);
    if (n === 0) expect(await stateOf(killed)).toEqual(nothing);
  }
  expect((await samblikk(killed, command)).said).toMatch(/432 new|Nothing was changed/);
  expect((await samblikk(killed, command)).said).toContain('Nothing was changed.');
  expect(await stateOf(killed)).toEqual(await stateOf(whole));
  expect(await eventsOf(killed, 'round.imported')).toEqual([{ n: 1 }]);
});

const earlier = 'name,deliverable\nFast,Som det var\n';
const rows = Array.from({ length: 12 }, (_, at) => `A-${at},Nytt ${at},Noe,yes`).join('\n');
const list = `externalId,name,deliverable,publishable\nA-99,Fast,Endret,yes\n${rows}\n`;

const program = new URL('../testing-one-request.ts', import.meta.url);

/** Someone who fills in for an agency, with a list that is looked through and ready to be taken in. */
async function ready({ id, orgnr }: typeof digdir) {
  const app = await buildApp({ config: testConfig(), db: office.db, limits: false });
  const { headers } = await signInAs(office.db, { roles: [{ role: 'fill', agency: id }] });
  const base = `/api/v1/agencies/${orgnr}/rounds/2026`;
  const lists = spreadsheetOf(app, headers, base);
  const bring = async (csv: string) => {
    const { body } = await lists.upload(csv, 'liste.csv');
    return { id: body.id, plan: (await lists.preview(body)).body.plan };
  };
  const before = await bring(earlier);
  expect((await lists.importRows(before.id, before.plan)).status).toBe(200);
  const { id: upload, plan } = await bring(list);
  const payload = { plan, skipRowsAtFault: false, confirmedPublic: [] };
  const request = join(folder, `${id}.json`);
  const url = `${base}/spreadsheet/${upload}/take-in`;
  await writeFile(request, JSON.stringify({ method: 'POST', url, headers, payload }));
  return {
    takeIn: (kill?: KillPoint) => run(office, [request], { program, kill }),
    imports: async () => (await lists.imports()).body.map(({ created, changed }) => [created, changed]),
    stored: () =>
      rowsOf(
        office,
        `select r.version, mr.external_id, r.answers, r.origins from revision r
         join measure_round mr on mr.measure_id = r.measure_id and mr.round_id = r.round_id
         where mr.agency_id = '${id}' order by r.answers ->> 'name', r.version`,
      ),
    close: () => app.close(),
  };
}

test('an agency’s list', { timeout: 240_000 }, async () => {
  await openRound(office.db, { opensAt: new Date(0), deadline: new Date('2100-01-01'), lateUntil: null });
  const [unharmed, harmed] = [await ready(digdir), await ready(nav)];
  const { acts, said } = await unharmed.takeIn();
  expect(JSON.parse(said)).toMatchObject({ status: 200, body: { created: 12, changed: 1 } });
  const nothing = await harmed.stored();
  for (const point of pointsOf(acts, 4)) {
    expect((await harmed.takeIn(point)).signal, JSON.stringify(point)).toBe('SIGKILL');
    const imports = await harmed.imports();
    if ('before' in point) expect(imports).toHaveLength(1);
    if (imports.length === 1) expect(await harmed.stored()).toEqual(nothing);
  }
  const again = JSON.parse((await harmed.takeIn()).said);
  // Killed when all was done, it says so.
  if (again.status !== 200) expect(again.body.code).toBe('alreadyDone');
  expect(await harmed.stored()).toEqual(await unharmed.stored());
  expect(await harmed.imports()).toEqual([
    [12, 1],
    [1, 0],
  ]);
  expect(await eventsOf(office, 'spreadsheet.takenIn')).toEqual([{ n: 4 }]);
  await Promise.all([unharmed.close(), harmed.close()]);
});
