import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { bodyName as name } from './params.ts';
import { textSchema } from './rounds.ts';

// The directory as staff see and change it: what held from when to when. What has been is never rewritten.

const day = z.iso.date();
const stated = {
  name: textSchema,
  orgnr: z.string().nullable(),
  /** First and last day; null where it is open. */
  from: day.nullable(),
  to: day.nullable(),
  verified: z.boolean(),
  source: z.string(),
};
const relative = z.object({ id: z.string(), name: textSchema, from: day.nullable() });

export const directoryAgencySchema = z
  .object({
    /** Ours, and the same for life. */
    id: z.string(),
    /** Oldest first. */
    versions: z.array(
      z.object({
        ...stated,
        ministry: z.object({ code: z.string(), name: textSchema }).nullable(),
        note: z.string().nullable(),
      }),
    ),
    /** Who carries it on, and whom it carries on, with the day it took over. */
    successors: z.array(relative),
    predecessors: z.array(relative),
  })
  .meta({ id: 'DirectoryAgency' });
export type DirectoryAgency = z.infer<typeof directoryAgencySchema>;

export const directoryMinistrySchema = z
  .object({
    id: z.string(),
    versions: z.array(z.object({ ...stated, code: z.string() })),
    /** Who carries it on, with the day it took over. */
    successor: relative.nullable(),
    /** How many agencies are under it by what is known latest of them. */
    agencies: z.number().int(),
  })
  .meta({ id: 'DirectoryMinistry' });
export type DirectoryMinistry = z.infer<typeof directoryMinistrySchema>;

export const directorySchema = z.object({
  ministries: z.array(directoryMinistrySchema),
  agencies: z.array(directoryAgencySchema),
  /** Whether organisations can be looked up in Enhetsregisteret. */
  lookUp: z.boolean(),
});
export type Directory = z.infer<typeof directorySchema>;

const agencyParams = z.object({ agency: z.string().max(60) });
const ministryParams = z.object({ ministry: z.string().max(60) });
const source = z.string().trim().min(2).max(500);
const digits = z.string().trim().max(20);
/** Two to eight capitals, as the ministries write them. */
export const ministryCodeSchema = z
  .string()
  .trim()
  .regex(/^[A-ZÆØÅ]{2,8}$/);

export const readDirectory = endpoint('readDirectory', {
  summary:
    'Ministries and agencies with every name, number and ministry they have had; those found by any of it when told',
  tag: 'directory',
  action: 'directory.read',
  query: z.strictObject({ q: z.string().trim().max(100).optional() }),
  reply: directorySchema,
  errors: [],
});

export const readDirectoryAgency = endpoint('readDirectoryAgency', {
  summary: 'One agency and its life',
  tag: 'directory',
  action: 'directory.read',
  params: agencyParams,
  reply: directoryAgencySchema,
  errors: ['notFound'],
});

export const readDirectoryMinistry = endpoint('readDirectoryMinistry', {
  summary: 'One ministry and its life',
  tag: 'directory',
  action: 'directory.read',
  params: ministryParams,
  reply: directoryMinistrySchema,
  errors: ['notFound'],
});

export const addDirectoryMinistry = endpoint('addDirectoryMinistry', {
  summary: 'Adds a ministry from a day on',
  tag: 'directory',
  action: 'directory.manage',
  body: z.strictObject({
    code: ministryCodeSchema,
    /** Null while it has none. */
    orgnr: digits.nullable(),
    name: z.strictObject({ nb: name, nn: name, en: name }),
    from: day,
    source,
  }),
  reply: directoryMinistrySchema,
  status: 201,
  errors: ['invalidRequest', 'alreadyDone'],
});

export const changeDirectoryMinistry = endpoint('changeDirectoryMinistry', {
  summary: 'Gives a ministry another name, code or number from a day on; what held until then stands',
  tag: 'directory',
  action: 'directory.manage',
  params: ministryParams,
  body: z.strictObject({
    from: day,
    name: z.strictObject({ nb: name, nn: name, en: name }).optional(),
    code: ministryCodeSchema.optional(),
    orgnr: digits.optional(),
    source,
  }),
  reply: directoryMinistrySchema,
  errors: ['invalidRequest', 'alreadyDone', 'notFound'],
});

export const endDirectoryMinistry = endpoint('endDirectoryMinistry', {
  summary: 'Ends a ministry from a day on; the agencies under it are under its successor from then',
  description:
    'Without a successor (our id of a ministry), it is refused while agencies are under it: they are moved first, each to its own.',
  tag: 'directory',
  action: 'directory.manage',
  params: ministryParams,
  body: z.strictObject({ from: day, successor: z.string().max(60).nullable(), source }),
  reply: directoryMinistrySchema,
  errors: ['invalidRequest', 'alreadyDone', 'notFound'],
});

