import { canonical, csvFile, csvRows } from '@samblikk/files';
import { codebook, codebookCsv, contactsIn, type Edition, withoutContacts } from '@samblikk/questionnaire';
import { calendarToArchive } from '../calendar/index.ts';
import {
  correctionsToArchive,
  delegationsToArchive,
  queriesToArchive,
  submissionRequestsToArchive,
} from '../collaboration/index.ts';
import { errorReportsToArchive } from '../error-reports/index.ts';
import { exemptionsToArchive } from '../exemptions/index.ts';
import { deliveriesToArchive, spreadsheetImportsToArchive } from '../intake/index.ts';
import { measuresToArchive, outcomesToArchive } from '../measures/index.ts';
import { messageTextsToArchive, sendingsToArchive } from '../messages/index.ts';
import { notesToArchive } from '../notes/index.ts';
import { planAnswersToArchive, planOpeningsToArchive, plansToArchive } from '../plans/index.ts';
import { chainUpTo } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { lettersToArchive, receiversToArchive } from '../platform/mail/index.ts';
import { frozenFilesToArchive, frozenPiecesToArchive } from '../publication/index.ts';
import { looksIn } from '../quality/index.ts';
import {
  decisionsToArchive,
  frozenToArchive,
  releasesToArchive,
  schedulesToArchive,
  tombstonesToArchive,
} from '../releases/index.ts';
import { revisionsToArchive, submissionsToArchive } from '../responses/index.ts';
import {
  declinationsToArchive,
  mailboxesToArchive,
  populationToArchive,
  type RoundRow,
  reopeningsToArchive,
} from '../rounds/index.ts';
import { verdictsToArchive } from '../verdicts/index.ts';
import { actorNames } from './actor-names.ts';
import { codebookPage, codesCsv } from './codebook-page.ts';
import { ddiCodebook } from './ddi.ts';
import { submittedCsv } from './submitted-csv.ts';

/** The round that is archived, as one moment of the database has it. */
export interface Archived {
  readonly tx: Transaction;
  readonly round: RoundRow;
  readonly edition: Edition;
  /** The last event of the audit chain that is about the round; 0 when there is none. */
  readonly lastEvent: number;
}

type Pieces = AsyncIterable<string> | Iterable<string>;

export interface Part {
  /** The name of the file in the archive. */
  readonly file: string;
  /** What it holds, for the index. */
  readonly about: { readonly nb: string; readonly en: string };
  /** It may be taken out of the archive when its time is over; all else can still be verified. */
  readonly separable?: true;
  write(of: Archived): Pieces | Promise<Pieces>;
}

type Rows = AsyncIterable<unknown> | Iterable<unknown>;

/** A file with a row a line, each in canonical JSON. */
const rowsOf = (
  file: `${string}.jsonl`,
  nb: string,
  en: string,
  rows: (tx: Transaction, roundId: string, of: Archived) => Rows | Promise<Rows>,
  more: Pick<Part, 'separable'> = {},
): Part => ({
  file,
  about: { nb, en },
  ...more,
  async *write(of) {
    for await (const row of await rows(of.tx, of.round.id, of)) yield `${canonical(row)}\n`;
  },
});

const one = (file: string, nb: string, en: string, write: (of: Archived) => string): Part => ({
  file,
  about: { nb, en },
  write: (of) => [write(of)],
});

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function* revisions({ tx, round, edition }: Archived) {
  for await (const { answers, ...row } of revisionsToArchive(tx, round.id))
    yield { ...row, answers: withoutContacts(edition, answers) };
}

async function* contacts({ tx, round, edition }: Archived) {
  for await (const row of await mailboxesToArchive(tx, round.id)) yield row;
  for await (const { id, answers } of revisionsToArchive(tx, round.id)) {
    const found = contactsIn(edition, answers);
    if (Object.keys(found).length > 0) yield { revisionId: id, answers: found };
  }
}

