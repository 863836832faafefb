import type { Database, Transaction } from '../platform/db/index.ts';
import { invitation, person } from './schema.ts';

type Reader = Database | Transaction;

// What slices above join in queries of their own, to read: a question over several slices stays one question to the database.

/** People: what they are called, and how they are written to. */
export const people = (db: Reader) =>
  db
    .select({ id: person.id, name: person.name, email: person.email, language: person.language })
    .from(person)
    .as('people');

/** The addresses that invitations went to. */
export const invitedAddresses = (db: Reader) =>
  db.select({ id: invitation.id, email: invitation.email }).from(invitation).as('invited_addresses');
