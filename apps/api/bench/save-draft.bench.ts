// Saving one answer of a draft, with session, merge, check, revision and audit, against one bare INSERT committed by pg: alone,
// and with fifty people who each save in a measure of their own.

import type pg from 'pg';
import { signInAs, testConfig } from '../src/access/auth/testing.ts';
import { buildApp } from '../src/app.ts';
import { completeAnswers, digdir, openRound } from '../src/responses/testing.ts';
import { compare, compareThroughput, withDatabase } from './measure.ts';

const people = 50;

/** Fills the database with what others have answered, so that queries are planned for a table of some size. */
async function fill(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create temp table other as
      select gen_random_uuid() as measure, m.round_id, m.agency_id, r.edition, r.answers, '2026-9' || lpad(g::text, 7, '0') as number
      from generate_series(1, 10000) g, (select * from revision order by id limit 1) r
      join measure_round m using (measure_id, round_id);
    insert into measure (id, number) select measure, number from other;
    insert into measure_round (measure_id, round_id, agency_id) select measure, round_id, agency_id from other;
    insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors)
      select gen_random_uuid(), measure, round_id, version, edition, answers, '{}', '{}' from other, generate_series(1, 3) version`);
  await pool.query('vacuum analyze');
}

await withDatabase(async ({ db, pool }) => {
  const app = await buildApp({ config: testConfig(), db, limits: false });
  const day = 86_400_000;
  await openRound(db, { opensAt: new Date(Date.now() - day), deadline: new Date(Date.now() + day), lateUntil: null });
  await pool.query('create table bare (id bigserial primary key, answers jsonb not null)');
  const document = JSON.stringify(completeAnswers);
  const insert = () => pool.query('insert into bare (answers) values ($1)', [document]);

  /** A person with a measure of their own; each call saves another cost. */
  const writer = async (i: number) => {
    const { headers } = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], name: `Person ${i}` });
    const url = `/api/v1/agencies/${digdir.orgnr}/rounds/2026/measures`;
    const { id } = (await app.inject({ method: 'POST', url, headers, payload: {} })).json();
    let version = 0;
    const save = async (changes: object) => {
      const reply = await app.inject({
        method: 'PUT',
        url: `/api/v1/measures/${id}/answers/2026`,
        headers,
        payload: { year: 2026, basedOn: version, changes },
      });
      if (reply.statusCode !== 200) throw new Error(reply.body);
      version = reply.json().version;
    };
    await save(completeAnswers);
    return () => save({ totalCost: 1_000_000 + version });
  };
  const writers = await Promise.all(Array.from({ length: people }, (_, i) => writer(i)));
  await fill(pool);

  // The crowd first: a program that has run for a while is what people meet.
  await compareThroughput(
    `Save a draft, ${people} people at once`,
    { name: 'PUT answers', runs: writers },
    { name: 'INSERT, committed', runs: writers.map(() => insert) },
  );
  await compare(
    'Save a draft',
    { name: 'PUT answers', run: writers[0] as () => Promise<void> },
    { name: 'INSERT, committed', run: insert },
    { runs: 300, warmUp: 200 },
  );
  await app.close();
});