export const addDirectoryAgency = endpoint('addDirectoryAgency', {
  summary: 'Adds an agency from a day on',
  tag: 'directory',
  action: 'directory.manage',
  body: z.strictObject({
    orgnr: digits,
    name: z.strictObject({ nb: name, nn: name, en: name }),
    /** The code of the ministry it is under. */
    ministry: z.string().max(20),
    from: day,
    source,
  }),
  reply: directoryAgencySchema,
  status: 201,
  errors: ['invalidRequest', 'alreadyDone'],
});

export const changeDirectoryAgency = endpoint('changeDirectoryAgency', {
  summary: 'Gives an agency another name, number or ministry from a day on; what held until then stands',
  tag: 'directory',
  action: 'directory.manage',
  params: agencyParams,
  body: z.strictObject({
    from: day,
    name: z.strictObject({ nb: name, nn: name, en: name }).optional(),
    orgnr: digits.optional(),
    ministry: z.string().max(20).optional(),
    source,
  }),
  reply: directoryAgencySchema,
  errors: ['invalidRequest', 'alreadyDone', 'notFound'],
});

export const endDirectoryAgency = endpoint('endDirectoryAgency', {
  summary: 'Ends an agency from a day on, with whoever carries it on',
  tag: 'directory',
  action: 'directory.manage',
  params: agencyParams,
  body: z.strictObject({ from: day, successor: z.string().max(60).nullable(), source }),
  reply: directoryAgencySchema,
  errors: ['invalidRequest', 'alreadyDone', 'notFound'],
});

/** The column that makes a row one of a ministry: its code from that day. A file of agencies alone may leave it out. */
export const ministryColumn = 'code';

/** The columns of a file of changes to the directory. */
export const directoryHeader = [
  'id',
  'orgnr',
  'nameNb',
  'nameNn',
  'nameEn',
  'ministry',
  'from',
  'ended',
  'successor',
  'source',
] as const;

export const directoryImportSchema = z.object({
  dryRun: z.boolean(),
  rows: z.number().int(),
  unchanged: z.number().int(),
  /** What the file changes, or would change. */
  changes: z.array(
    z.object({
      row: z.number().int(),
      change: z.enum(['added', 'changed', 'ended']),
      id: z.string(),
      name: z.string(),
      from: day,
      details: z.string(),
    }),
  ),
  /** What is wrong; nothing is written while there is any. */
  problems: z.array(z.object({ row: z.number().int(), column: z.string(), value: z.string(), text: z.string() })),
});
export type DirectoryImport = z.infer<typeof directoryImportSchema>;

export const importDirectory = endpoint('importDirectory', {
  summary: 'Changes the directory from a file: all or nothing, every problem by row, column, value and reason',
  description: `CSV with the columns ${directoryHeader.join(', ')}, and perhaps \`${ministryColumn}\`. A row tells how an agency is from a day on: one that is not known is added, one that is other is changed, one with \`ended\` \`yes\` ends. A row with a \`${ministryColumn}\` is a ministry. With \`dryRun\` it is only told what would change.`,
  tag: 'directory',
  action: 'directory.manage',
  query: z.strictObject({ lang: z.enum(['nb', 'nn', 'en']).optional() }),
  body: z.strictObject({ csv: z.string().max(900_000), dryRun: z.boolean() }),
  reply: directoryImportSchema,
  errors: ['invalidRequest'],
});

export const organisationSchema = z.object({
  orgnr: z.string(),
  name: z.string(),
  /** The code of its form, e.g. `ORGL`. */
  form: z.string().nullable(),
  /** The day it was deleted; null while it exists. */
  deletedOn: z.string().nullable(),
  /** The organisation it is part of. */
  parent: z.string().nullable(),
  /** The ministry of the directory that has the parent’s number. */
  ministry: z.string().nullable(),
});
export type Organisation = z.infer<typeof organisationSchema>;

export const lookUpOrganisation = endpoint('lookUpOrganisation', {
  summary: 'An organisation as Enhetsregisteret has it, when the look-up is on (ENHETSREGISTERET_URL)',
  tag: 'directory',
  action: 'directory.manage',
  params: z.object({ orgnr: digits }),
  reply: organisationSchema,
  errors: ['invalidRequest', 'notFound', 'unavailable'],
});

export const searchOrganisations = endpoint('searchOrganisations', {
  summary: 'Organisations that Enhetsregisteret finds by name, when the look-up is on (ENHETSREGISTERET_URL)',
  tag: 'directory',
  action: 'directory.manage',
  query: z.strictObject({ q: z.string().trim().max(180).default('') }),
  reply: z.array(organisationSchema),
  errors: ['unavailable'],
});
