import { type Endpoint, type HeldRole, permissions } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { signInAs, testConfig } from './access/auth/testing.ts';
import { buildApp } from './app.ts';
import { testDatabase } from './platform/db/testing.ts';
import { digdir, nav } from './responses/testing.ts';
import { addressOf, bodiesOf, endpoints, line } from './testing-requests.ts';
import { claim, ids, now, plantState, type StateName, states } from './testing-states.ts';
import { everyTable, undoable } from './testing-undo.ts';

// Everything that staff alone may write, tried by every role in every state of a round. Whoever may not changes nothing, whatever
// the state; whoever may is refused where the state does not allow it.

const mine = { agency: digdir.id };
const people = {
  nobody: undefined,
  noRole: [],
  read: [{ role: 'read', ...mine }],
  fill: [{ role: 'fill', ...mine }],
  submit: [{ role: 'submit', ...mine }],
  coordinator: [{ role: 'coordinator', ministry: 'DFD' }],
  analyst: [{ role: 'analyst' }],
  admin: [{ role: 'admin' }],
} as const satisfies Record<string, readonly HeldRole[] | undefined>;
type Who = keyof typeof people;

const allStates = Object.keys(states) as StateName[];
const unanswered = ['planned', 'declined'] as const;
const released = ['frozen', 'published', 'release withdrawn', 'measure withdrawn from the public'] as const;
const over = ['closed', 'more time', ...released] as const;

type Refusals = Partial<Record<StateName, string>>;
const refusals = (code: string, at: readonly StateName[]): Refusals =>
  Object.fromEntries(at.map((state) => [state, code]));
const but = (...allowed: StateName[]) => allStates.filter((state) => !allowed.includes(state));

const never: Refusals = {};
const aboutMeasure = refusals('notFound', [...unanswered, 'measure taken out']);
const ofRelease = refusals('notFound', but(...released));

