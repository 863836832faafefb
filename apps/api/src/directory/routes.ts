import { listAgencies, listMinistries, searchLos } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { cacheable, type Deps, serve } from '../platform/http/index.ts';
import { suggestLos } from './los.ts';
import { agenciesAt, ministriesAt } from './store.ts';

export function directoryRoutes(app: FastifyInstance, { readDb, clock }: Deps): void {
  const today = () => clock().toISOString().slice(0, 10);
  serve(app, listMinistries, async ({ query, reply }) => {
    cacheable(reply, { lastModified: [] });
    return ministriesAt(readDb, query.at ?? today());
  });
  serve(app, listAgencies, async ({ query, reply }) => {
    cacheable(reply, { lastModified: [] });
    return agenciesAt(readDb, query.at ?? today(), query.q || undefined);
  });
  serve(app, searchLos, async ({ query, reply }) => {
    cacheable(reply, { lastModified: [] });
    return suggestLos(query.q, query.size);
  });
}
