import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { csvType } from './formats.ts';
import { orgnr, year } from './params.ts';
import { moment, textSchema } from './rounds.ts';

const day = z.iso.date();

const filter = {
  /** A part of the name of whoever did it, or of what the program calls itself: `system:calendar`. */
  who: z.string().max(200).optional(),
  action: z.string().max(60).optional(),
  agency: orgnr.optional(),
  year: year.optional(),
  /** Days in Norway, both included. */
  from: day.optional(),
  to: day.optional(),
  /** `without`: who signed in and out is left out. */
  logins: z.enum(['with', 'without']).optional(),
};

export const auditEventSchema = z
  .object({
    sequence: z.number().int(),
    at: moment,
    actor: z.object({ id: z.string(), name: z.string().nullable() }),
    action: z.string(),
    /** What was done, in words. */
    what: textSchema,
    subject: z.object({ id: z.string(), name: textSchema.nullable() }),
    /** What else is told: what it is called, and the value. */
    details: z.array(z.object({ key: z.string(), name: textSchema, value: z.string() })),
    hash: z.string(),
  })
  .meta({ id: 'AuditEvent' });
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const listAudit = endpoint('listAudit', {
  summary: 'Who did what, to what, when: newest first, filtered, a page at a time',
  tag: 'audit',
  action: 'audit.read',
  query: z.strictObject({
    ...filter,
    /** Events before this one: `next` of the page before. */
    before: z.coerce.number().int().positive().optional(),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    events: z.array(auditEventSchema),
    /** Where the next page begins; null when this is the last. */
    next: z.number().int().nullable(),
    /** Every kind of event there can be. */
    actions: z.array(z.object({ action: z.string(), what: textSchema })),
  }),
  errors: [],
});

export const auditFormats = ['csv', 'json'] as const;
export type AuditFormat = (typeof auditFormats)[number];

export const exportAudit = endpoint('exportAudit', {
  summary: 'All events that the filter finds, oldest first, with their hashes; who takes them is in the audit',
  tag: 'audit',
  action: 'audit.read',
  query: z.strictObject({ ...filter, format: z.enum(auditFormats).default('csv') }),
  reply: 'file',
  types: [csvType, 'application/json'],
  errors: [],
});

export const verifyAudit = endpoint('verifyAudit', {
  summary: 'Computes the whole chain of audit events again, and tells where it breaks if it does',
  tag: 'audit',
  action: 'audit.read',
  reply: z.object({
    /** Those that hold, from the first. */
    events: z.number().int(),
    lastHash: z.string(),
    lastAt: moment.nullable(),
    /** Null when all hold. */
    broken: z.object({ sequence: z.number().int(), reason: z.enum(['content', 'order', 'end']) }).nullable(),
  }),
  errors: [],
});
