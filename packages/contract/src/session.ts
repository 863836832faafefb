import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { roles } from './permissions.ts';

const name = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
export const languageSchema = z.enum(['nb', 'nn', 'en']);

/** What someone may do, and for whom: an agency, a ministry, or (neither given) everything. */
export const sessionRoleSchema = z.object({
  role: z.enum(roles),
  agency: z.object({ id: z.string(), orgnr: z.string().nullable(), name }).optional(),
  ministry: z.object({ code: z.string(), name }).optional(),
  /** For `delegate`: what was delegated. */
  measure: z
    .object({
      id: z.string(),
      number: z.string(),
      title: z.string().nullable(),
      year: z.number().int(),
      section: z.string().nullable(),
      dueOn: z.string(),
    })
    .optional(),
});

export const sessionSchema = z
  .discriminatedUnion('signedIn', [
    z.object({ signedIn: z.literal(false) }),
    z.object({
      signedIn: z.literal(true),
      personId: z.string(),
      name: z.string(),
      /** As the login gave it. */
      email: z.string().nullable(),
      language: languageSchema,
      roles: z.array(sessionRoleSchema),
      /** Signed out at this time unless something is done before, ISO 8601. */
      idleAt: z.string(),
      /** Signed out at this time in any case, ISO 8601. */
      expiresAt: z.string(),
      /** The service’s own clock, so that a browser whose clock is wrong counts right, ISO 8601. */
      now: z.string(),
    }),
  ])
  .meta({ id: 'Session' });

export type Session = z.output<typeof sessionSchema>;
export type SessionRole = z.output<typeof sessionRoleSchema>;

export const session = endpoint('session', {
  summary: 'Who is signed in, with roles, and for how long',
  description: 'Asking does not make the session last longer.',
  tag: 'session',
  action: 'session.read',
  reply: sessionSchema,
  errors: [],
});

export const extendSession = endpoint('extendSession', {
  summary: 'Says that the person is still there, and answers with the new times',
  tag: 'session',
  action: 'session.own',
  reply: sessionSchema,
  errors: [],
});

export const setLanguage = endpoint('setLanguage', {
  summary: 'Remembers the language the person reads',
  tag: 'session',
  action: 'session.own',
  body: z.strictObject({ language: languageSchema }),
  reply: sessionSchema,
  errors: [],
});
