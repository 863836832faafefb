import { xmlText } from '@samblikk/files';
import type { Quad, Term } from 'n3';
import { prefixes } from './graph.ts';

/**
 * Statements as RDF/XML: one element for each thing, one within it for each statement. Only what stands in `prefixes` can be
 * said, since XML has no other way to write a predicate; throws where a predicate is of none of them.
 */
export function rdfXml(quads: readonly Quad[]): string {
  const things = Map.groupBy(quads, ({ subject }) => naming(subject, 'about'));
  const blocks = [...things].map(
    ([named, own]) => `  <rdf:Description ${named}>\n${own.map(statement).join('')}  </rdf:Description>\n`,
  );
  const namespaces = Object.entries(prefixes).map(([prefix, address]) => `\n    xmlns:${prefix}="${address}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${namespaces.join('')}>\n${blocks.join('')}</rdf:RDF>\n`;
}

function statement({ predicate, object }: Quad): string {
  const name = prefixed(predicate.value);
  if (object.termType !== 'Literal') return `    <${name} ${naming(object, 'resource')}/>\n`;
  const { language, datatype, value } = object;
  const plain = datatype.value === `${prefixes.xsd}string`;
  const kind = language ? ` xml:lang="${language}"` : plain ? '' : ` rdf:datatype="${xmlText(datatype.value)}"`;
  return `    <${name}${kind}>${xmlText(value)}</${name}>\n`;
}

function naming({ termType, value }: Term, attribute: 'about' | 'resource'): string {
  return termType === 'BlankNode' ? `rdf:nodeID="${value}"` : `rdf:${attribute}="${xmlText(value)}"`;
}

function prefixed(address: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes))
    if (address.startsWith(namespace)) return `${prefix}:${address.slice(namespace.length)}`;
  throw new Error(`No prefix for ${address}`);
}
