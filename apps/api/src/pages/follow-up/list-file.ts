import { type AgencyStanding, type Standing, standingOf } from '@samblikk/contract';
import { type Cell, type CsvCell, csvFile, heading, numberCell, textCell, workbookOf } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import { osloStamp } from '@samblikk/text/oslo-clock';

/** What the list says of how far an agency has come. */
const standingWords = {
  notStarted: { nb: 'Ikke startet', nn: 'Ikkje starta', en: 'Not started' },
  opened: { nb: 'Logget inn, ikke begynt', nn: 'Logga inn, ikkje begynt', en: 'Signed in, not begun' },
  begun: { nb: 'I gang', nn: 'I gang', en: 'Begun' },
  submitted: { nb: 'Sendt inn', nn: 'Sendt inn', en: 'Submitted' },
  nothingToReport: { nb: 'Ingenting å melde', nn: 'Ingenting å melde', en: 'Nothing to report' },
  declined: { nb: 'Svarer ikke', nn: 'Svarer ikkje', en: 'Declines' },
} as const satisfies Record<Standing, Text>;

const activityWords = {
  signedIn: { nb: 'logget inn', nn: 'logga inn', en: 'signed in' },
  saved: { nb: 'lagret', nn: 'lagra', en: 'saved' },
  submitted: { nb: 'sendte inn', nn: 'sende inn', en: 'submitted' },
} as const satisfies Record<NonNullable<AgencyStanding['lastActivity']>['what'], Text>;

const yes = { nb: 'ja', nn: 'ja', en: 'yes' };

interface Column {
  readonly heading: Text;
  readonly width?: number;
  cell(one: AgencyStanding, language: Language): CsvCell;
}

/** A moment as a file writes it, by the clock in Norway, to the minute. */
const moment = (at: string | null | undefined) => (at ? osloStamp(at).slice(0, 16).replace('T', ' ') : null);
const whether = (holds: boolean, language: Language) => (holds ? yes[language] : null);

/** The columns of the list, as the page has them. */
const columns: readonly Column[] = [
  {
    heading: { nb: 'Organisasjonsnummer', nn: 'Organisasjonsnummer', en: 'Organisation number' },
    cell: (one) => one.orgnr,
  },
  {
    heading: { nb: 'Virksomhet', nn: 'Verksemd', en: 'Agency' },
    width: 40,
    cell: (one, language) => one.name[language],
  },
  { heading: { nb: 'Departement', nn: 'Departement', en: 'Ministry' }, cell: (one) => one.ministry },
  {
    heading: { nb: 'Status', nn: 'Status', en: 'Status' },
    cell: (one, language) => standingWords[standingOf(one)][language],
  },
  { heading: { nb: 'Sen', nn: 'Sein', en: 'Late' }, cell: (one, language) => whether(one.late, language) },
  {
    heading: { nb: 'Sist logget inn', nn: 'Sist logga inn', en: 'Last signed in' },
    cell: ({ openedAt }) => moment(openedAt),
  },
  {
    heading: { nb: 'Siste aktivitet', nn: 'Siste aktivitet', en: 'Last activity' },
    cell: ({ lastActivity: last }, language) => last && `${moment(last.at)}, ${activityWords[last.what][language]}`,
  },
  { heading: { nb: 'Sendt inn', nn: 'Sendt inn', en: 'Submitted' }, cell: ({ submittedAt }) => moment(submittedAt) },
  { heading: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' }, cell: ({ measures }) => measures },
  { heading: { nb: 'Kostnad i kroner', nn: 'Kostnad i kroner', en: 'Cost in kroner' }, cell: ({ cost }) => cost },
  {
    heading: { nb: 'Sendt inn forrige runde', nn: 'Sendt inn førre runde', en: 'Submitted, last round' },
    cell: ({ before }) => moment(before?.submittedAt),
  },
  {
    heading: { nb: 'Tiltak forrige runde', nn: 'Tiltak førre runde', en: 'Measures, last round' },
    cell: ({ before }) => before?.measures ?? null,
  },
  {
    heading: { nb: 'Kostnad forrige runde', nn: 'Kostnad førre runde', en: 'Cost, last round' },
    cell: ({ before }) => before?.cost ?? null,
  },
  {
    heading: { nb: 'Åpne spørsmål', nn: 'Opne spørsmål', en: 'Open questions' },
    cell: ({ queries }) => queries.open,
  },
  {
    heading: { nb: 'Besvarte spørsmål', nn: 'Svara på', en: 'Answered questions' },
    cell: ({ queries }) => queries.answered,
  },
  {
    heading: { nb: 'Mer tid til', nn: 'Meir tid til', en: 'More time until' },
    cell: ({ reopening }) => moment(reopening?.until),
  },
  {
    heading: { nb: 'Hvorfor den ikke svarer', nn: 'Kvifor ho ikkje svarer', en: 'Why it declines' },
    cell: ({ declined }) => declined?.reason ?? null,
  },
  {
    heading: { nb: 'Kontaktpersoner', nn: 'Kontaktpersonar', en: 'Contact people' },
    width: 40,
    cell: ({ contact }) =>
      contact.people.map(({ name, email }) => (email ? `${name} <${email}>` : name)).join('; ') || null,
  },
  { heading: { nb: 'Postmottak', nn: 'Postmottak', en: 'Mailbox' }, width: 32, cell: ({ contact }) => contact.mailbox },
  {
    heading: { nb: 'Kontakt bekreftet', nn: 'Kontakt stadfesta', en: 'Contact confirmed' },
    cell: ({ contact }) => moment(contact.confirmedAt),
  },
  { heading: { nb: 'Notater', nn: 'Notat', en: 'Notes' }, cell: ({ notes }) => notes },
];

const cellsOf = (one: AgencyStanding, language: Language) => columns.map((column) => column.cell(one, language));

/** The list as CSV, one line an agency. */
export function listAsCsv(agencies: readonly AgencyStanding[], language: Language): string {
  const head = columns.map(({ heading }) => heading[language]);
  return csvFile([head, ...agencies.map((one) => cellsOf(one, language))]);
}

/** The list as a workbook, one row an agency. */
export function listAsXlsx(agencies: readonly AgencyStanding[], language: Language): Promise<Buffer> {
  const cell = (value: CsvCell): Cell =>
    value === null ? null : typeof value === 'number' ? numberCell(value) : textCell(value);
  const data = [
    columns.map((column) => textCell(column.heading[language], heading)),
    ...agencies.map((one) => cellsOf(one, language).map(cell)),
  ];
  const widths = columns.map(({ width = 18 }) => ({ width }));
  const sheet = { nb: 'Virksomheter', nn: 'Verksemder', en: 'Agencies' }[language];
  return workbookOf([{ sheet, data, columns: widths, stickyRowsCount: 1 }]);
}
