import type { Store, Term } from 'n3';
import { type Name, term } from '../platform/rdf/index.ts';

/** What a file was when it was asked for. */
export interface Fetched {
  readonly status: number;
  /** Without parameters. */
  readonly type: string;
  /** Whether a reader of that type can read it. */
  readonly readable: boolean;
}

/** What the points of a dataset are counted from: what is said of it, and of one of its distributions. */
export interface Rated {
  readonly dataset: (name: Name) => readonly string[];
  readonly distribution: (name: Name) => readonly string[];
  readonly fetched: (address: string) => Fetched | undefined;
  readonly conforms: boolean;
}

const eu = 'http://publications.europa.eu/resource/authority/';
const media = 'https://www.iana.org/assignments/media-types/';
const open = /\/(CSV|JSON|XML|RDF_TURTLE|RDF_XML|JSON_LD|TSV|PARQUET)$/;
const machineReadable = /\/(CSV|JSON|XLSX|XML|RDF_TURTLE|RDF_XML|JSON_LD|TSV|PARQUET)$/;

type Metric = readonly [what: string, points: number, holds: (rated: Rated) => boolean];
const some = (values: readonly string[]) => values.length > 0;
const answers = ({ distribution, fetched }: Rated, name: Name) =>
  some(distribution(name)) && distribution(name).every((address) => fetched(address)?.status === 200);
const ofFiles = ({ distribution, fetched }: Rated) =>
  [...distribution('dcat:accessURL'), ...distribution('dcat:downloadURL')].map(fetched);

/**
 * What data.norge.no gives points for on its page of metadata quality, 435 in all: the metrics of the European data portal, and
 * two of its own on what the file holds.
 */
export const dimensions = {
  findable: [
    ['keyword', 30, ({ dataset }) => some(dataset('dcat:keyword'))],
    ['theme', 30, ({ dataset }) => dataset('dcat:theme').some((one) => one.startsWith(`${eu}data-theme/`))],
    ['spatial', 20, ({ dataset }) => some(dataset('dct:spatial'))],
    ['temporal', 20, ({ dataset }) => some(dataset('dct:temporal'))],
  ],
  accessible: [
    ['accessURL answers', 50, (rated) => answers(rated, 'dcat:accessURL')],
    ['downloadURL is there', 20, ({ distribution }) => some(distribution('dcat:downloadURL'))],
    ['downloadURL answers', 30, (rated) => answers(rated, 'dcat:downloadURL')],
  ],
  usableTogether: [
    ['format', 20, ({ distribution }) => some(distribution('dct:format'))],
    ['mediaType', 10, ({ distribution }) => some(distribution('dcat:mediaType'))],
    [
      'both from a vocabulary',
      10,
      ({ distribution }) =>
        distribution('dct:format').every((one) => one.startsWith(`${eu}file-type/`)) &&
        distribution('dcat:mediaType').every((one) => one.startsWith(media)),
    ],
    ['open format', 20, ({ distribution }) => distribution('dct:format').some((one) => open.test(one))],
    ['machine-readable', 20, ({ distribution }) => distribution('dct:format').some((one) => machineReadable.test(one))],
    ['conforms to DCAT-AP-NO', 30, ({ conforms }) => conforms],
    [
      'the content is of the format',
      15,
      (rated) => {
        const types = rated.distribution('dcat:mediaType').map((one) => one.slice(media.length));
        return ofFiles(rated).every((file) => types.includes(file?.type ?? ''));
      },
    ],
    ['the content can be read', 15, (rated) => ofFiles(rated).every((file) => file?.readable === true)],
  ],
  reusable: [
    ['licence', 20, ({ distribution }) => some(distribution('dct:license'))],
    ['known licence', 10, ({ distribution }) => distribution('dct:license').includes(`${eu}licence/NLOD_2_0`)],
    ['access rights', 10, ({ dataset }) => some(dataset('dct:accessRights'))],
    ['from a vocabulary', 5, ({ dataset }) => dataset('dct:accessRights').includes(`${eu}access-right/PUBLIC`)],
    ['contact', 20, ({ dataset }) => some(dataset('dcat:contactPoint'))],
    ['publisher', 10, ({ dataset }) => some(dataset('dct:publisher'))],
  ],
  context: [
    ['rights', 5, ({ distribution }) => some(distribution('dct:rights'))],
    ['byteSize', 5, ({ distribution }) => some(distribution('dcat:byteSize'))],
    ['issued', 5, ({ dataset }) => some(dataset('dct:issued'))],
    ['modified', 5, ({ dataset }) => some(dataset('dct:modified'))],
  ],
} as const satisfies Readonly<Record<string, readonly Metric[]>>;

/** What is said of something, as texts. */
export const saidOf = (store: Store, subject: Term | string) => (name: Name) =>
  store.getObjects(typeof subject === 'string' ? subject : subject.value, term(name), null).map(({ value }) => value);

/** The points of one dataset by one of its distributions, by dimension. */
export function points(rated: Rated): Record<keyof typeof dimensions, number> {
  const sum = (metrics: readonly Metric[]) =>
    metrics.reduce((total, [, worth, holds]) => total + (holds(rated) ? worth : 0), 0);
  return {
    findable: sum(dimensions.findable),
    accessible: sum(dimensions.accessible),
    usableTogether: sum(dimensions.usableTogether),
    reusable: sum(dimensions.reusable),
    context: sum(dimensions.context),
  };
}
