import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../access/auth/testing.ts';
import { makeArchive, verifyArchive } from '../archive/index.ts';
import { testFolder, unpack } from '../archive/testing.ts';
import { inTime, responseSite } from '../pages/response/testing-site.ts';
import { verifyChain } from '../platform/audit/index.ts';
import { pseudonymsFrom } from '../platform/erasure/index.ts';
import { secretsOf } from '../platform/secrets/index.ts';
import { freezeRound } from '../releases/index.ts';
import { completeAnswers, digdir } from '../responses/testing.ts';
import { doubleVerdict, invitation, mail, measure, person, population, role, round } from '../schema.ts';
import { timeOf } from './due.ts';
import { dueNow, runRetention } from './run.ts';
import { retentionSchedule } from './schedule.ts';

// A round with everything personal in it that can be put there, and then years that pass.

const site = await responseSite();
const { db, kari, ola, call, clock } = site;
const folder = await testFolder();
const pseudonyms = pseudonymsFrom(await secretsOf(testConfig())());
const address = 'tiltak@digdir.example';
const mailbox = 'postkassen@digdir.example';
const invited = 'ny@digdir.example';
const run = (now: string) => runRetention(db, pseudonyms, { now: new Date(now), actor: 'system:test' });
const due = (now: string) => dueNow(db, new Date(now));

