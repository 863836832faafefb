import { afterAll } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { digdir, openRound } from '../../responses/testing.ts';
import { spreadsheetOf } from './testing.ts';

/**
 * An open round in a database of its own, and a contact person with the ways to send lists; closed when the file is done.
 * @param person what the contact person has beside the right to fill in
 */
export async function spreadsheetSite(person: { readonly email?: string } = {}) {
  const { db, close } = await testDatabase();
  const app = await buildApp({ config: testConfig(), db, limits: false });
  const rounds = await openRound(db, { opensAt: new Date(0), deadline: new Date('2100-01-01'), lateUntil: null });
  const kari = await signInAs(db, { roles: [{ role: 'fill', agency: digdir.id }], ...person });
  const base = `/api/v1/agencies/${digdir.orgnr}/rounds/2026`;
  afterAll(async () => {
    await app.close();
    await close();
  });
  const get = async <T>(url: string) => (await app.inject({ url, headers: kari.headers })).json() as T;
  return { db, app, rounds, kari, base, get, list: spreadsheetOf(app, kari.headers, base) };
}
