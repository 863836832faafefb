import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Quad, Writer } from 'n3';
import { cacheable } from '../http/index.ts';
import { type Graph, prefixes } from './graph.ts';
import { rdfXml } from './rdf-xml.ts';

/** The ways to write RDF: the ending of an address, its media type, and who writes it. The first is sent unless told. */
export const rdfFormats = {
  ttl: { type: 'text/turtle', write: turtle },
  jsonld: { type: 'application/ld+json', write: jsonLd },
  rdf: { type: 'application/rdf+xml', write: async (quads: readonly Quad[]) => rdfXml(quads) },
} as const;
export type RdfFormat = keyof typeof rdfFormats;
export const rdfEndings = Object.keys(rdfFormats) as RdfFormat[];

/**
 * Sends a graph as the ending of the address says, else as Accept likes best; Turtle where it names none of ours, as the
 * harvesters of data.norge.no expect.
 */
export async function sendRdf(
  request: FastifyRequest,
  reply: FastifyReply,
  graph: Graph,
  { format, lastModified }: { format?: RdfFormat | undefined; lastModified: readonly Date[] },
): Promise<FastifyReply> {
  const { type, write } = rdfFormats[format ?? accepted(request)];
  cacheable(reply, { lastModified });
  return reply.type(`${type}; charset=utf-8`).send(await write(graph.quads));
}

function accepted(request: FastifyRequest): RdfFormat {
  const types = rdfEndings.map((ending) => rdfFormats[ending].type);
  const liked = request.accepts().type([...types]);
  return rdfEndings.find((ending) => rdfFormats[ending].type === liked) ?? 'ttl';
}

function written(quads: readonly Quad[], options: ConstructorParameters<typeof Writer>[0]): Promise<string> {
  return new Promise((done, fail) => {
    const writer = new Writer(options);
    writer.addQuads([...quads]);
    writer.end((error, text) => (error ? fail(error) : done(text)));
  });
}

function turtle(quads: readonly Quad[]): Promise<string> {
  return written(quads, { prefixes: { ...prefixes } });
}

async function jsonLd(quads: readonly Quad[]): Promise<string> {
  // It takes longer to load than the rest of the room, and is seldom asked for.
  const { default: jsonld } = await import('jsonld');
  const nquads = await written(quads, { format: 'N-Quads' });
  const whole = await jsonld.fromRDF(nquads as unknown as object, { format: 'application/n-quads' });
  // Prefixes only: nothing is fetched to read or to write it.
  return `${JSON.stringify(await jsonld.compact(whole, { ...prefixes }), null, 1)}\n`;
}