/** Everything that an archive of a round holds, in the order of its index. What is added gets its line here. */
export const parts: readonly Part[] = [
  one('round.json', 'Runden: år, utgave, kalender og merknad', 'The round: year, edition, calendar, notice', (of) =>
    json(of.round),
  ),
  rowsOf(
    'population.jsonl',
    'Virksomhetene som ble spurt, slik de var det året',
    'The agencies that were asked, as they were that year',
    populationToArchive,
  ),
  one(
    'questions/edition.json',
    'Spørsmålene slik de ble vist: alle tekster, svaralternativer, betingelser og regler, på tre språk',
    'The questions as shown: every text, option, condition and rule',
    (of) => json(of.edition),
  ),
  one('questions/codebook.html', 'Kodeboken, til å lese', 'The codebook, to be read', (of) => codebookPage(of.edition)),
  one('questions/codebook.csv', 'Kodeboken som tabell: en rad for hver kode', 'The codebook as a table', (of) =>
    csvFile(codebookCsv(of.edition), { verbatim: true }),
  ),
  one('questions/codebook.json', 'Kodeboken for maskiner', 'The codebook for programs', (of) =>
    json(codebook(of.edition)),
  ),
  one(
    'questions/codes.csv',
    'Kodelistene: hva hver kode i svarene betyr',
    'The code lists: what each code stands for',
    (of) => csvRows(codesCsv(of.edition), { verbatim: true }),
  ),
  {
    file: 'questions/ddi-codebook-2.5.xml',
    about: { nb: 'Undersøkelsen beskrevet etter DDI-Codebook 2.5', en: 'The study described by DDI-Codebook 2.5' },
    write: ddiCodebook,
  },
  rowsOf(
    'answers/measures.jsonl',
    'Tiltakene i runden: nummer, eier, og om de er trukket',
    'The measures of the round: number, owner, whether withdrawn',
    measuresToArchive,
  ),
  rowsOf(
    'answers/revisions.jsonl',
    'Hver lagrede versjon av hvert svar, slik virksomheten ga det, med opphav og forfatter for hvert felt',
    'Every saved version of every answer, as given',
    (_tx, _id, of) => revisions(of),
  ),
  {
    file: 'answers/submitted.csv',
    about: { nb: 'Det hver virksomhet sist sendte inn, som tabell', en: 'What each agency last submitted, as a table' },
    write: submittedCsv,
  },
  rowsOf(
    'answers/outcomes.jsonl',
    'Hva som ble av tiltak fra tidligere runder',
    'What became of measures of earlier rounds',
    outcomesToArchive,
  ),
  rowsOf(
    'answers/spreadsheet-imports.jsonl',
    'Regneark som ble tatt inn, og hva som ble av hver rad',
    'Spreadsheets taken in, row by row',
    spreadsheetImportsToArchive,
  ),
  rowsOf(
    'answers/deliveries.jsonl',
    'Hva faste lister og egne systemer leverte, og hva som ikke ble forstått',
    'What watched lists and own systems delivered, and what was not understood',
    deliveriesToArchive,
  ),
  rowsOf(
    'submissions/submissions.jsonl',
    'Innsendinger med kvittering, tid, avtrykk og versjonene de låser',
    'Submissions with receipts, times, hashes and the revisions they pin',
    submissionsToArchive,
  ),
  rowsOf(
    'decisions/more-time.jsonl',
    'Utsatt frist: bedt om, gitt og avslått',
    'More time asked for, given and refused',
    reopeningsToArchive,
  ),
  rowsOf(
    'decisions/releases.jsonl',
    'Holdt tilbake, publisert eller trukket, med grunn',
    'Releases held, published or withdrawn, with the reason',
    decisionsToArchive,
  ),
  rowsOf(
    'collaboration/queries.jsonl',
    'Spørsmål fra Digdir om svar, og hva virksomheten svarte',
    'Queries from staff and the replies',
    queriesToArchive,
  ),
  rowsOf(
    'collaboration/corrections.jsonl',
    'Rettinger som Digdir foreslo, og hva som ble av dem; virksomhetens eget svar står ved siden av',
    'Corrections that staff proposed, with the agency’s own answers',
    correctionsToArchive,
  ),
  rowsOf(
    'collaboration/error-reports.jsonl',
    'Feil som lesere av registeret meldte, og hva virksomheten svarte',
    'Errors that readers of the register reported, and the answers',
    errorReportsToArchive,
  ),
  rowsOf(
    'plans/plans.jsonl',
    'Finansieringsplanene for tiltakene i runden, hver versjon til nå',
    'The financing plans of the measures of the round, every version until now',
    plansToArchive,
  ),
  rowsOf(
    'plans/answers.jsonl',
    'Hva partene i planene svarte på fordelingen',
    'What the actors of the plans answered to the sharing',
    planAnswersToArchive,
  ),
  rowsOf(
    'plans/openings.jsonl',
    'Hva som ble åpnet av planene, for hvilke parter, når',
    'What was opened of the plans, of which actors, when',
    planOpeningsToArchive,
  ),
  rowsOf(
    'collaboration/double-verdicts.jsonl',
    'Hva samordnere har sagt om tiltak som kan være de samme',
    'What coordinators said of measures that may be the same',
    verdictsToArchive,
  ),
  rowsOf(
    'decisions/exemptions.jsonl',
    'Krav om unntak fra offentlighet: avgjort av hvem, når, med hjemmel og utløp',
    'Claims of exemption: decided by whom, when, on what basis, until when',
    exemptionsToArchive,
  ),
  rowsOf(
    'decisions/schedules.jsonl',
    'Når utgaver skulle publiseres av seg selv',
    'When releases were to be published by themselves',
    schedulesToArchive,
  ),
  rowsOf(
    'decisions/withdrawn-measures.jsonl',
    'Enkelttiltak trukket fra offentligheten, med grunn',
    'Single measures withdrawn from the public, with the reason',
    tombstonesToArchive,
  ),
  rowsOf(
    'decisions/declined.jsonl',
    'Virksomheter som ikke ville svare, med grunn',
    'Agencies that declined to answer, with the reason',
    declinationsToArchive,
  ),
  rowsOf(
    'collaboration/looks.jsonl',
    'Kvalitetskontroll: hvem som så på hvilken versjon, og hva de noterte',
    'Quality control: who looked at which revision, and what they noted',
    (tx, roundId) => looksIn(tx, roundId),
  ),
  rowsOf(
    'collaboration/notes.jsonl',
    'Digdirs notater om virksomheter i runden',
    'Notes of staff about agencies in the round',
    (tx, _id, of) => notesToArchive(tx, of.round.year),
  ),
  rowsOf(
    'collaboration/delegations.jsonl',
    'Hvem som fikk deler av svaret delegert',
    'Delegations of measures and sections',
    delegationsToArchive,
  ),
  rowsOf(
    'collaboration/submission-requests.jsonl',
    'Forespørsler om innsending som ikke er fulgt',
    'Requests for submission that wait',
    submissionRequestsToArchive,
  ),
  rowsOf(
    'letters/letters.jsonl',
    'Brevene i runden: hva slags, til hvilke virksomheter, når, og hvordan det gikk',
    'Letters: kind, agencies, times and what became of them',
    (tx, _id, of) => lettersToArchive(tx, of.round.year),
  ),
  rowsOf(
    'letters/texts.jsonl',
    'Brevtekster som ble endret i runden',
    'Texts of letters that staff changed',
    messageTextsToArchive,
  ),
  rowsOf(
    'letters/sendings.jsonl',
    'Utsendinger, og hvor mange som fikk',
    'Sendings, and how many got them',
    sendingsToArchive,
  ),
  rowsOf(
    'calendar.jsonl',
    'Hva runden gjorde av seg selv, og når',
    'What the round did by itself, and when',
    calendarToArchive,
  ),
  rowsOf(
    'releases/releases.jsonl',
    'Utgavene: når de ble frosset, data per, antall og avtrykk',
    'The releases: frozen when, data as of, counts and hashes',
    releasesToArchive,
  ),
  rowsOf(
    'releases/measures.jsonl',
    'Hvert tiltak i hver utgave: det som er frosset, og det av det som er offentlig',
    'Each measure of each release: what is frozen, and what of it is public',
    frozenToArchive,
  ),
  rowsOf(
    'releases/files.jsonl',
    'De frosne filene i hver utgave: navn, størrelse og sjekksum',
    'The frozen files of each release: name, size and checksum',
    frozenFilesToArchive,
  ),
  rowsOf(
    'releases/file-pieces.jsonl',
    'Innholdet i de frosne filene, i stykker, som base64',
    'The bytes of the frozen files, in pieces, as base64',
    frozenPiecesToArchive,
  ),
  rowsOf(
    'audit/events.jsonl',
    'Revisjonssporet fra første hendelse til rundens siste: hvem gjorde hva, lenket med avtrykk',
    'The audit chain from its first event to the last about the round',
    (tx, _id, of) => chainUpTo(tx, of.lastEvent),
  ),
  rowsOf(
    'personal/contacts.jsonl',
    'Kontaktadresser: kan tas ut når tiden er ute, uten at noe annet slutter å stemme',
    'Contact addresses: may be taken out when their time is over',
    (_tx, _id, of) => contacts(of),
    { separable: true },
  ),
  rowsOf(
    'personal/letters.jsonl',
    'Hvem brevene gikk til, og hva de sa',
    'Whom letters went to, and what they said',
    (tx, _id, of) => receiversToArchive(tx, of.round.year),
    { separable: true },
  ),
  rowsOf(
    'personal/actors.jsonl',
    'Navn på dem som står som utførende i revisjonssporet',
    'Names of the actors of the audit chain',
    (tx, _id, of) => actorNames(tx, of.lastEvent),
    { separable: true },
  ),
];
