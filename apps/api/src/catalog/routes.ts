import type { FastifyInstance } from 'fastify';
import { namesAt } from '../directory/index.ts';
import type { Deps } from '../platform/http/index.ts';
import { type RdfFormat, rdfEndings, sendRdf } from '../platform/rdf/index.ts';
import { releases } from '../releases/index.ts';
import { catalogGraph, catalogPath } from './dcat.ts';

/** The descriptions of the data, for harvesters: at addresses that last, outside the API and its versions. */
export function catalogRoutes(app: FastifyInstance, { config, readDb, clock }: Deps): void {
  const described = { schema: { hide: true }, config: { open: true } } as const;
  for (const format of [undefined, ...rdfEndings] satisfies (RdfFormat | undefined)[]) {
    app.get(format === undefined ? catalogPath : `${catalogPath}.${format}`, described, async (request, reply) => {
      const now = clock();
      const { orgnr, address } = config.publisher;
      const name = (await namesAt(readDb, now.toISOString().slice(0, 10))).agency(orgnr);
      const found = await releases(readDb, now);
      const graph = catalogGraph({
        base: config.publicUrl,
        publisher: { orgnr, address, name: name ?? { nb: orgnr, nn: orgnr, en: orgnr } },
        contactEmail: config.contactEmail,
        releases: found,
      });
      return sendRdf(request, reply, graph, { format, lastModified: found.map(({ frozenAt }) => frozenAt) });
    });
  }
}
