import { QueryBuilder } from 'drizzle-orm/pg-core';
import { invitation, person } from './schema.ts';

// What slices above join in queries of their own, to read: a question over several slices stays one question to the database.

/** People: what they are called, and how they are written to. */
export const people = new QueryBuilder()
  .select({ id: person.id, name: person.name, email: person.email, language: person.language })
  .from(person)
  .as('people');

/** The addresses that invitations went to. */
export const invitedAddresses = new QueryBuilder()
  .select({ id: invitation.id, email: invitation.email })
  .from(invitation)
  .as('invited_addresses');
