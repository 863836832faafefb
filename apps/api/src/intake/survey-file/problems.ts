import { type Edition, format, type Issue, issueText, type Language, type Text } from '@samblikk/questionnaire';

/** One thing to say about a file that is read: which file, where in it, and what. */
export interface FileIssue extends Issue {
  readonly file: 'population' | 'answers';
  /** The row as a spreadsheet numbers it: the header is row 1. Undefined when it is about the whole file. */
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
}

/** What the import itself finds, beside what the questionnaire says about answers. */
export const fileTexts = {
  empty: { nb: 'Filen er tom.', nn: 'Fila er tom.', en: 'The file is empty.' },
  broken: {
    nb: 'Anførselstegnene i raden stemmer ikke, så resten av filen kan ikke leses. Rett raden og prøv igjen.',
    nn: 'Hermeteikna i rada stemmer ikkje, så resten av fila kan ikkje lesast. Rett rada og prøv igjen.',
    en: 'The quotes in the row do not match, so the rest of the file cannot be read. Correct the row and try again.',
  },
  columnCount: {
    nb: 'Raden har {found} celler, men overskriften har {expected}. Se etter et skilletegn for mye eller for lite.',
    nn: 'Rada har {found} celler, men overskrifta har {expected}. Sjå etter eit skiljeteikn for mykje eller for lite.',
    en: 'The row has {found} cells, but the header has {expected}. Look for a separator too many or too few.',
  },
  missingColumn: {
    nb: 'Kolonnen «{column}» mangler. Legg den til.',
    nn: 'Kolonna «{column}» manglar. Legg til kolonna.',
    en: 'The column “{column}” is missing. Add it.',
  },
  unknownColumn: {
    nb: 'Kolonnen «{column}» er ukjent. Fjern den, eller rett navnet.',
    nn: 'Kolonna «{column}» er ukjend. Fjern kolonna, eller rett namnet.',
    en: 'The column “{column}” is unknown. Remove it, or correct its name.',
  },
  repeatedColumn: {
    nb: 'Kolonnen «{column}» står flere ganger. La den stå bare én gang.',
    nn: 'Kolonna «{column}» står fleire gonger. Lat kolonna stå berre éin gong.',
    en: 'The column “{column}” is there several times. Keep it only once.',
  },
  required: { nb: 'Må fylles ut.', nn: 'Må fyllast ut.', en: 'Must be filled in.' },
  illegalCharacter: {
    nb: 'Verdien har usynlige tegn som ikke kan lagres. Skriv den på nytt.',
    nn: 'Verdien har usynlege teikn som ikkje kan lagrast. Skriv han på nytt.',
    en: 'The value has invisible characters that cannot be stored. Type it again.',
  },
  notATime: {
    nb: 'Skriv tidspunktet som 2019-08-30T12:00:00+02:00.',
    nn: 'Skriv tidspunktet som 2019-08-30T12:00:00+02:00.',
    en: 'Write the time as 2019-08-30T12:00:00+02:00.',
  },
  noTime: {
    nb: 'Raden sier ikke når svaret ble sendt inn. Tiltaket tas inn, og regnes som sendt inn nå.',
    nn: 'Rada seier ikkje når svaret vart sendt inn. Tiltaket blir teke inn, og blir rekna som sendt inn no.',
    en: 'The row does not say when the answer was sent in. The measure is kept, and counts as sent in now.',
  },
  late: {
    nb: 'Svaret kom etter fristen. Det tas vare på og merkes som sent.',
    nn: 'Svaret kom etter fristen. Det blir teke vare på og merkt som seint.',
    en: 'The answer came after the deadline. It is kept and marked as late.',
  },
  duplicate: {
    nb: 'Verdien står også i rad {first}. Den kan bare stå i én rad.',
    nn: 'Verdien står òg i rad {first}. Han kan berre stå i éi rad.',
    en: 'The value also stands in row {first}. It can stand in one row only.',
  },
  notAnOrganisationNumber: {
    nb: 'Organisasjonsnummeret er ikke gyldig. Det har 9 sifre, og det siste er et kontrollsiffer.',
    nn: 'Organisasjonsnummeret er ikkje gyldig. Det har 9 siffer, og det siste er eit kontrollsiffer.',
    en: 'The organisation number is not valid. It has 9 digits, and the last one is a check digit.',
  },
  notAnAddress: {
    nb: 'Skriv én e-postadresse, for eksempel postmottak@virksomhet.no, eller la cellen stå tom.',
    nn: 'Skriv éi e-postadresse, til dømes postmottak@verksemd.no, eller lat cella stå tom.',
    en: 'Write one e-mail address, for example post@agency.no, or leave the cell empty.',
  },
  agencyStays: {
    nb: 'Virksomheten har svart eller har tiltak i runden og kan ikke tas ut. Legg den til i filen igjen.',
    nn: 'Verksemda har svart eller har tiltak i runden og kan ikkje takast ut. Legg henne til i fila igjen.',
    en: 'The agency has answered or has measures in the round and cannot be taken out. Add it to the file again.',
  },
  notInPopulation: {
    nb: 'Virksomheten er ikke med i populasjonen for runden. Legg den til i populasjonsfilen, eller rett nummeret.',
    nn: 'Verksemda er ikkje med i populasjonen for runden. Legg henne til i populasjonsfila, eller rett nummeret.',
    en: 'The agency is not in the population of the round. Add it to the population file, or correct the number.',
  },
  otherMinistry: {
    nb: 'Populasjonen sier at virksomheten hører til {ministry}. Rett den ene av filene.',
    nn: 'Populasjonen seier at verksemda høyrer til {ministry}. Rett den eine av filene.',
    en: 'The population says that the agency belongs to {ministry}. Correct one of the files.',
  },
  unknownMinistry: {
    nb: 'Det var ikke noe departement med denne koden da runden ble holdt.',
    nn: 'Det var ikkje noko departement med denne koden då runden vart halden.',
    en: 'There was no ministry with this code when the round was held.',
  },
  unknownCode: {
    nb: 'Bruk en av disse: {codes}.',
    nn: 'Bruk ein av desse: {codes}.',
    en: 'Use one of these: {codes}.',
  },
  notAnswered: {
    nb: 'Populasjonen sier at virksomheten ikke har svart, men filen har tiltak fra den.',
    nn: 'Populasjonen seier at verksemda ikkje har svart, men fila har tiltak frå henne.',
    en: 'The population says that the agency has not answered, but the file has measures from it.',
  },
  tooManyIssues: {
    nb: 'Det er {more} feil og merknader til. Rett disse først, og prøv igjen.',
    nn: 'Det er {more} feil og merknader til. Rett desse først, og prøv igjen.',
    en: 'There are {more} more errors and remarks. Correct these first, and try again.',
  },
} as const satisfies Record<string, Text>;

