import { type Draft, type Endpoint, permissions } from '@samblikk/contract';
import { type Edition, editionOf } from '@samblikk/questionnaire';
import { describe, expect, test } from 'vitest';
import { signInAs } from './access/auth/testing.ts';
import { spreadsheetOf } from './intake/spreadsheet/testing.ts';
import { digdir, nav } from './responses/testing.ts';
import { agencyRound, attackSite } from './testing-attacks.ts';
import { addressOf, bodiesOf, endpoints, line } from './testing-requests.ts';

// Another agency's measure, a `read` role, an expired or replayed invitation, a forged organisation in the claim, a
// delegated section's neighbour: all refused, all logged. Here stand the attacks, one by one. Each must end in the answer
// that is expected, change nothing, and leave a line that says who tried what: in the audit, or, where someone who may be
// there asks for what is not there, in the log.

const {
  app,
  db,
  owner,
  stranger,
  reader,
  previous,
  target,
  number,
  besides,
  call,
  lastRefusal,
  expectNotAllowed,
  expectNotThere,
} = await attackSite();

const bodies = bodiesOf(previous);
const closed = endpoints().filter(({ action }) => Array.isArray(permissions[action]));
const named = (list: readonly Endpoint[]) => list.map((endpoint) => [line(endpoint), endpoint] as const);

describe('another agency’s measure', () => {
  const takingOne = closed.filter(({ path }) => path.includes(':measure'));
  expect(takingOne.length).toBeGreaterThan(10);

  test.each(named(takingOne))('%s', async (address, endpoint) => {
    const url = addressOf(endpoint, target);
    const reply = await call(stranger, endpoint.method, url, bodies[address]);
    await expectNotAllowed(reply, stranger, endpoint.action, url);
  });

  const own = agencyRound(nav);
  test.each<[string, Endpoint['method'], string, object | undefined]>([
    ['taken along as one’s own', 'POST', `${own}/measures`, { carryForward: previous }],
    ['said to have ended, as one’s own', 'PUT', `${own}/previous/${previous}`, { outcome: 'ended' }],
    ['with what was said of it taken back', 'DELETE', `${own}/previous/${previous}`, undefined],
  ])('%s', async (_what, method, url, body) => {
    await expectNotThere(await call(stranger, method, url, body), stranger, url);
  });

  test.each([
    ['of this round', number],
    ['of the last', '2019-0007'],
  ])('%s, tied by its number to an own id in a batch', async (_when, tied) => {
    const url = `${own}/measures/batch`;
    const measures = [{ externalId: 'X-1', number: tied, answers: { name: 'Vårt nå' } }];
    await expectNotThere(await call(stranger, 'POST', url, { measures }), stranger, url, 'answersAtFault');
    expect(lastRefusal()).toMatchObject({ faults: ['unknownNumber'] });
  });

  test('by its number in a list of one’s own: it is a row at fault, or a new measure, and never that one', async () => {
    const sheet = spreadsheetOf(app, stranger.headers, own);
    const list = await sheet.upload(`Tiltaksnummer,Navn på tiltaket\n${number},Vårt nå\n`, 'liste.csv');
    const { status, body } = await sheet.preview(list.body);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain(target);
    expect(body.rows.map(({ kind }) => kind)).toEqual(['faulty']);
    await expectNotThere(
      await call(owner, 'GET', `${agencyRound(digdir)}/spreadsheet/${list.body.id}`),
      owner,
      `${agencyRound(digdir)}/spreadsheet/${list.body.id}`,
    );
  });
});

describe('a `read` role', () => {
  // What changes nothing of the agency's: being there, and having a receipt sent to those it was sent to before.
  const harmless = ['/api/v1/measures/:measure/rounds/:year/presence', '/submissions/:receipt/mail'];
  const writing = closed.filter(({ method, path }) => method !== 'GET' && !harmless.some((end) => path.endsWith(end)));

  test('is tried on every way to write', () => {
    const told = writing.map(line).join('\n');
    for (const way of [
      /PUT .*answers\/2026/,
      /POST .*measures$/m,
      /PUT .*previous/,
      /POST .*delegations/,
      /POST .*spreadsheet$/m,
      /POST .*take-in/,
      /POST .*batch/,
      /POST .*submissions$/m,
      /POST .*reopening/,
      /POST .*restore/,
      /DELETE .*measures\/:measure\/rounds\/:year$/m,
      /POST .*invitations/,
    ]) {
      expect(told).toMatch(way);
    }
  });

  test.each(named(writing))('%s', async (address, endpoint) => {
    const url = addressOf(endpoint, target);
    const reply = await call(reader, endpoint.method, url, bodies[address]);
    await expectNotAllowed(reply, reader, endpoint.action, url);
  });
});

describe('a delegated section’s neighbour', async () => {
  const [mine, neighbour] = (editionOf('2026') as Edition).sections;
  const helper = await signInAs(db, {
    roles: [{ role: 'delegate', agency: digdir.id, measure: target, year: 2026, section: mine?.id }],
    name: 'Hjelper Utenfra',
  });
  const beside = neighbour?.questions[0]?.id ?? '';
  const save = `/api/v1/measures/${target}/answers/2026`;
  const base = { year: 2026, basedOn: 1, changes: {} };

  test.each<[string, object]>([
    ['its answer', { changes: { [beside]: null } }],
    ['its answer, hidden behind one’s own', { changes: { [mine?.questions[0]?.id ?? '']: null, [beside]: null } }],
    ['a confirmation of it', { confirmed: [beside] }],
    ['the reason for a warning there', { reasons: { [`${beside}.unusual`]: 'fordi' } }],
  ])('%s', async (_what, more) => {
    await expectNotAllowed(await call(helper, 'PUT', save, { ...base, ...more }), helper, 'draft.write', save);
  });

  test.each<[string, Endpoint['method'], string, object | undefined, string]>([
    ['the list of measures', 'GET', `${agencyRound(digdir)}/response`, undefined, 'response.read'],
    ['another measure', 'GET', `/api/v1/measures/${besides}/rounds/2026`, undefined, 'draft.read'],
    [
      'an earlier version of all of it',
      'POST',
      `/api/v1/measures/${target}/rounds/2026/restore`,
      { version: 0, basedOn: 1 },
      'measures.write',
    ],
    ['all of it, taken out', 'DELETE', `/api/v1/measures/${target}/rounds/2026`, undefined, 'measures.write'],
    [
      'all of it, delegated to oneself',
      'POST',
      `/api/v1/measures/${target}/rounds/2026/delegations`,
      { section: null, to: { email: 'x@y.example' }, dueOn: '2026-03-15' },
      'measures.delegate',
    ],
    ['all of it, as a file', 'GET', `${agencyRound(digdir)}/portfolio.csv`, undefined, 'response.readAnswers'],
  ])('%s', async (_what, method, url, body, action) => {
    await expectNotAllowed(await call(helper, method, url, body), helper, action, url);
  });

  test('the section that was delegated is open, so that the rest was not refused for something else', async () => {
    const { answers } = (await call(helper, 'GET', `/api/v1/measures/${target}/rounds/2026`)).json<Draft>();
    expect(answers).not.toHaveProperty(beside);
    expect((await call(helper, 'PUT', save, base)).statusCode).toBe(200);
  });
});
