import { languages, type Text } from '@samblikk/text';
import { DataFactory, type Quad, type Quad_Object, type Quad_Subject } from 'n3';

const { namedNode, blankNode, literal, quad } = DataFactory;

/** The vocabularies that are written with a prefix, in Turtle, JSON-LD and RDF/XML alike. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A term of one of the vocabularies, e.g. `dct:title`. */
export type Name = `${keyof typeof prefixes}:${string}`;

/** What is said of something: one value or several; nothing where there is none. */
export type Said = Quad_Object | readonly Quad_Object[] | undefined;

/** What stands at an address. */
export const iri = (address: string) => namedNode(address);

/** A term of a vocabulary by its prefixed name. */
export function term(name: Name) {
  const [prefix = '', local = ''] = name.split(/:(.*)/s);
  return namedNode(prefixes[prefix as keyof typeof prefixes] + local);
}

/** A text that has no language: a number, a code. */
export const plain = (value: string) => literal(value);

/** A text in its three languages, one value each. */
export const inLanguages = (text: Text) => languages.map((language) => literal(text[language], language));

/** A day, ISO 8601. */
export const day = (date: string) => literal(date, term('xsd:date'));

/** How many, in the type that the shapes of DCAT-AP-NO 2 demand; DCAT 3 would have a whole number. */
export const count = (n: number) => literal(String(n), term('xsd:decimal'));

/** True, where only that is said. */
export const isTrue = literal('true', term('xsd:boolean'));

/** Statements that are made one thing at a time. */
export class Graph {
  readonly #quads: Quad[] = [];
  #blanks = 0;

  /** Says of `subject` what it is and what holds for it; gives it back, for those that point to it. */
  describe<S extends Quad_Subject>(subject: S, types: readonly Name[], said: Readonly<Partial<Record<Name, Said>>>): S {
    for (const type of types) this.#quads.push(quad(subject, term('rdf:type'), term(type)));
    for (const [name, values] of Object.entries(said)) {
      for (const value of [values ?? []].flat() as Quad_Object[])
        this.#quads.push(quad(subject, term(name as Name), value));
    }
    return subject;
  }

  /** As `describe`, of something that has no address of its own. */
  describeNameless(types: readonly Name[], said: Readonly<Partial<Record<Name, Said>>>) {
    return this.describe(blankNode(`b${this.#blanks++}`), types, said);
  }

  get quads(): readonly Quad[] {
    return this.#quads;
  }
}