/** Tables that have a text somewhere, found by reading every row of every table. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition`,
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await db.execute(
      sql`select 1 from ${sql.identifier(name)} row where to_jsonb(row)::text ilike ${`%${text}%`} limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found.toSorted();
}

const proof = async () =>
  (
    await db.execute(sql`select jsonb_build_object(
      'submissions', (select jsonb_agg(to_jsonb(s) - 'submitted_by_name' order by s.id) from submission s),
      'releases', (select jsonb_agg(to_jsonb(r) order by r.id) from release r),
      'frozen', (select jsonb_agg(to_jsonb(m) order by m.measure_id) from release_measure m),
      'times', (select jsonb_agg(jsonb_build_array(v.id, v.version, v.created_at, v.origins, v.reasons) order by v.id) from revision v)) as proof`)
  ).rows;

const close = async (...years: number[]) => {
  for (const year of years)
    await db
      .insert(round)
      .values({ id: v7(), year, edition: '2026', state: 'closed', deadline: new Date(`${year}-03-20`) });
};

const archive = async (name: string) => {
  const path = join(folder, name);
  await makeArchive(db, { year: 2026, path, actor: 'system:test', now: clock.now });
  return path;
};

beforeAll(async () => {
  clock.now = inTime;
  const ada = await signInAs(db, { roles: [{ role: 'admin' }], name: 'Ada Admin', now: inTime });
  await db.update(population).set({ contactEmail: mailbox }).where(sql`${population.roundId} = ${site.rounds.id}`);
  await db.update(person).set({ lastSignedInAt: inTime });
  const first = await site.add(kari);
  await site.save(ola, first.id, 0, { ...completeAnswers, deliverable: 'Spør oss på ks@example.org om oppslaget.' });
  await site.save(kari, first.id, 1, { name: 'Felles oppslag' });
  const second = await site.add(ola);
  await site.save(ola, second.id, 0, { name: 'Skal bort' });
  expect((await call(ola, 'DELETE', `/api/v1/measures/${second.id}/rounds/2026`)).status).toBe(204);
  expect((await call(ola, 'POST', `/api/v1/agencies/${digdir.orgnr}/rounds/2026/submission-request`, {})).status).toBe(
    201,
  );
  const times = { createdAt: inTime, expiresAt: new Date('2026-03-16T09:00:00Z') };
  const by = { agencyId: digdir.id, role: 'fill', invitedBy: kari.personId, tokenHash: 'hash' } as const;
  await db.insert(invitation).values({ id: v7(), email: invited, ...by, ...times });
  expect((await site.submit(kari, 'key-retention-1')).status).toBe(201);
  const about = { question: 'name', text: 'Stemmer navnet?', version: 2 };
  const asked = await call(ada, 'POST', `/api/v1/measures/${first.id}/rounds/2026/queries`, about);
  expect(asked.status).toBe(201);
  const [{ id: queryId }] = (await db.execute(sql`select id from query`)).rows as [{ id: string }];
  const answerPath = `/api/v1/measures/${first.id}/rounds/2026/queries/${queryId}/answer`;
  expect(await call(kari, 'POST', answerPath, { text: 'Ja' })).toMatchObject({ status: 200 });
  await freezeRound(db, { year: 2026, actor: 'system:test', now: new Date('2026-04-02T09:00:00Z') });
  await db.update(round).set({ state: 'closed' });
  await db.update(mail).set({ sentAt: inTime });
});

test('nothing is due while the next rounds may need it', async () => {
  expect(await due('2026-06-01T00:00:00Z')).toEqual([]);
  await close(2027);
  expect(await due('2027-03-01T00:00:00Z')).toEqual([]);
  expect(await run('2027-03-01T00:00:00Z')).toEqual([]);
  expect(await tablesWith(address)).toEqual(['revision']);
  expect(await tablesWith(mailbox)).toEqual(['mail', 'population']);
  expect(await tablesWith('Kari Nordmann')).toEqual(['mail', 'person', 'query', 'revision', 'submission']);
  expect(await tablesWith('Ola Hansen')).toEqual(['mail', 'measure_round', 'person', 'revision', 'submission_request']);
});

test('a year after it expired, an invitation has no address', async () => {
  expect(await tablesWith(invited)).toEqual(['invitation']);
  expect(await run('2027-03-17T09:00:00Z')).toEqual([{ kind: 'invitations', year: null, rows: 1 }]);
  expect(await tablesWith(invited)).toEqual([]);
});

test('two years after the last login, who was given no role is nobody, and signs in as somebody new', async () => {
  const before = await db.execute(sql`select id, subject from person where name = 'Ola Hansen'`);
  // What a login gave goes; what somebody gave stays until it is taken away.
  await db.update(role).set({ grantedBy: 'login' }).where(sql`${role.personId} = ${ola.personId}`);
  const was = before.rows[0] as { id: string; subject: string };
  expect(await run('2028-03-03T09:00:00Z')).toContainEqual({ kind: 'people', year: null, rows: 1 });
  const { rows } = await db.execute(sql`select name, email, subject from person where id = ${was.id}`);
  expect(rows).toEqual([{ name: pseudonyms.person('Ola Hansen'), email: null, subject: `erased:${was.id}` }]);
  expect(await tablesWith(was.subject)).toEqual([]);
  expect(await tablesWith('Kari Nordmann')).toContain('person');
});

test('when two later rounds have closed, contacts and names are in no table, and all that was proved still holds', async () => {
  const [was, old] = [await proof(), await archive('before.zip')];
  await close(2028);
  const now = '2028-06-01T00:00:00Z';
  const foreseen = await due(now);
  expect(foreseen.map(({ kind, year }) => [kind, year])).toEqual([
    ['contacts', 2026],
    ['names', 2026],
  ]);
  // An administrator's page and button do the same.
  clock.now = new Date(now);
  const ada = await signInAs(db, { roles: [{ role: 'admin' }], name: 'Ada Igjen', now: clock.now });
  const shown = (await call<{ due: unknown; rounds: object[] }>(ada, 'GET', '/api/v1/retention')).body;
  expect(shown.due).toEqual(foreseen);
  expect(shown.rounds).toContainEqual({ year: 2026, over: true, laterRounds: 0, atLatest: '2036-03-20T22:59:59.000Z' });
  expect(shown.rounds).toContainEqual({
    year: 2027,
    over: false,
    laterRounds: 1,
    atLatest: '2037-03-20T00:00:00.000Z',
  });
  expect((await call(ada, 'POST', '/api/v1/retention/runs')).body).toEqual({ erased: foreseen });
  expect((await call<{ done: object[] }>(ada, 'GET', '/api/v1/retention')).body).toMatchObject({
    due: [],
    done: [
      { kind: 'names', year: 2026 },
      { kind: 'contacts', year: 2026 },
      { kind: 'people' },
      { kind: 'letters' },
      { kind: 'invitations' },
    ],
  });

  for (const text of [address, mailbox]) expect(await tablesWith(text)).toEqual([]);
  expect(await tablesWith('Ola Hansen')).toEqual([]);
  expect(await tablesWith('Kari Nordmann')).toEqual(['person']);
  expect(await tablesWith(pseudonyms.person('Kari Nordmann'))).toEqual(['query', 'revision', 'submission']);
  expect(await proof()).toEqual(was);
  expect((await verifyChain(db)).broken).toBeUndefined();
  const fresh = await archive('after.zip');
  for (const path of [old, fresh]) expect(await verifyArchive(path)).toMatchObject({ faults: [] });
  expect((await unpack(fresh)).get('personal/contacts.jsonl')).toBe('');
  expect(await run(now)).toEqual([]);
});

test('a letter on its way keeps its address, however old', async () => {
  await db
    .insert(mail)
    .values({ id: v7(), subject: 'x', receiver: 'venter@x.example', body: '…', createdAt: inTime, nextTryAt: inTime });
  expect((await run('2029-01-01T00:00:00Z')).map(({ kind }) => kind)).not.toContain('letters');
  expect(await tablesWith('venter@x.example')).toEqual(['mail']);
});

test('ten years after its deadline a round that no other followed has no contacts either', async () => {
  await db
    .update(population)
    .set({ contactEmail: mailbox, roundId: sql`(select id from round where year = 2028)` })
    .where(sql`${population.agencyId} = 'nav' and ${population.roundId} = (select id from round where year = 2026)`);
  expect(await due('2038-03-19T00:00:00Z')).not.toContainEqual(expect.objectContaining({ year: 2028 }));
  expect(await due('2038-03-21T00:00:00Z')).toContainEqual({ kind: 'contacts', year: 2028, rows: 1 });
});

test.each(['open', 'planned'] as const)('a round that was left %s is no exception', (state) => {
  const dated = (year: number, round: 'open' | 'planned' | 'closed', deadline: string | null = null) => ({
    ...{ year, state: round, deadline: deadline === null ? null : new Date(deadline) },
  });
  const later = [dated(2027, 'closed'), dated(2028, 'closed')];
  const now = new Date('2037-01-01T00:00:00Z');
  for (const left of [dated(2026, state), dated(9026, state)]) {
    expect(timeOf(left, [left, ...later], now).over).toBe(true);
    expect(timeOf(left, [left, ...later.slice(1)], now).over).toBe(false);
  }
  const alone = dated(2026, state, '2026-03-20T22:59:59Z');
  expect(timeOf(alone, [alone], now).over).toBe(true);
  expect(timeOf(alone, [alone], new Date('2036-03-20T00:00:00Z')).over).toBe(false);
});

test('two years after a verdict its coordinator is a pseudonym, and what was said stands; nothing else of it may change', async () => {
  const measures = await db.select().from(measure).limit(2);
  const [oneId, otherId] = measures.map(({ id }) => id).sort() as [string, string];
  const said = { verdict: 'same', reason: 'Samme vaktordning', judgedAt: new Date('2028-01-10T09:00:00Z') } as const;
  const verdict = { id: v7(), oneId, otherId, ...said, judgedByName: 'Samira Samordner' };
  await db.insert(doubleVerdict).values(verdict);
  expect(await due('2030-01-09T09:00:00Z')).not.toContainEqual(expect.objectContaining({ kind: 'verdicts' }));
  expect(await run('2030-01-11T09:00:00Z')).toContainEqual({ kind: 'verdicts', year: null, rows: 1 });
  const [row] = await db.select().from(doubleVerdict);
  expect(row).toEqual({ ...verdict, judgedBy: null, judgedByName: pseudonyms.person('Samira Samordner') });
});

const history = [
  ['another verdict', `update double_verdict set verdict = 'not'`],
  ['a verdict', `delete from double_verdict`],
  ['another coordinator', `update double_verdict set judged_by_name = 'Ola'`],
  ['answers that are no address', `update revision set answers = answers - 'name'`],
  ['other answers', `update revision set answers = answers || '{"name": "Et annet"}'`],
  [
    'other times',
    `update revision set authors = (select jsonb_object_agg(key, jsonb_build_array(value -> 0, '2020')) from jsonb_each(authors))`,
  ],
  [
    'another name',
    `update revision set authors = (select jsonb_object_agg(key, jsonb_build_array('Ola', value -> 1)) from jsonb_each(authors))`,
  ],
  [
    'the name of nobody',
    `update revision set authors = (select jsonb_object_agg(key, jsonb_build_array(null, value -> 1)) from jsonb_each(authors))`,
  ],
  [
    'a text that has an address in it',
    `update revision set answers = answers - 'deliverable' where answers ? 'deliverable'`,
  ],
  ['no authors', `update revision set authors = '{}'`],
  ['another time of a revision', `update revision set created_at = now()`],
  ['another sender', `update submission set submitted_by_name = 'Ola'`],
  ['another hash', `update submission set content_hash = 'x', submitted_by_name = 'Person 12345678'`],
] as const;

test.each(history)('the database refuses to erase anything else: %s', async (_what, change) => {
  for (const erasing of ['', 'personal']) {
    const refused = db.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local samblikk.erasing = '${erasing}'`));
      await tx.execute(sql.raw(change));
    });
    await expect(refused.catch((error) => Promise.reject(error.cause ?? error))).rejects.toThrow(/append-only/);
  }
});

/** Columns with the name or address of a person that stay, and why. */
const staying: Readonly<Record<string, string>> = {
  'declination.declined_by_name': 'staff',
  'reopening_refusal.refused_by_name': 'staff',
  'agency_note.written_by_name': 'staff',
  'query.asked_by_name': 'staff',
  'correction.proposed_by_name': 'staff',
  'correction.decision_by_name': 'staff',
  'quality_look.looked_by_name': 'staff',
  'release_decision.decided_by_name': 'staff',
  'release_schedule.decided_by_name': 'staff',
  'measure_tombstone.by_name': 'staff',
  'upload.file_name': 'swept',
  'source.name': 'a list',
  'source_delivery.file_name': 'a file',
  'spreadsheet_import.file_name': 'a file',
  'counter.name': 'a number',
  'frozen_file.name': 'a file',
  'portfolio.name': 'a selection of measures',
};

