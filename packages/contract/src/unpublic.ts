import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { releaseSchema, withdrawalReason } from './releases.ts';
import { moment, textSchema, yearParams } from './rounds.ts';

/** A measure that was withdrawn from the public. */
export const tombstoneSchema = z
  .object({
    number: z.string(),
    year: z.number().int(),
    at: moment,
    by: z.string(),
    reason: textSchema,
    /** The release that was made without it. */
    release: z.string().nullable(),
  })
  .meta({ id: 'Tombstone' });
export type TombstoneView = z.output<typeof tombstoneSchema>;

const common = { tag: 'releases', action: 'release.withdrawMeasure' } as const;

export const listUnpublic = endpoint('listUnpublic', {
  summary: 'The measures of a round that are withdrawn from the public, newest first',
  tag: 'releases',
  action: 'release.preview',
  params: yearParams,
  reply: z.array(tombstoneSchema),
  errors: ['notFound'],
});

export const withdrawPublic = endpoint('withdrawPublic', {
  ...common,
  summary: 'Withdraw one measure of a round from the public, with a reason that everyone reads',
  description:
    'No release is changed. The current one is made anew without the measure and published at once; every release that has the measure is withdrawn, with the reason and the new release at its addresses. Releases to come leave the measure out until it is public again.',
  params: yearParams,
  body: z.strictObject({ number: z.string().max(20), reason: withdrawalReason }),
  reply: releaseSchema,
  errors: ['notFound', 'measureNotPublic'],
});

export const restorePublic = endpoint('restorePublic', {
  ...common,
  summary: 'Let a withdrawn measure be public again',
  description:
    'Where nothing was said of the measure since, a release with it as it was is made and published. Else `release` is null, and the next freeze has it as it then is.',
  params: yearParams.extend({ id: z.string().max(20) }),
  reply: z.object({ release: releaseSchema.nullable() }),
  errors: ['notFound', 'alreadyDone'],
});
