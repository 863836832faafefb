import { z } from 'zod';

export const manifestName = 'manifest.json';
export const secretName = 'session-secret';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.object({
  format: z.literal('samblikk-backup'),
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The PostgreSQL it was taken from. */
  postgres: z.string(),
  /** The migrations that had been applied, first to last, by their hashes. */
  migrations: z.array(hash).min(1),
  /** What tells the secret of the program from another; `included`: it is in the backup, since it was kept in DATA_DIR alone. */
  secret: z.object({ fingerprint: z.string(), included: z.boolean() }),
  sequences: z.array(z.object({ name: z.string(), value: z.number().int(), called: z.boolean() })),
  tables: z.array(
    z.object({
      table: z.string(),
      release: z.uuid().optional(),
      columns: z.array(z.string()),
      file: z.string(),
      rows: z.number().int(),
      sha256: hash,
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;
