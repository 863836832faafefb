/** Ours are under `/api/v1`; those of a standard are where its programs look for them. */
export type ApiPath = `/api/v1/${string}` | `/api/pxwebapi/v2/${string}`;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Address = `${Method} ${ApiPath}`;
export interface AddressParts {
  readonly method: Method;
  readonly path: ApiPath;
}

/**
 * What scripts of pages ask. All else is asked by the server that draws the page, or by other programs (`addresses.ts`): these
 * are apart, so that a page of the form loads no more. By path: what is alike stands together, and weighs less compressed.
 */
export const scriptAddresses = {
  listAgencies: 'GET /api/v1/agencies',
  readResponse: 'GET /api/v1/agencies/:orgnr/rounds/:year/response',
  undoSpreadsheetImport: 'POST /api/v1/agencies/:orgnr/rounds/:year/spreadsheet-imports/:import/undo',
  readUpload: 'GET /api/v1/agencies/:orgnr/rounds/:year/spreadsheet/:upload',
  mapSpreadsheet: 'PUT /api/v1/agencies/:orgnr/rounds/:year/spreadsheet/:upload/mapping',
  importSpreadsheet: 'POST /api/v1/agencies/:orgnr/rounds/:year/spreadsheet/:upload/take-in',
  readEdition: 'GET /api/v1/editions/:edition',
  calculateCostSharing: 'GET /api/v1/financing/cost-sharing',
  saveDraft: 'PUT /api/v1/measures/:measure/answers/:edition',
  readDraft: 'GET /api/v1/measures/:measure/rounds/:year',
  answerCorrection: 'POST /api/v1/measures/:measure/rounds/:year/corrections/:correction/answer',
  finishDelegation: 'POST /api/v1/measures/:measure/rounds/:year/delegations/finished',
  answerExemption: 'POST /api/v1/measures/:measure/rounds/:year/exemptions/answers',
  reportPresence: 'POST /api/v1/measures/:measure/rounds/:year/presence',
  askQuery: 'POST /api/v1/measures/:measure/rounds/:year/queries',
  answerQuery: 'POST /api/v1/measures/:measure/rounds/:year/queries/:query/answer',
  closeQuery: 'POST /api/v1/measures/:measure/rounds/:year/queries/:query/close',
  listPartners: 'GET /api/v1/partners',
  readPopulation: 'GET /api/v1/rounds/:year/population',
  readStart: 'GET /api/v1/rounds/:year/start',
  session: 'GET /api/v1/session',
  extendSession: 'POST /api/v1/session/extend',
  similarMeasures: 'POST /api/v1/similar',
  searchLos: 'GET /api/v1/vocabularies/los',
} as const satisfies Readonly<Record<string, Address>>;

export type ScriptEndpoint = keyof typeof scriptAddresses;

/** Method and path of an endpoint that scripts ask. */
export const scriptAddressOf = (name: ScriptEndpoint): AddressParts => partsOf(scriptAddresses[name]);

export function partsOf(address: Address): AddressParts {
  const [method, path] = address.split(' ') as [Method, ApiPath];
  return { method, path };
}
