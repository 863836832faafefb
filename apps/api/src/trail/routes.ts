import { Readable } from 'node:stream';
import { type AuditFormat, exportAudit, listAudit, verifyAudit } from '@samblikk/contract';
import { canonical, csvFile, csvRows } from '@samblikk/files';
import type { FastifyInstance } from 'fastify';
import { record, verifyChain } from '../platform/audit/index.ts';
import type { Database } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { requireSigned } from '../platform/signed/index.ts';
import { type AuditFilter, newest, oldestFirst } from './find-events.ts';
import { shown, subjectNames } from './show-events.ts';
import { actionWords } from './words.ts';

const actions = Object.entries(actionWords).map(([action, what]) => ({ action, what }));

export function trailRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  serve(app, listAudit, async ({ query: { before, size, ...filter } }) => {
    const rows = await newest(db, filter, size + 1, before);
    const events = rows.slice(0, size);
    const next = rows.length > size ? (events.at(-1)?.sequence ?? null) : null;
    return { events: shown(events, await subjectNames(db, events)), next, actions };
  });

  serve(app, exportAudit, async ({ query: { format, ...filter }, user, reply }) => {
    const event = { actor: requireSigned(user).personId, action: 'audit.exported', subject: 'audit:' } as const;
    await db.transaction((tx) => record(tx, { ...event, details: { format, filter } }, clock()));
    return reply
      .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="samblikk-audit.${format}"`)
      .send(Readable.from(auditPieces[format](db, filter)));
  });

  serve(app, verifyAudit, async () => {
    const { broken = null, ...verified } = await verifyChain(db);
    return { ...verified, lastAt: verified.lastAt?.toISOString() ?? null, broken };
  });
}

const header = [
  'sequence',
  'at',
  'actor',
  'name',
  'action',
  'what',
  'subject',
  'subjectName',
  'details',
  'previousHash',
  'hash',
];

/** The events that a filter finds as a file, some at a time. */
export const auditPieces: Record<AuditFormat, (db: Database, filter: AuditFilter) => AsyncGenerator<string>> = {
  async *csv(db, filter) {
    yield csvFile([header]);
    for await (const rows of oldestFirst(db, filter)) {
      const told = shown(rows, await subjectNames(db, rows));
      yield csvRows(
        rows.map((row, at) => [
          ...[row.sequence, row.at.toISOString(), row.actor, row.name, row.action, told[at]?.what.nb ?? ''],
          ...[row.subject, told[at]?.subject.name?.nb ?? '', canonical(row.details), row.previousHash, row.hash],
        ]),
      );
    }
  },
  async *json(db, filter) {
    let separator = '[\n';
    for await (const rows of oldestFirst(db, filter)) {
      for (const row of rows) {
        yield separator + canonical(row);
        separator = ',\n';
      }
    }
    yield separator === '[\n' ? '[]\n' : '\n]\n';
  },
};
