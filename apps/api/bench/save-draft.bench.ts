// Saving one answer of a draft, with merge, check, revision and audit, against one bare INSERT committed by pg.

import { signInAs, testConfig } from '../src/access/auth/testing.ts';
import { buildApp } from '../src/app.ts';
import { completeAnswers, digdir, openRound } from '../src/responses/testing.ts';
import { compare, withDatabase } from './measure.ts';

await withDatabase(async ({ db, pool }) => {
  const app = await buildApp({ config: testConfig(), db, limits: false });
  const day = 86_400_000;
  await openRound(db, { opensAt: new Date(Date.now() - day), deadline: new Date(Date.now() + day), lateUntil: null });
  const { headers } = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }] });
  const post = await app.inject({
    method: 'POST',
    url: `/api/v1/agencies/${digdir.orgnr}/rounds/2026/measures`,
    headers,
    payload: {},
  });
  const { id } = post.json();
  let version = 0;

  const save = async (changes: object) => {
    const url = `/api/v1/measures/${id}/answers/2026`;
    const reply = await app.inject({ method: 'PUT', url, headers, payload: { year: 2026, basedOn: version, changes } });
    if (reply.statusCode !== 200) throw new Error(reply.body);
    version = reply.json().version;
  };
  await save(completeAnswers);
  await pool.query('create table bare (id bigserial primary key, answers jsonb not null)');
  const document = JSON.stringify(completeAnswers);
  let cost = 1_000_000;

  await compare(
    'Save a draft',
    { name: 'PUT answers', run: () => save({ totalCost: cost++ }) },
    { name: 'INSERT, committed', run: () => pool.query('insert into bare (answers) values ($1)', [document]) },
    { runs: 200, warmUp: 30 },
  );
  await app.close();
});
