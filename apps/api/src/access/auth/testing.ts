import type { HeldRole } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Config } from '../../platform/config/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { agency, delegation, invitation, ministry, ministryVersion, person, role, round } from '../../schema.ts';
import { newSecret, sessionCookie } from './cookies.ts';
import { insertSession } from './store.ts';

/** The settings of tests, unless told otherwise. */
export function testConfig(changes: Partial<Config> = {}): Config {
  return {
    production: false,
    host: '127.0.0.1',
    port: 3000,
    dataDir: '/nonexistent',
    databaseUrl: undefined,
    databaseReadUrl: undefined,
    demo: false,
    publicUrl: 'http://localhost',
    publisher: { orgnr: '991825827', organisations: 'https://organizations.example' },
    oidc: undefined,
    loginResource: 'urn:altinn:resource:samblikk',
    loginRoutes: ['altinn'],
    devIdpPort: 3001,
    sessionSecret: 'only for tests, and never anywhere else',
    session: { idleMinutes: 30, totalMinutes: 120 },
    trustProxy: false,
    logLevel: 'silent',
    ...changes,
  };
}

export interface SignInAs {
  /** E.g. `[{ role: 'fill', agency: 'nav' }]`; agencies and ministries that are missing are made. */
  roles?: readonly HeldRole[];
  name?: string;
  language?: Language;
  email?: string;
  /** When the session began. */
  now?: Date;
  config?: Config;
}

/**
 * Signs a new person in: a real row in the session table. Spread `headers` into a request:
 * `app.inject({ url, headers: (await signInAs(db, { roles: [{ role: 'admin' }] })).headers })`.
 */
export async function signInAs(
  db: Database,
  who: SignInAs = {},
): Promise<{ headers: { cookie: string }; personId: string; sessionId: string }> {
  const { roles = [], name = 'Kari Prøve', language = 'nb', now = new Date(), config = testConfig() } = who;
  const personId = v7();
  const { value, hash } = newSecret();
  await db.transaction(async (tx) => {
    await tx
      .insert(person)
      .values({ id: personId, subject: `test:${personId}`, name, language, email: who.email ?? null });
    for (const held of roles) {
      if (held.agency) await tx.insert(agency).values({ id: held.agency }).onConflictDoNothing();
      if (held.ministry) {
        const made = await tx.insert(ministry).values({ id: held.ministry }).onConflictDoNothing().returning();
        const names = { nameNb: held.ministry, nameNn: held.ministry, nameEn: held.ministry };
        for (const { id } of made) {
          await tx.insert(ministryVersion).values({ id: v7(), ministryId: id, code: id, ...names, source: 'test' });
        }
      }
      if (held.role === 'delegate') {
        await delegateTo(tx, personId, held, now);
        continue;
      }
      const over = { agencyId: held.agency ?? null, ministryId: held.ministry ?? null };
      await tx.insert(role).values({ id: v7(), personId, role: held.role, ...over, grantedBy: 'test' });
    }
    const data = { assurance: 'high', representation: '' };
    const limits = { idle: config.session.idleMinutes * 60_000, total: config.session.totalMinutes * 60_000 };
    await insertSession(tx, { id: hash, personId, data }, now, limits);
  });
  return { headers: { cookie: `${sessionCookie(config).name}=${value}` }, personId, sessionId: hash };
}

/** A delegation that came with an invitation, so that it stands by itself. Measure and round must be there. */
async function delegateTo(tx: Transaction, personId: string, held: HeldRole, now: Date): Promise<void> {
  const { agency: agencyId = '', measure: measureId = '', section = null } = held;
  const [asked] = await tx
    .select()
    .from(round)
    .where(eq(round.year, held.year ?? 0));
  const invitationId = v7();
  const at = { createdAt: now, expiresAt: now, acceptedAt: now };
  const by = { invitedBy: personId, acceptedBy: personId };
  await tx.insert(invitation).values({ id: invitationId, agencyId, email: '', tokenHash: invitationId, ...at, ...by });
  await tx.insert(delegation).values({
    id: v7(),
    measureId,
    roundId: asked?.id ?? '',
    agencyId,
    section,
    personId,
    invitationId,
    dueOn: '2026-03-15',
    createdAt: now,
    createdBy: personId,
  });
}
