import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { releaseSchema } from './releases.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

/** A file of an edition: made once, never changed. */
const frozenFileSchema = z.object({
  /** `tiltak.csv` */
  name: z.string(),
  format: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  /** Of its bytes, in hexadecimal. */
  sha256: z.string(),
  madeAt: moment,
  /** Without the host: where it is for good. */
  address: z.string(),
});
export type FrozenFileView = z.infer<typeof frozenFileSchema>;

export const publicationSchema = z.object({
  release: releaseSchema,
  /** Every public release of the year, newest first: what changed in each is at `readReleaseChanges`. */
  releases: z.array(releaseSchema),
  /** The years that have something public, newest first. */
  years: z.array(z.number().int()),
  files: z.array(frozenFileSchema),
});
export type Publication = z.infer<typeof publicationSchema>;

export const readPublication = endpoint('readPublication', {
  summary: 'An edition of the data: what it is, and its files with checksums',
  description:
    'By its year (`2019`: the newest public release of it), by its release (`2019.1`), or `siste`: the newest year. The files are frozen: those of a release never change a byte.',
  tag: 'releases',
  action: 'public.read',
  params: z.object({ name: z.string().max(40) }),
  query: z.object({ lang: languageSchema.optional() }),
  reply: publicationSchema,
  errors: ['notFound', 'releaseWithdrawn'],
});