test('a column for names or addresses is erased, or is said here to stay', async () => {
  const erased = [
    ...['person.name', 'person.email', 'invitation.email', 'mail.receiver', 'population.contact_email'],
    ...['submission.submitted_by_name', 'measure_round.withdrawn_by_name', 'roll_over.decided_by_name'],
    ...['query.replied_by_name', 'correction.answered_by_name', 'submission_request.asked_by_name'],
    ...['contact_confirmation.confirmed_by_name', 'reopening.asked_by_name', 'exemption_step.by_name'],
    ...['spreadsheet_import.imported_by_name', 'error_report.answered_by_name'],
    'double_verdict.judged_by_name',
  ];
  const { rows } = await db.execute<{ name: string }>(sql`select table_name || '.' || column_name as name
    from information_schema.columns where table_schema = 'public' and data_type = 'text'
    and column_name ~ '(^|_)(name|email|receiver)$'`);
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...erased, ...Object.keys(staying)].toSorted());
});

test('docs/retention.md says the same', async () => {
  const page = await readFile(new URL('../../../../docs/retention.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toEqual(
    retentionSchedule.map(
      ({ kind, what, kept, why, after }) => `| \`${kind}\` | ${what.en} | ${kept.en} | ${why.en} | ${after.en} |`,
    ),
  );
});
