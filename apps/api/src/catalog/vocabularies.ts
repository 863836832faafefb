import { iri } from '../platform/rdf/index.ts';

/** A value of one of the European vocabularies, e.g. `file-type`, `CSV`. */
const authority = (list: string, code: string) =>
  iri(`http://publications.europa.eu/resource/authority/${list}/${code}`);

export const languagesOfData = ['NOB', 'NNO', 'ENG'].map((code) => authority('language', code));
export const themes = ['GOVE', 'TECH'].map((code) => authority('data-theme', code));
export const fileType = (code: string) => authority('file-type', code);
export const codeList = authority('dataset-type', 'CODE_LIST');
export const openToAll = authority('access-right', 'PUBLIC');
export const yearly = authority('frequency', 'ANNUAL');
export const norway = authority('country', 'NOR');
export const completed = authority('distribution-status', 'COMPLETED');
export const stable = authority('planned-availability', 'STABLE');
export const nlod = authority('licence', 'NLOD_2_0');
/** The licence as people read it. */
export const nlodText = iri('https://data.norge.no/nlod/no/2.0');
/** The answers are the agencies’ own. */
export const collected = iri('https://data.norge.no/vocabulary/provenance-activity-type#collecting-from-third-party');
export const mediaType = (type: string) => iri(`https://www.iana.org/assignments/media-types/${type}`);
