import { listDeliveringAgencies } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { cacheable, type Deps, languageOf, serve } from '../platform/http/index.ts';
import { loaded, newestReleases } from '../releases/index.ts';
import { deliveringAgencies } from './agencies.ts';

/** Who delivers to the register, for everyone to read. */
export function deliveryRoutes(app: FastifyInstance, { readDb, clock }: Deps): void {
  serve(app, listDeliveringAgencies, async ({ request, reply }) => {
    const [newest] = await newestReleases(readDb, clock());
    cacheable(reply, { lastModified: newest ? [newest.frozenAt] : [] });
    if (!newest) return { release: null, agencies: [] };
    return deliveringAgencies(readDb, await loaded(readDb, newest), languageOf(request));
  });
}
