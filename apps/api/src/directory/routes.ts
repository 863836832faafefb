import { listAgencies, listMinistries, listPartners, searchLos } from '@samblikk/contract';
import { findBodies } from '@samblikk/questionnaire';
import type { FastifyInstance } from 'fastify';
import { cacheable, type Deps, languageOf, serve } from '../platform/http/index.ts';
import { bodiesAt } from './bodies.ts';
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
  serve(app, listPartners, async ({ query, reply, request }) => {
    cacheable(reply, { lastModified: [] });
    const bodies = await bodiesAt(readDb, query.at ?? today());
    return query.q ? findBodies(bodies, query.q, languageOf(request), query.size) : bodies.slice(0, query.size);
  });
  serve(app, searchLos, async ({ query, reply }) => {
    cacheable(reply, { lastModified: [] });
    return suggestLos(query.q, query.size);
  });
}