export type FileCode = keyof typeof fileTexts;

/** An issue about a file that no question has a word for. */
export function fileIssue(
  file: FileIssue['file'],
  code: FileCode,
  at: { row?: number; column?: string; value?: string; params?: Issue['params']; level?: Issue['level'] } = {},
): FileIssue {
  const { params = {}, level = 'error', ...place } = at;
  return { file, code, question: at.column ?? '', params, level, ...place };
}

/** What an issue says, in words: the questionnaire's own where it is about an answer. */
export function fileIssueText(issue: FileIssue, edition: Edition, language: Language): string {
  const own = (fileTexts as Readonly<Record<string, Text>>)[issue.code];
  const said = issueText(issue, edition, language);
  // A column that is no question (externalId, submittedAt), or a code only the import has.
  return own && (said.endsWith(`: ${issue.code}`) || issue.question === issue.column)
    ? format(own, language, issue.params)
    : said;
}

const fileNames = {
  population: { nb: 'Populasjonen', nn: 'Populasjonen', en: 'Population' },
  answers: { nb: 'Svarene', nn: 'Svara', en: 'Answers' },
} as const satisfies Record<FileIssue['file'], Text>;
const row = { nb: 'rad {row}', nn: 'rad {row}', en: 'row {row}' } as const satisfies Text;

const warning = { nb: 'merknad: ', nn: 'merknad: ', en: 'warning: ' } as const satisfies Text;

/** One line about an issue: file, row, column, value, reason. A warning says that it is one, among the errors. */
export function fileIssueLine(issue: FileIssue, edition: Edition, language: Language): string {
  const place = [
    fileNames[issue.file][language],
    ...(issue.row === undefined ? [] : [row[language].replace('{row}', String(issue.row))]),
    ...(issue.column === undefined ? [] : [issue.column]),
  ].join(', ');
  const value = issue.value === undefined || issue.value === '' ? '' : ` «${shorten(issue.value)}»`;
  const level = issue.level === 'warning' ? warning[language] : '';
  return `${place}${value}: ${level}${fileIssueText(issue, edition, language)}`;
}

function shorten(value: string): string {
  const oneLine = value.replace(/\s+/g, ' ');
  return oneLine.length > 80 ? `${oneLine.slice(0, 79)}…` : oneLine;
}
