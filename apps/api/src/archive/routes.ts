import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeArchive as makeArchiveEndpoint } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { temporaryFolder } from '../platform/files/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { requireSigned } from '../platform/signed/index.ts';
import { makeArchive } from './make-archive.ts';

export function archiveRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  serve(app, makeArchiveEndpoint, async ({ params: { year }, user, reply }) => {
    // Made whole before a byte is sent: a reader who is slow holds up no transaction, and a fault is said as one.
    const { path: folder, remove } = await temporaryFolder('archive');
    try {
      const path = join(folder, 'archive.zip');
      await makeArchive(db, { year, path, actor: requireSigned(user).personId, now: clock() });
      const file = createReadStream(path);
      file.once('close', () => void remove());
      return reply
        .type('application/zip')
        .header('content-length', (await stat(path)).size)
        .header('content-disposition', `attachment; filename="samblikk-${year}.zip"`)
        .send(file);
    } catch (error) {
      await remove();
      throw error;
    }
  });
}
