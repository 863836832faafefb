import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { textSchema } from './rounds.ts';

const at = z.iso.date().optional().describe('The day the answer is for; today when left out');

export const ministrySchema = z
  .object({
    /** Ours, and the same for life; the code may change with the name. */
    id: z.string(),
    code: z.string(),
    orgnr: z.string().nullable(),
    name: textSchema,
    /** Whether name and dates were checked against a primary source. */
    verified: z.boolean(),
  })
  .meta({ id: 'Ministry' });

export const agencySchema = z
  .object({
    id: z.string(),
    /** Null where the sources have none. */
    orgnr: z.string().nullable(),
    name: textSchema,
    ministry: ministrySchema.nullable(),
    verified: z.boolean(),
    source: z.string(),
  })
  .meta({ id: 'Agency' });

export const listMinistries = endpoint('listMinistries', {
  summary: 'The ministries as they were on a day',
  tag: 'directory',
  action: 'public.read',
  query: z.strictObject({ at }),
  reply: z.array(ministrySchema),
  errors: [],
});

export const listAgencies = endpoint('listAgencies', {
  summary: 'State agencies with the names, number and ministry they had on a day',
  tag: 'directory',
  action: 'public.read',
  query: z.strictObject({
    at,
    q: z.string().trim().max(100).optional().describe('Part of a name, or of the organisation number'),
  }),
  reply: z.array(agencySchema),
  errors: [],
});

export const searchLos = endpoint('searchLos', {
  summary: 'Terms of the Los vocabulary that begin with, or contain, what was typed',
  tag: 'directory',
  action: 'vocabulary.read',
  query: z.strictObject({
    q: z.string().trim().max(100).default(''),
    size: z.coerce.number().int().min(1).max(50).default(10),
  }),
  reply: z.array(z.object({ uri: z.string(), nb: z.string(), nn: z.string(), en: z.string() })),
  errors: [],
});
