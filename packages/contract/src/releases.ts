import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { moment, textSchema, yearParams } from './rounds.ts';

/** What may be said to anyone about a frozen release. */
export const releaseSchema = z
  .object({
    id: z.uuid(),
    year: z.number().int(),
    /** 1, 2, 3 … within the round. */
    number: z.number().int(),
    /** Whether this is the round’s newest. */
    latest: z.boolean(),
    edition: z.string(),
    /** Fingerprint of the edition as it was at the freeze. */
    definition: z.string(),
    frozenAt: moment,
    measures: z.number().int(),
    /** How many of the measures anyone may read, in whole or in part. */
    publicMeasures: z.number().int(),
    invited: z.number().int(),
    answered: z.number().int(),
    contentHash: z.string(),
    /** To be shown wherever the release’s data are shown. */
    notice: textSchema.nullable(),
  })
  .meta({ id: 'Release' });
export type ReleaseView = z.infer<typeof releaseSchema>;

export const listReleases = endpoint('listReleases', {
  summary: 'The frozen releases that register and statistics are read from, newest first',
  tag: 'releases',
  action: 'public.read',
  query: z.object({ year: z.coerce.number().int().optional() }),
  reply: z.array(releaseSchema),
  errors: [],
});

export const readRelease = endpoint('readRelease', {
  summary: 'One release',
  tag: 'releases',
  action: 'public.read',
  params: z.object({ id: z.uuid() }),
  reply: releaseSchema,
  errors: ['notFound'],
});

export const freeze = endpoint('freeze', {
  summary: 'Freeze what is submitted in a round as a new release',
  description:
    'When nothing has changed since the round’s latest release, that one is the answer and `created` is false.',
  tag: 'releases',
  action: 'release.freeze',
  params: yearParams,
  reply: z.object({ created: z.boolean(), release: releaseSchema }),
  errors: ['notFound'],
});
