import { and, asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { releasesToArchive } from '../releases/index.ts';
import { frozenFile, frozenFilePiece } from './schema.ts';

// What the archive of a round holds of this room.

/** The frozen files of a round’s releases: what they are called, their size and checksum. */
export async function* frozenFilesToArchive(db: Database | Transaction, roundId: string) {
  for (const { id, number: releaseNumber } of await releasesToArchive(db, roundId)) {
    const rows = await db.select().from(frozenFile).where(eq(frozenFile.releaseId, id)).orderBy(asc(frozenFile.id));
    for (const { releaseId: _, ...row } of rows) yield { releaseNumber, ...row };
  }
}

/** The bytes of those files, in pieces, as base64. */
export async function* frozenPiecesToArchive(db: Database | Transaction, roundId: string) {
  for await (const { id } of frozenFilesToArchive(db, roundId)) {
    for (let place = 0; ; place++) {
      const isThis = and(eq(frozenFilePiece.fileId, id), eq(frozenFilePiece.place, place));
      const [piece] = await db.select().from(frozenFilePiece).where(isThis);
      if (!piece) break;
      yield { ...piece, content: piece.content.toString('base64') };
    }
  }
}