/** What each address answers to those who may, where it is not done; written out by hand. */
const table: Record<string, { readonly analyst?: true; readonly refused: Refusals }> = {
  'DELETE /api/v1/agencies/:orgnr/rounds/:year/declination': { refused: refusals('notFound', but('declined')) },
  'DELETE /api/v1/rounds/:year': { refused: refusals('alreadyDone', but(...unanswered, 'pilot')) },
  'DELETE /api/v1/rounds/:year/message-texts/:kind/:language': { refused: never },
  'DELETE /api/v1/rounds/:year/quality/:measure/look': { analyst: true, refused: aboutMeasure },
  'PATCH /api/v1/rounds/:year/population/:orgnr': { refused: never },
  'POST /api/v1/agencies/:orgnr/rounds/:year/notes': { analyst: true, refused: never },
  'POST /api/v1/agencies/:orgnr/rounds/:year/reopening/refuse': { refused: refusals('alreadyDone', but('closed')) },
  'POST /api/v1/directory/agencies': { refused: never },
  'POST /api/v1/directory/agencies/:agency/changes': { refused: never },
  'POST /api/v1/directory/agencies/:agency/end': { refused: never },
  // What is no file is refused in every state; files are tried in `directory/life` and `intake/survey-file`.
  'POST /api/v1/directory/import': { refused: refusals('problems', allStates) },
  'POST /api/v1/directory/ministries': { refused: never },
  'POST /api/v1/directory/ministries/:ministry/changes': { refused: never },
  'POST /api/v1/directory/ministries/:ministry/end': { refused: never },
  'POST /api/v1/measures/:measure/rounds/:year/corrections': { analyst: true, refused: aboutMeasure },
  'POST /api/v1/measures/:measure/rounds/:year/corrections/:correction/decide': { refused: aboutMeasure },
  'POST /api/v1/measures/:measure/rounds/:year/corrections/:correction/drop': { analyst: true, refused: aboutMeasure },
  'POST /api/v1/measures/:measure/rounds/:year/exemptions/decisions': { refused: aboutMeasure },
  'POST /api/v1/measures/:measure/rounds/:year/queries': { analyst: true, refused: aboutMeasure },
  'POST /api/v1/measures/:measure/rounds/:year/queries/:query/close': { analyst: true, refused: aboutMeasure },
  'POST /api/v1/error-reports/discard': { refused: never },
  'POST /api/v1/retention/runs': { refused: never },
  'POST /api/v1/rounds/:year/freeze': { refused: refusals('invalidRequest', ['pilot']) },
  'POST /api/v1/rounds/:year/import': { refused: refusals('invalidRequest', allStates) },
  'POST /api/v1/rounds/:year/messages': { refused: refusals('roundNotOpen', ['planned', ...over]) },
  // The letter was refused, and so cannot have come back; one that was sent is tried in `messages/undelivered.test.ts`.
  'POST /api/v1/rounds/:year/messages/:message/returned': { refused: refusals('alreadyDone', allStates) },
  'POST /api/v1/rounds/:year/messages/:message/settle': { refused: never },
  'POST /api/v1/rounds/:year/messages/preview': { analyst: true, refused: never },
  'POST /api/v1/rounds/:year/population/import': { refused: refusals('problems', but(...unanswered)) },
  'POST /api/v1/rounds/:year/releases/:number/publish': {
    refused: {
      ...ofRelease,
      published: 'alreadyDone',
      ...refusals('releaseWithdrawn', ['release withdrawn', 'measure withdrawn from the public']),
    },
  },
  // What is no file is refused wherever there is a release to hold it against; files are tried in `text-check`.
  'POST /api/v1/rounds/:year/releases/:number/text-check': {
    analyst: true,
    refused: { ...ofRelease, ...refusals('invalidRequest', released) },
  },
  'POST /api/v1/rounds/:year/releases/:number/withdraw': {
    refused: {
      ...ofRelease,
      frozen: 'releaseNotPublished',
      ...refusals('alreadyDone', ['release withdrawn', 'measure withdrawn from the public']),
    },
  },
  'POST /api/v1/rounds/:year/withdrawn-measures': { refused: refusals('measureNotPublic', but('published')) },
  'POST /api/v1/rounds/:year/withdrawn-measures/:id/restore': {
    refused: refusals('alreadyDone', but('measure withdrawn from the public')),
  },
  'PUT /api/v1/agencies/:orgnr/rounds/:year/declination': { refused: refusals('alreadyDone', but(...unanswered)) },
  'PUT /api/v1/agencies/:orgnr/rounds/:year/notes/:note': { analyst: true, refused: never },
  'PUT /api/v1/agencies/:orgnr/rounds/:year/reopening': { refused: { planned: 'roundNotOpen' } },
  'PUT /api/v1/rounds/:year': {
    refused: refusals('releasePublished', ['published', 'measure withdrawn from the public']),
  },
  'PUT /api/v1/rounds/:year/message-texts/:kind/:language': { refused: never },
  'PUT /api/v1/rounds/:year/population': { refused: refusals('alreadyDone', but(...unanswered)) },
  'PUT /api/v1/rounds/:year/quality/:measure/look': { analyst: true, refused: aboutMeasure },
  'PUT /api/v1/rounds/:year/releases/:number/schedule': {
    refused: {
      ...ofRelease,
      published: 'alreadyDone',
      ...refusals('releaseWithdrawn', ['release withdrawn', 'measure withdrawn from the public']),
    },
  },
};

const forStaff = endpoints().filter(({ method, action }) => {
  const rule: unknown = permissions[action];
  return method !== 'GET' && Array.isArray(rule) && rule.every((role) => role === 'admin' || role === 'analyst');
});

test('the table has every address that staff alone write to, and no other', () => {
  expect(forStaff.map(line).toSorted()).toEqual(Object.keys(table).toSorted());
});

/** Bodies that change something, where those of other tests ask for nothing. */
const bodies = (year: number, population: string): Record<string, object> => ({
  ...bodiesOf(ids.measure),
  'POST /api/v1/rounds/:year/freeze': { confirmed: true, hold: true },
  'PUT /api/v1/rounds/:year': { publishAt: '2026-06-01T09:00:00Z' },
  'PUT /api/v1/rounds/:year/population': { agencies: [{ orgnr: nav.orgnr }] },
  'POST /api/v1/rounds/:year/population/import': { csv: population, dryRun: false },
  'POST /api/v1/directory/agencies/:agency/changes': { from: '2026-01-01', ministry: 'AID', source: 'test' },
  'POST /api/v1/measures/:measure/rounds/:year/exemptions/decisions': { ...claim, step: 'accepted' },
  'POST /api/v1/rounds/:year/withdrawn-measures': {
    ...{ number: `${year}-0001`, reason: { nb: 'Feil', nn: 'Feil', en: 'Wrong' } },
  },
  'POST /api/v1/measures/:measure/rounds/:year/corrections': {
    ...{ question: 'phase', value: 'idea', reason: 'Feil fase', version: 1 },
  },
});

