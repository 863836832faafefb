import type { ApiPath, EndpointName } from './addresses.ts';

/** A request that anyone can make, and what is answered, cut short. */
export interface Example {
  readonly address: ApiPath;
  /** As the reply is shaped; lists are cut, and the numbers are of the day it was written. Left out where the schema says enough. */
  readonly reply?: unknown;
}

const id = '0199d0a2-6f1e-7c2b-9a54-3d2f8b1c7e60';
const times = { frozenAt: '2026-03-02T09:00:00.000Z', dataAsOf: '2019-09-25T21:59:59.000Z' };
const agency = { code: '915933149', label: 'Direktoratet for e-helse' };
const ministry = { code: 'HOD', label: 'Helse- og omsorgsdepartementet' };
const title = 'Felles løsning for grunnmur for e-helse';
const summary = 'Arbeidet med grunnmur for e-helse skal gi innbyggerne raskere og riktigere svar.';
const head = { id, number: '2019-0108', year: 2019, title, summary, agency, ministry };
const open = { visibility: 'whole', late: false } as const;

/** One example of each public address, for the description of the API; the tests make each request. */
export const examples: Partial<Record<EndpointName, Example>> = {
  health: { address: '/api/v1/health', reply: { status: 'ok' } },
  readDataset: {
    address: '/api/v1/datasets/2019.1',
    reply: {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: 'Digitaliseringstiltak i staten 2019',
      license: 'https://data.norge.no/nlod/no/2.0',
      temporalCoverage: '2019-01-01/2019-12-31',
      version: '2019.1',
    },
  },
  listDeliveringAgencies: {
    address: '/api/v1/sources/agencies?lang=en',
    reply: {
      release: '2019.1',
      agencies: [
        {
          ...{ orgnr: '915933149', name: 'Norwegian Directorate of eHealth', ways: ['form', 'file'] },
          ...{ lastOn: '2019-08-29', publicMeasures: 12, answered: 180, asked: 204 },
        },
      ],
    },
  },
  registerCsvw: { address: '/api/v1/register.csv-metadata.json?round=2019&release=1' },
  readConfig: {
    address: '/api/v1/config?lang=en',
    reply: {
      version: 'v1',
      program: '0.1.0',
      languages: ['nb', 'nn', 'en'],
      license: {
        id: 'NLOD-2.0',
        name: 'Norsk lisens for offentlige data (NLOD) 2.0',
        url: 'https://data.norge.no/nlod/no/2.0',
      },
      source: 'Samblikk, Norwegian Digitalisation Agency. Name year and release.',
      limits: {
        pageSize: { usual: 20, most: 100 },
        profiles: 1000,
        page: 100_000,
        text: 200,
        list: 4000,
        fileRows: null,
        requests: { seconds: 60, read: 3000, write: 600, login: 120, report: 5 },
      },
      formats: {
        register: ['csv', 'json', 'xlsx', 'ndjson', 'parquet'],
        tables: ['xlsx', 'csv-excel', 'csv', 'json'],
        feeds: ['atom'],
      },
      links: { description: '/api/v1/openapi.json', documentation: '/api/docs', errors: '/api/docs/errors' },
      releases: [
        {
          name: '2019.1',
          year: 2019,
          number: 1,
          latest: true,
          dataAsOf: times.dataAsOf,
          href: `/api/v1/releases/${id}`,
        },
      ],
    },
  },
  searchRegister: {
    address: '/api/v1/register?q=helse&phase=idea,execution&size=1',
    reply: {
      ...{ total: 27, withheld: null, page: 1, size: 1, pages: 27, sort: 'relevance', suggestion: null },
      ...{ missing: [], cut: false, suggestions: [] },
      next: 'WzEsMjcsIjRveEh0cHVzUWNYMDZKU0YiLFsyMDE5LDFdXQ',
      items: [
        {
          ...{ ...head, ...open },
          facts: [{ id: 'phase', label: 'Fase', text: 'Gjennomføring' }],
          cost: { label: 'Kostnadsramme', kroner: 4_420_000, text: '4,4 mill. kroner' },
          found: { title: [], summary: [[29, 34]], named: [] },
        },
      ],
      facets: [
        {
          ...{ id: 'phase', label: 'Fase', several: false, more: 0 },
          values: [{ code: 'idea', label: 'Idé', count: 3, chosen: true }],
        },
      ],
      chosen: [{ id: 'phase', label: 'Fase', code: 'idea', codeLabel: 'Idé' }],
      ignored: [],
      releases: [{ id, year: 2019, number: 1, name: '2019.1', ...times, measures: 432, notice: null }],
    },
  },
  readMeasure: {
    address: '/api/v1/register/2019-0108',
    reply: {
      ...{ ...head, ...open },
      release: { id, number: 1, name: '2019.1', ...times },
      notice: null,
      highlights: [{ question: 'phase', text: 'Gjennomføring' }],
      sections: [
        {
          ...{ id: 'costs', title: 'Kostnader' },
          answers: [
            {
              ...{ question: 'funding', number: '7', label: 'Har virksomheten finansiering?', name: 'Finansiering' },
              ...{ state: 'answered', text: 'Ja', values: [{ code: 'yes', label: 'Ja' }] },
            },
          ],
        },
      ],
      derived: [],
      history: [{ year: 2019, title, agency, ministry, release: '2019.1', late: false, facts: [], cost: 4_420_000 }],
      ...{ events: [], estimates: null, solutions: [], grounds: [] },
    },
  },
  measureJsonLd: { address: '/api/v1/register/2019-0108.jsonld' },
  similarToMeasure: { address: '/api/v1/register/2019-0108/similar' },
  readPortfolio: { address: '/api/v1/portfolio?ministry=KMD' },
  listPortfolios: { address: '/api/v1/portfolios', reply: [] },
  listLikelyDoubles: { address: '/api/v1/register/likely-doubles?ministry=KMD' },
  listSolutions: { address: '/api/v1/solutions' },
  readSolution: { address: '/api/v1/solutions/folkeregisteret' },
  registerCsv: { address: '/api/v1/register.csv?ministry=HOD' },
  suggestFilters: { address: '/api/v1/register/suggest?q=Nav' },
  readLately: { address: '/api/v1/changes' },
  readMissing: { address: '/api/v1/missing' },
  listProfiles: { address: '/api/v1/profiles/agency' },
  readProfile: { address: '/api/v1/profiles/agency/889640782' },
  registerJson: { address: '/api/v1/register.json?ministry=HOD' },
  registerXlsx: { address: '/api/v1/register.xlsx?ministry=HOD' },
  registerNdjson: { address: '/api/v1/register.ndjson?ministry=HOD' },
  registerParquet: { address: '/api/v1/register.parquet?ministry=HOD' },
  measureXlsx: { address: '/api/v1/register/2019-0042.xlsx' },
  measureCsv: { address: '/api/v1/register/2019-0042.csv' },
  measureCsvw: { address: '/api/v1/register/2019-0042.csv-metadata.json' },
  measureJson: { address: '/api/v1/register/2019-0042.json' },
  readPublication: { address: '/api/v1/publications/2019' },
  listReleases: { address: '/api/v1/releases?year=2019' },
  readTable: { address: '/api/v1/statistics/2019/table?rows=phase&columns=funding&ministry=HOD&lang=en' },
  tableCsvw: { address: '/api/v1/statistics/2019/table.csv-metadata.json?rows=phase&columns=funding&format=csv' },
  readFlows: { address: '/api/v1/statistics/flows?lang=en' },
  readLifeCycle: { address: '/api/v1/statistics/life-cycle' },
  calculateCostSharing: {
    address:
      '/api/v1/financing/cost-sharing?amount=70000000&actor=kommune:5001&actor=kommune:0301&key=equal:50,population:50',
  },
  listFinancingSchemes: {
    address: '/api/v1/financing/schemes?actorType=stateAgency&phase=execution&total=40000000&from=2020&to=2022&lang=en',
  },
  readFinancingModels: { address: '/api/v1/financing/models?model=2&price=steps&growth=50&lang=en' },
  readExampleAccounts: { address: '/api/v1/financing/accounts?lang=en' },
  readPublicFinancingPlan: { address: '/api/v1/register/2019-0079/financing-plan' },
  listFinancingCases: { address: '/api/v1/financing/cases?lang=en' },
  listCostSharers: { address: '/api/v1/financing/cost-sharing/actors' },
  readSeries: { address: '/api/v1/statistics/series?figure=cost-bands' },
  listVariables: { address: '/api/v1/statistics/2019/variables?lang=en' },
  listFigures: { address: '/api/v1/statistics/2019/figures' },
  readFigure: { address: '/api/v1/statistics/2019/figures/phases?lang=nn' },
  readResponseQuality: { address: '/api/v1/statistics/2019/quality?lang=en' },
  readQualityTable: { address: '/api/v1/statistics/2019/quality/blanks?lang=nn' },
  figureCsvw: { address: '/api/v1/statistics/2019/figures/phases.csv-metadata.json' },
  listMinistries: { address: '/api/v1/ministries' },
  listAgencies: { address: '/api/v1/agencies?q=digdir' },
  listPartners: { address: '/api/v1/partners?q=nav' },
  searchLos: {
    address: '/api/v1/vocabularies/los?q=helse',
    reply: [
      {
        uri: 'https://psi.norge.no/los/tema/helse-og-omsorg',
        ...{ nb: 'Helse og omsorg', nn: 'Helse og omsorg', en: 'Health and care' },
      },
    ],
  },
  listEditions: { address: '/api/v1/editions' },
  readEdition: { address: '/api/v1/editions/2019' },
  readCodebook: { address: '/api/v1/editions/2019/codebook?lang=en' },
  readCodebookCsv: { address: '/api/v1/editions/2019/codebook.csv' },
  codebookCsvw: { address: '/api/v1/editions/2019/codebook.csv-metadata.json' },
  listRounds: { address: '/api/v1/rounds' },
  readRound: { address: '/api/v1/rounds/2019' },
  pxConfig: { address: '/api/pxwebapi/v2/config' },
  pxTables: { address: '/api/pxwebapi/v2/tables?lang=no&query=fase&pageSize=5' },
  pxTable: { address: '/api/pxwebapi/v2/tables/phase-2019?lang=en' },
  pxMetadata: { address: '/api/pxwebapi/v2/tables/phase-ministry-2019/metadata?lang=no' },
  pxData: {
    address:
      '/api/pxwebapi/v2/tables/phase-ministry-2019/data?lang=no&outputFormat=json-stat2&valueCodes[phase]=*&valueCodes[ministry]=HOD,FIN&valueCodes[ContentsCode]=count&valueCodes[Tid]=top(1)',
  },
  pxCodelist: { address: '/api/pxwebapi/v2/codelists/agg_phaseGroup?lang=en' },
};
