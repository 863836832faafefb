export { count, day, Graph, inLanguages, iri, isTrue, type Name, plain, term } from './graph.ts';
export { type RdfFormat, rdfEndings, rdfFormats, sendRdf } from './send.ts';
