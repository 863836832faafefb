import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { yearParams } from './rounds.ts';

/** The fields of a line of the population that a file may change. */
const changed = z.object({ field: z.string(), before: z.string(), after: z.string() });

export const populationImportSchema = z.object({
  dryRun: z.boolean(),
  asked: z.number().int(),
  unchanged: z.number().int(),
  /** What the file changes, or would: agencies that come in, go out, or are other than they were. */
  added: z.array(z.object({ orgnr: z.string(), name: z.string(), inDirectory: z.boolean() })),
  removed: z.array(z.object({ orgnr: z.string(), name: z.string() })),
  changed: z.array(z.object({ orgnr: z.string(), name: z.string(), fields: z.array(changed) })),
  /** What is wrong; nothing is written while there is any. */
  problems: z.array(z.object({ row: z.number().int(), column: z.string(), value: z.string(), text: z.string() })),
});
export type PopulationImport = z.infer<typeof populationImportSchema>;

export const exportPopulation = endpoint('exportPopulation', {
  summary: 'The population of a round as a file, with mailboxes; it can be imported again',
  tag: 'rounds',
  action: 'round.manage',
  params: yearParams,
  reply: 'file',
  errors: ['notFound'],
});

export const importPopulation = endpoint('importPopulation', {
  summary: 'Says from a file whom a round asks: all or nothing, every problem by row, column, value and reason',
  description:
    'CSV as `population/file.csv` of the round. With `dryRun` it is only told what would change. Whether an agency has answered is not changed by the file.',
  tag: 'rounds',
  action: 'round.manage',
  params: yearParams,
  query: z.strictObject({ lang: z.enum(['nb', 'nn', 'en']).optional() }),
  body: z.strictObject({ csv: z.string().max(900_000), dryRun: z.boolean() }),
  reply: populationImportSchema,
  errors: ['invalidRequest', 'notFound'],
});
