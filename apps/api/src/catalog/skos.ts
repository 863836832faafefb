import { codeListsPath } from '@samblikk/contract';
import { Graph, inLanguages, iri, isTrue, plain } from '../platform/rdf/index.ts';
import type { CodeList } from './code-lists.ts';
import * as of from './vocabularies.ts';

/** The address of a code list. */
export const codeListAddress = (base: string, id: string) => `${base}${codeListsPath}/${id}`;

interface From {
  /** Where people reach the program, without a slash at the end. */
  readonly base: string;
  readonly publisher: string;
  /** Other addresses of what a code stands for. */
  alsoAt(list: string, code: string): readonly string[];
}

/** Code lists as SKOS: a scheme each, a concept for each code, with `owl:deprecated` on what is no longer used. */
export function codeListGraph(lists: readonly CodeList[], { base, publisher, alsoAt }: From): Graph {
  const graph = new Graph();
  for (const list of lists) {
    const scheme = iri(codeListAddress(base, list.id));
    const concept = (code: string) => iri(`${scheme.value}#${encodeURIComponent(code)}`);
    graph.describe(scheme, ['skos:ConceptScheme'], {
      'dct:identifier': plain(scheme.value),
      'dct:title': inLanguages(list.title),
      'skos:prefLabel': inLanguages(list.title),
      'dct:description': list.about && inLanguages(list.about),
      'skos:changeNote': list.changes.flatMap(inLanguages),
      'dct:publisher': iri(publisher),
      'dct:license': of.nlod,
      'owl:deprecated': list.former ? isTrue : undefined,
      'skos:hasTopConcept': list.codes.map(({ code }) => concept(code)),
    });
    for (const { code, label, formerly, definition, history, former, replacedBy } of list.codes)
      graph.describe(concept(code), ['skos:Concept'], {
        'skos:notation': plain(code),
        'skos:prefLabel': inLanguages(label),
        'skos:altLabel': formerly.flatMap(inLanguages),
        'skos:definition': definition && inLanguages(definition),
        'skos:historyNote': history.flatMap(inLanguages),
        'skos:inScheme': scheme,
        'skos:topConceptOf': scheme,
        'skos:exactMatch': alsoAt(list.id, code).map(iri),
        'owl:deprecated': former ? isTrue : undefined,
        'dct:isReplacedBy': replacedBy.map(concept),
      });
  }
  return graph;
}
