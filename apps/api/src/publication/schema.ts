import { customType, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at } from '../platform/db/index.ts';
import { release } from '../releases/schema.ts';

// The files of an edition: made once, never again.

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** One file of a release in one language: what it is, and what its bytes must be. Only added to. */
export const frozenFile = pgTable(
  'frozen_file',
  {
    id: uuid('id').primaryKey(),
    releaseId: uuid('release_id')
      .notNull()
      .references(() => release.id),
    language: text('language').notNull(),
    /** As in its address: `tiltak.csv`. */
    name: text('name').notNull(),
    format: text('format').notNull(),
    bytes: integer('bytes').notNull(),
    /** Of its bytes, in hexadecimal. */
    sha256: text('sha256').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [unique('frozen_file_name').on(t.releaseId, t.language, t.name)],
);

/**
 * The bytes of a file, at most a megabyte in each piece. The row of the file is written after them, in the same transaction,
 * since its checksum is known only then: so nothing points from here to there.
 */
export const frozenFilePiece = pgTable(
  'frozen_file_piece',
  {
    fileId: uuid('file_id').notNull(),
    place: integer('place').notNull(),
    content: bytea('content').notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.place] })],
);
