import { Readable } from 'node:stream';
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { RdfFormat } from './index.ts';

/** Reads RDF back by parsers that know nothing of how it was written. */
export const readers: Readonly<Record<RdfFormat, (text: string, base: string) => Promise<Quad[]>>> = {
  ttl: async (text, baseIRI) => new Parser({ baseIRI }).parse(text),
  jsonld: async (text, base) => {
    const quads = await jsonld.toRDF(JSON.parse(text), {
      base,
      format: 'application/n-quads',
      documentLoader: () => Promise.reject(new Error('reading it must not ask the network')),
    });
    return new Parser({ format: 'N-Quads' }).parse(quads as unknown as string);
  },
  rdf: async (text, baseIRI) => {
    const quads: Quad[] = [];
    for await (const quad of Readable.from([text]).pipe(new RdfXmlParser({ baseIRI }))) quads.push(quad);
    return quads;
  },
};
