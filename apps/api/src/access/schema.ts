import type { AgencyRole, GrantedRole } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { agency, agencyRef, ministry } from '../directory/schema.ts';
import { at } from '../platform/db/index.ts';

// People, their roles and sessions, and letters to them.

export const person = pgTable('person', {
  id: uuid('id').primaryKey(),
  /** HMAC of the login's lasting key; never the national identity number itself. */
  subject: text('subject').notNull().unique(),
  name: text('name').notNull(),
  email: text('email'),
  language: text('language').$type<Language>().notNull().default('nb'),
  createdAt: at('created_at').notNull().defaultNow(),
  /** Who has not signed in for long, and holds no role, is known by a pseudonym. */
  lastSignedInAt: at('last_signed_in_at').notNull().defaultNow(),
});

/** A person: whoever it is about, or did something. Null where nobody is known, unless made `notNull`. */
export const personRef = (column: string) => uuid(column).references(() => person.id);

export const role = pgTable(
  'role',
  {
    id: uuid('id').primaryKey(),
    personId: personRef('person_id').notNull(),
    role: text('role').$type<GrantedRole>().notNull(),
    /** Set for fill, submit and read. */
    agencyId: text('agency_id').references(() => agency.id),
    /** Set for coordinator. */
    ministryId: text('ministry_id').references(() => ministry.id),
    grantedAt: at('granted_at').notNull().defaultNow(),
    grantedBy: text('granted_by').notNull(),
    /** When the person last signed in where the role counts. */
    lastSignedInAt: at('last_signed_in_at'),
  },
  (t) => [unique('role_once').on(t.personId, t.role, t.agencyId, t.ministryId).nullsNotDistinct()],
);

export const session = pgTable(
  'session',
  {
    /** SHA-256 of the cookie's random value, so that a copy of the table opens no session. */
    id: text('id').primaryKey(),
    personId: personRef('person_id'),
    /** What the login said: assurance, representation, and the state of a login under way. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    /** The login provider's session id, found by back-channel logout. */
    sid: text('sid'),
    createdAt: at('created_at').notNull().defaultNow(),
    lastSeenAt: at('last_seen_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
  },
  (t) => [index('session_sid').on(t.sid), index('session_expires').on(t.expiresAt)],
);

/**
 * A link in an e-mail that gives a role at an agency, or a delegation there, to whoever signs in with it first. Once, within
 * its time; what the database has is a hash, so that a copy of the table lets nobody in.
 */
export const invitation = pgTable(
  'invitation',
  {
    id: uuid('id').primaryKey(),
    agencyId: agencyRef(),
    /** Null: a delegation is what it gives. */
    role: text('role').$type<AgencyRole | null>(),
    email: text('email').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    invitedBy: personRef('invited_by').notNull(),
    acceptedAt: at('accepted_at'),
    acceptedBy: personRef('accepted_by'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('invitation_agency').on(t.agencyId)],
);
