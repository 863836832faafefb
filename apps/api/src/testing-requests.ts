import type { Endpoint } from '@samblikk/contract';
import * as contract from '@samblikk/contract';
import { v7 } from 'uuid';
import { smallPlan } from './plans/testing.ts';
import { digdir } from './responses/testing.ts';

/** Every endpoint of the contract, found by its shape, also within lists and maps. */
export function endpoints(): Endpoint[] {
  const found = (value: unknown): Endpoint[] => {
    if (value instanceof Map) return [...value.values()].flatMap(found);
    const shaped =
      typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'action' in value;
    return shaped ? [value as Endpoint] : [];
  };
  return Object.values(contract).flatMap(found);
}

/** An endpoint in one line, e.g. `GET /api/v1/session`. */
export const line = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

/** Something of the right shape for each place in an address. */
const places: Readonly<Record<string, string>> = {
  ...{
    orgnr: digdir.orgnr,
    year: '2026',
    receipt: 'SB-2026-0001',
    role: 'read',
    edition: '2026',
    id: '1',
    number: '1',
    name: '2019.1',
    agency: digdir.id,
    ministry: 'DFD',
  },
  ...{
    upload: v7(),
    import: v7(),
    person: v7(),
    invitation: v7(),
    delegation: v7(),
    query: v7(),
    message: v7(),
    note: v7(),
    correction: v7(),
    alert: v7(),
    report: v7(),
    actor: digdir.orgnr,
    slug: 'en-portefolje',
    source: v7(),
    delivery: v7(),
  },
  ...{ table: 'phase-ministry-2019', codelist: 'agg_phaseGroup' },
  ...{ kind: 'reminder', language: 'nn', profile: 'agency', code: digdir.orgnr, solution: 'idporten' },
};

/** The address of an endpoint at Digdir in 2026, about this measure. */
export const addressOf = ({ path }: Endpoint, measure: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) => (name === 'measure' ? measure : (places[name] ?? '1')));

/**
 * Bodies of the right shape, by endpoint, for tests that ask who may and not what.
 * @param previous the id of a measure to take along
 */
