import { spreadsheetLimits } from '@samblikk/contract';
import { format, type Language, type Text } from '@samblikk/questionnaire';
import { ApiError } from '../../platform/problem/index.ts';
import { FileRefusal } from './file-refusal.ts';

const { rows, columns, sheets, cell, characters } = spreadsheetLimits;
const millions = characters / 1_000_000;

/** Why a whole file is refused, by issue code. */
export const fileFaults = {
  macros: {
    nb: 'Filen har makroer. Lagre den som vanlig Excel-arbeidsbok (.xlsx), og prøv igjen.',
    nn: 'Fila har makroar. Lagre ho som vanleg Excel-arbeidsbok (.xlsx), og prøv igjen.',
    en: 'The file has macros. Save it as an ordinary Excel workbook (.xlsx), and try again.',
  },
  externalLink: {
    nb: 'Regnearket henter innhold fra andre filer ({name}). Bryt koblingene, lagre, og prøv igjen.',
    nn: 'Reknearket hentar innhald frå andre filer ({name}). Bryt koplingane, lagre, og prøv igjen.',
    en: 'The workbook takes content from other files ({name}). Break the links, save, and try again.',
  },
  encrypted: {
    nb: 'Filen er beskyttet med passord. Fjern passordet, og prøv igjen.',
    nn: 'Fila er verna med passord. Fjern passordet, og prøv igjen.',
    en: 'The file is protected by a password. Remove it, and try again.',
  },
  oldOrEncrypted: {
    nb: 'Filen er av den gamle typen .xls, eller beskyttet med passord. Lagre den som .xlsx uten passord, og prøv igjen.',
    nn: 'Fila er av den gamle typen .xls, eller verna med passord. Lagre ho som .xlsx utan passord, og prøv igjen.',
    en: 'The file is of the old type .xls, or protected by a password. Save it as .xlsx without a password, and try again.',
  },
  wrongType: {
    nb: 'Filen er ikke et regneark vi kan lese. Lagre listen som .xlsx eller .csv, og prøv igjen.',
    nn: 'Fila er ikkje eit rekneark vi kan lese. Lagre lista som .xlsx eller .csv, og prøv igjen.',
    en: 'The file is not a spreadsheet we can read. Save the list as .xlsx or .csv, and try again.',
  },
  zipBomb: {
    nb: 'Filen pakker ut til langt mer enn en liste trenger. Kopier listen til en ny arbeidsbok, og prøv igjen.',
    nn: 'Fila pakkar ut til langt meir enn ei liste treng. Kopier lista til ei ny arbeidsbok, og prøv igjen.',
    en: 'The file unpacks to far more than a list needs. Copy the list to a new workbook, and try again.',
  },
  documentType: {
    nb: 'Filen har en dokumenttype (DTD) eller egne enheter i XML-en. Slikt tar vi ikke inn. Lagre listen på nytt fra Excel, og prøv igjen.',
    nn: 'Fila har ein dokumenttype (DTD) eller eigne einingar i XML-en. Slikt tek vi ikkje inn. Lagre lista på nytt frå Excel, og prøv igjen.',
    en: 'The file has a document type (DTD) or entities of its own in its XML. We do not take that in. Save the list anew from Excel, and try again.',
  },
  notReadable: {
    nb: 'Filen er skadet, eller ikke skrevet som et regneark skal være. Lagre listen på nytt, og prøv igjen.',
    nn: 'Fila er skadd, eller ikkje skriven slik eit rekneark skal vere. Lagre lista på nytt, og prøv igjen.',
    en: 'The file is damaged, or not written as a spreadsheet should be. Save the list anew, and try again.',
  },
  brokenCsv: {
    nb: 'Anførselstegnene i rad {row} stemmer ikke, så resten av filen kan ikke leses. Rett raden, og prøv igjen.',
    nn: 'Hermeteikna i rad {row} stemmer ikkje, så resten av fila kan ikkje lesast. Rett rada, og prøv igjen.',
    en: 'The quotes in row {row} do not match, so the rest of the file cannot be read. Correct the row, and try again.',
  },
  tooManyRows: {
    nb: `Listen har {count, number} rader. Vi tar høyst ${rows} om gangen. Del den i flere filer.`,
    nn: `Lista har {count, number} rader. Vi tek høgst ${rows} om gongen. Del ho i fleire filer.`,
    en: `The list has {count, number} rows. We take at most ${rows} at a time. Divide it into several files.`,
  },
  tooFarDown: {
    nb: 'Det står noe i rad {row, number}, langt under listen. Slett det som ikke gjelder tiltakene, og prøv igjen.',
    nn: 'Det står noko i rad {row, number}, langt under lista. Slett det som ikkje gjeld tiltaka, og prøv igjen.',
    en: 'There is something in row {row, number}, far below the list. Delete what is not about the measures, and try again.',
  },
  cellTooLong: {
    nb: `Celle {cell} har {count, number} tegn. Ingen celle kan ha mer enn ${cell}. Kort den ned, og prøv igjen.`,
    nn: `Celle {cell} har {count, number} teikn. Inga celle kan ha meir enn ${cell}. Kort ho ned, og prøv igjen.`,
    en: `Cell {cell} has {count, number} characters. No cell can have more than ${cell}. Shorten it, and try again.`,
  },
  tooMuchText: {
    nb: `Listen har mer tekst enn vi kan ta inn på én gang: høyst ${millions} millioner tegn i alle ark. Ta bort ark og kolonner som ikke gjelder tiltakene, eller del den i flere filer.`,
    nn: `Lista har meir tekst enn vi kan ta inn på éin gong: høgst ${millions} millionar teikn i alle ark. Ta bort ark og kolonner som ikkje gjeld tiltaka, eller del ho i fleire filer.`,
    en: `The list has more text than we can take in at once: at most ${millions} million characters in all sheets. Remove sheets and columns that are not about the measures, or divide it into several files.`,
  },
  tooManyColumns: {
    nb: `Listen har mer enn ${columns} kolonner. Ta bort dem som ikke gjelder tiltakene.`,
    nn: `Lista har meir enn ${columns} kolonner. Ta bort dei som ikkje gjeld tiltaka.`,
    en: `The list has more than ${columns} columns. Remove those that are not about the measures.`,
  },
  tooManySheets: {
    nb: `Arbeidsboken har mer enn ${sheets} ark. Ta bare med arket som har tiltakene.`,
    nn: `Arbeidsboka har meir enn ${sheets} ark. Ta berre med arket som har tiltaka.`,
    en: `The workbook has more than ${sheets} sheets. Keep only the one with the measures.`,
  },
  empty: {
    nb: 'Vi fant ingen rader i filen. Listen må ha én rad med overskrifter og minst ett tiltak.',
    nn: 'Vi fann ingen rader i fila. Lista må ha éi rad med overskrifter og minst eitt tiltak.',
    en: 'We found no rows in the file. The list must have one row of headings and at least one measure.',
  },
} as const satisfies Record<string, Text>;

export type FileFault = keyof typeof fileFaults;

/** Puts words to a refusal, in the reader's language; whatever else went wrong is as it was. */
export function inWords(error: unknown, language: Language): unknown {
  if (!(error instanceof FileRefusal)) return error;
  const { code, params } = error;
  const text = format(fileFaults[code], language, params);
  return new ApiError('fileAtFault', {
    detail: 'fileAtFault',
    issues: [{ question: '', code, params, level: 'error', text }],
  });
}
