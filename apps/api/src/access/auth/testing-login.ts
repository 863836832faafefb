import { type DemoPerson, demoPeople, startDevIdp } from '@samblikk/dev-idp';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach } from 'vitest';
import { buildApp } from '../../app.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { agency, agencyVersion, auditEvent, ministry, ministryVersion } from '../../schema.ts';
import { testConfig } from './testing.ts';
import { TestBrowser } from './testing-browser.ts';

/** The program with the test login, on a port that no other test file has; closed when the file is done. */
export async function loginSite(port: number) {
  const { db, close } = await testDatabase();
  const publicUrl = `http://127.0.0.1:${port}`;
  const config = testConfig({ publicUrl });
  const people: DemoPerson[] = demoPeople.map((one) => ({ ...one }));
  const idp = await startDevIdp({
    host: '127.0.0.1',
    port: 0,
    redirectUris: [`${publicUrl}/auth/callback`],
    postLogoutRedirectUris: [`${publicUrl}/`],
    people,
  });
  const clock = { now: new Date() };
  const app = await buildApp({ config, db, clock: () => clock.now, limits: false, login: idp });
  // Only back-channel logout needs a port: everything else goes through `inject`.
  await app.listen({ host: '127.0.0.1', port });

  await db.insert(agency).values([{ id: 'digdir' }, { id: 'nav' }, { id: 'gone' }]);
  await db.insert(ministry).values([{ id: 'DFD' }]);
  const names = { nameNb: 'Navn', nameNn: 'Namn', nameEn: 'Name', source: 'test' };
  await db.insert(agencyVersion).values([
    { id: '01900000-0000-7000-8000-000000000001', agencyId: 'digdir', orgnr: '991825827', ...names },
    { id: '01900000-0000-7000-8000-000000000002', agencyId: 'nav', orgnr: '889640782', ...names },
    {
      id: '01900000-0000-7000-8000-000000000003',
      agencyId: 'gone',
      orgnr: '974761076',
      validTo: '2021-12-31',
      ...names,
    },
  ]);
  await db
    .insert(ministryVersion)
    .values([
      { id: '01900000-0000-7000-8000-000000000004', ministryId: 'DFD', code: 'DFD', orgnr: '932384469', ...names },
    ]);

  afterAll(async () => {
    await app.close();
    await idp.close();
    await close();
  });
  beforeEach(() => {
    clock.now = new Date();
  });

  class Browser extends TestBrowser {
    constructor() {
      super(publicUrl);
    }
  }

  const eventsOf = (action: string) =>
    db.select().from(auditEvent).where(eq(auditEvent.action, action)).orderBy(auditEvent.sequence);

  return { app, clock, config, db, eventsOf, idp, people, publicUrl, Browser };
}