/** A round in a state, and what somebody is answered there: a code, or nothing when it was done. */
async function siteIn(state: StateName) {
  const made = await testDatabase();
  const year = await plantState(made.db, state);
  const headers = new Map<Who, Record<string, string>>();
  for (const [who, roles] of Object.entries(people))
    headers.set(who as Who, roles ? (await signInAs(made.db, { roles, now })).headers : {});
  const { db, trying, close } = await undoable(made.url);
  const app: FastifyInstance = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
  const file = await app.inject({
    url: `/api/v1/rounds/${year}/population/file.csv`,
    headers: headers.get('admin') ?? {},
  });
  const bodyOf = bodies(
    year,
    file.body
      .split('\n')
      .filter((row) => !row.includes(digdir.orgnr))
      .join('\n'),
  );

  async function answer(who: Who, endpoint: Endpoint): Promise<string | undefined> {
    const named: Record<string, string> = { ...ids, year: String(year), number: '1', id: `${year}-0001` };
    const path = endpoint.path.replace(/:(\w+)/g, (all, place: string) => named[place] ?? all) as Endpoint['path'];
    const payload = bodyOf[line(endpoint)];
    const reply = await app.inject({
      ...{ method: endpoint.method, url: addressOf({ ...endpoint, path }, ids.measure) },
      headers: { ...headers.get(who), 'idempotency-key': 'by-state-key' },
      ...(payload && { payload }),
    });
    expect(reply.statusCode, `${line(endpoint)} ${reply.body}`).toBeLessThan(500);
    if (reply.statusCode < 300) return reply.body !== '' && reply.json().problems?.length > 0 ? 'problems' : undefined;
    return reply.json().code;
  }
  return {
    ...{ db, trying, answer },
    async close() {
      await app.close();
      await close();
      await made.close();
    },
  };
}

/** Whoever may not is told so; of a measure that is not there, that it is not. */
const refusalOf = (who: Who, isMissing: boolean): string =>
  who === 'nobody' ? 'notSignedIn' : isMissing ? 'notFound' : 'notAllowed';

describe.each(allStates)('a round: %s', (state) => {
  test('whoever may not changes nothing, and whoever may only what the state allows', async () => {
    const site = await siteIn(state);
    const [wanted, answered, undone]: [string[], string[], string[]] = [[], [], []];
    try {
      const before = await everyTable(site.db);
      await site.trying(async () => {
        for (const endpoint of forStaff) {
          const { analyst, refused: codes = {} } = table[line(endpoint)] ?? {};
          for (const who of Object.keys(people) as Who[]) {
            const may = who === 'admin' || (who === 'analyst' && analyst === true);
            const code = may ? codes[state] : refusalOf(who, codes === aboutMeasure && codes[state] !== undefined);
            if (code === undefined) continue;
            wanted.push(`${who} ${line(endpoint)} ${code}`);
            answered.push(`${who} ${line(endpoint)} ${await site.answer(who, endpoint)}`);
          }
        }
        expect(answered).toEqual(wanted);
        expect(await everyTable(site.db)).toEqual(before);
      });
      for (const endpoint of forStaff) {
        const { analyst, refused: codes = {} } = table[line(endpoint)] ?? {};
        if (codes[state] !== undefined) continue;
        for (const who of analyst ? (['admin', 'analyst'] as const) : (['admin'] as const))
          await site.trying(async () => {
            const code = await site.answer(who, endpoint);
            if (code !== undefined) undone.push(`${who} ${line(endpoint)} ${code}`);
          });
      }
      expect(undone).toEqual([]);
      expect(await everyTable(site.db)).toEqual(before);
    } finally {
      await site.close();
    }
  });
});
