import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { textSchema } from './rounds.ts';
import { languageSchema } from './session.ts';

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

export const listPartners = endpoint('listPartners', {
  summary: 'Everyone that may be named as a partner: state agencies, municipalities, county authorities and KS',
  description:
    'In Norwegian order, or with `q` those whose name, abbreviation, former name or number goes with it, the likeliest first. A body outside the list is answered with `text:` and its name.',
  tag: 'directory',
  action: 'public.read',
  query: z.strictObject({
    at,
    q: z.string().trim().max(100).optional().describe('Part of a name, an abbreviation, a former name or a number'),
    size: z.coerce.number().int().min(1).max(1_000).default(1_000),
    lang: languageSchema.optional(),
  }),
  reply: z.array(
    z.object({
      /** An organisation number, `kommune:0301`, `fylke:11` or `KS`: what an answer holds. */
      code: z.string(),
      name: textSchema,
      /** Abbreviations, former names and other names it is found by. */
      words: z.array(z.string()).readonly(),
    }),
  ),
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
