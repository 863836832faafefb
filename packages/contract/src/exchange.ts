import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { csvType } from './formats.ts';
import { issueSchema } from './problem.ts';
import { yearParams } from './rounds.ts';

const number = z.number().int();

export const importReportSchema = z
  .object({
    year: number,
    edition: z.string(),
    dryRun: z.boolean(),
    /** False when the same files were imported before: nothing was written. */
    changed: z.boolean(),
    roundCreated: z.boolean(),
    /** What was unusual about the files, in words. */
    notes: z.array(z.object({ file: z.enum(['population', 'answers']), code: z.string(), text: z.string() })),
    agencies: z.object({ asked: number, changed: number, addedToDirectory: number }),
    measures: z.object({
      rows: number,
      added: number,
      changed: number,
      unchanged: number,
      /** Imported earlier and not in this file; they are kept. */
      absent: number,
      late: number,
    }),
    submissions: number,
    counts: z.object({ errors: number, warnings: number }),
    issues: z.array(issueSchema),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof importReportSchema>;

export const importRound = endpoint('importRound', {
  summary:
    'Import a round from its population file and survey file: all or nothing, and the same again changes nothing',
  description:
    'multipart/form-data with the files `population` and `answers` (CSV), and the fields `dryRun` (`true` or `false`) and `edition` when the round is new and has another edition than that of its year. Every problem is named by file, row, column, value and reason.',
  tag: 'exchange',
  action: 'round.import',
  params: yearParams,
  query: z.strictObject({ lang: z.enum(['nb', 'nn', 'en']).optional() }),
  reply: importReportSchema,
  errors: ['fileAtFault', 'alreadyDone'],
});

export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportRound = endpoint('exportRound', {
  summary: 'Everything that was last submitted in a round, with closed answers: the survey file again, or JSON',
  tag: 'exchange',
  action: 'round.export',
  params: yearParams,
  query: z.strictObject({ format: z.enum(exportFormats).default('csv') }),
  reply: 'file',
  types: [csvType, 'application/json'],
  errors: [],
});