export const bodiesOf = (previous: string): Readonly<Record<string, object>> => ({
  'PUT /api/v1/session/language': { language: 'nb' },
  'POST /api/v1/alerts': { email: 'leser@x.example', search: 'phase=idea', language: 'nb' },
  'POST /api/v1/register/:id/error-reports': { question: null, text: 'Beløpet er feil.', language: 'nb' },
  'POST /api/v1/ministries/:ministry/likely-doubles/verdicts': {
    measures: ['2019-0042', '2019-0043'],
    verdict: 'same',
  },
  'POST /api/v1/similar': { title: 'Et tiltak' },
  'POST /api/v1/error-reports/discard': { reports: [v7()] },
  'PUT /api/v1/measures/:measure/financing-plan': { basedOn: 1, plan: smallPlan },
  'PUT /api/v1/measures/:measure/financing-plan/actors/:actor': { basedOn: 1, plan: smallPlan },
  'PUT /api/v1/measures/:measure/financing-plan/actors/:actor/answer': { version: 1, agreed: true, reason: '' },
  'PUT /api/v1/measures/:measure/financing-plan/opening': { version: 1, actors: [] },
  'POST /api/v1/agencies/:orgnr/error-reports/:report/answer': { outcome: 'rejected', text: 'Det stemmer.' },
  'POST /api/v1/agencies/:orgnr/sources': { kind: 'upload', name: 'Prosjektlisten' },
  'PUT /api/v1/agencies/:orgnr/sources/:source': { name: 'Prosjektlisten' },
  'POST /api/v1/agencies/:orgnr/sources/:source/runs': { dryRun: true },
  'PUT /api/v1/agencies/:orgnr/sources/:source/mapping': {},
  'PUT /api/v1/rounds/:year': {},
  'PUT /api/v1/rounds/:year/population': { agencies: [] },
  'PATCH /api/v1/rounds/:year/population/:orgnr': {
    name: { nb: 'Digdir', nn: 'Digdir', en: 'Digdir' },
    ministry: 'DFD',
    facts: {},
  },
  'PUT /api/v1/agencies/:orgnr/rounds/:year/contacts': {},
  'POST /api/v1/rounds/:year/population/import': { csv: '', dryRun: true },
  'POST /api/v1/directory/ministries': {
    code: 'PRD',
    orgnr: null,
    name: { nb: 'Prøvedepartementet', nn: 'Prøvedepartementet', en: 'Ministry of Trials' },
    from: '2026-01-01',
    source: 'test',
  },
  'POST /api/v1/directory/ministries/:ministry/changes': { from: '2099-01-01', code: 'PRE', source: 'test' },
  'POST /api/v1/directory/ministries/:ministry/end': { from: '2099-01-01', successor: 'AID', source: 'test' },
  'POST /api/v1/directory/agencies': {
    orgnr: '974760673',
    name: { nb: 'Ny etat', nn: 'Ny etat', en: 'New agency' },
    ministry: 'DFD',
    from: '2026-01-01',
    source: 'test',
  },
  'POST /api/v1/directory/agencies/:agency/changes': { from: '2026-01-01', ministry: 'DFD', source: 'test' },
  'POST /api/v1/directory/agencies/:agency/end': { from: '2099-01-01', successor: null, source: 'test' },
  'POST /api/v1/directory/import': { csv: '', dryRun: true },
  'POST /api/v1/rounds/:year/releases/:number/withdraw': { reason: { nb: 'Feil', nn: 'Feil', en: 'Wrong' } },
  'PUT /api/v1/rounds/:year/releases/:number/schedule': { publishAt: '2100-01-01T00:00:00Z' },
  'POST /api/v1/rounds/:year/withdrawn-measures': {
    number: '2026-0001',
    reason: { nb: 'Feil', nn: 'Feil', en: 'Wrong' },
  },
  'POST /api/v1/measures/:measure/rounds/:year/exemptions/decisions': { field: null, grounds: '', step: 'accepted' },
  'POST /api/v1/measures/:measure/rounds/:year/exemptions/answers': { field: null, words: 'Vi står på det.' },
  'POST /api/v1/agencies/:orgnr/rounds/:year/measures': { carryForward: previous },
  'POST /api/v1/rounds/:year/messages': { kind: 'reminder' },
  'POST /api/v1/rounds/:year/messages/preview': { kind: 'reminder' },
  'POST /api/v1/rounds/:year/messages/:message/returned': {},
  'POST /api/v1/rounds/:year/messages/:message/settle': { email: null },
  'PUT /api/v1/rounds/:year/message-texts/:kind/:language': { subject: 'Hei', text: '{agencies} {deadline} {link}' },
  'PUT /api/v1/agencies/:orgnr/rounds/:year/previous/:measure': { outcome: 'ended' },
  'PATCH /api/v1/agencies/:orgnr/rounds/:year/previous': { decisions: [{ measure: previous, outcome: 'ended' }] },
  'POST /api/v1/agencies/:orgnr/rounds/:year/submissions': { nothingToReport: false },
  'POST /api/v1/agencies/:orgnr/rounds/:year/measures/batch': {
    measures: [{ externalId: 'A-1', number: '2026-0001', answers: {} }],
  },
  'POST /api/v1/portfolios': { name: 'Barn og familie', query: 'phase=idea', ministry: 'DFD' },
  'PATCH /api/v1/portfolios/:slug': { name: 'Barn' },
  'POST /api/v1/agencies/:orgnr/rounds/:year/notes': { text: 'Ringte, ny kontaktperson.' },
  'PUT /api/v1/agencies/:orgnr/rounds/:year/notes/:note': { text: 'Ringte.' },
  'PUT /api/v1/agencies/:orgnr/rounds/:year/declination': { reason: 'Er under avvikling' },
  'POST /api/v1/agencies/:orgnr/rounds/:year/reopening': { reason: 'Sykdom' },
  'PUT /api/v1/agencies/:orgnr/rounds/:year/reopening': { until: '2100-02-01T00:00:00Z' },
  'POST /api/v1/agencies/:orgnr/rounds/:year/reopening/refuse': { reason: 'Utgaven er frosset' },
  'PUT /api/v1/agencies/:orgnr/rounds/:year/spreadsheet/:upload/mapping': { sheet: 0, columns: [] },
  'POST /api/v1/agencies/:orgnr/rounds/:year/spreadsheet/:upload/take-in': { plan: '' },
  'POST /api/v1/agencies/:orgnr/invitations': { email: 'ny@digdir.example', role: 'read' },
  'POST /api/v1/measures/:measure/rounds/:year/delegations': {
    section: null,
    to: { email: 'ny@digdir.example' },
    dueOn: '2026-03-15',
  },
  'POST /api/v1/measures/:measure/rounds/:year/queries': { question: null, text: 'Stemmer dette?', version: 1 },
  'POST /api/v1/measures/:measure/rounds/:year/queries/:query/answer': { text: 'Ja' },
  'POST /api/v1/measures/:measure/rounds/:year/corrections': {
    question: 'deliverable',
    value: 'Et annet oppslag.',
    reason: 'Feil tekst',
    version: 1,
  },
  'POST /api/v1/measures/:measure/rounds/:year/corrections/:correction/answer': { accept: true },
  'POST /api/v1/measures/:measure/rounds/:year/corrections/:correction/decide': { text: 'Beløpet er i tusen.' },
  'PUT /api/v1/rounds/:year/quality/:measure/look': { version: 1, note: 'Ser bra ut' },
  'POST /api/v1/measures/:measure/rounds/:year/presence': { section: null },
  'POST /api/v1/measures/:measure/rounds/:year/restore': { version: 0, basedOn: 0 },
  'PUT /api/v1/measures/:measure/answers/2019': { year: 2026, basedOn: 0, changes: {} },
  'PUT /api/v1/measures/:measure/answers/2026': { year: 2026, basedOn: 0, changes: {} },
});
