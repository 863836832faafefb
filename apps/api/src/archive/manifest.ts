import { z } from 'zod';

/** The table of contents that programs read: the last file of an archive, and the one that all others are held against. */
export const manifestName = 'manifest.json';
export const indexName = 'index.html';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.object({
  format: z.literal('samblikk-archive'),
  version: z.literal(1),
  year: z.number().int(),
  edition: z.string(),
  /** Fingerprint of the questionnaire. */
  definition: hash,
  /** When the last thing happened to the round; null when nothing has. */
  asOf: z.iso.datetime().nullable(),
  audit: z.object({ events: z.number().int(), lastHash: z.union([hash, z.literal('')]) }),
  files: z.array(
    z.object({
      name: z.string(),
      bytes: z.number().int(),
      lines: z.number().int(),
      sha256: hash,
      separable: z.literal(true).optional(),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;
