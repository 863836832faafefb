import { format, type Language, type Text } from '@samblikk/questionnaire';
import type { FetchFaultCode } from '../../platform/fetch/index.ts';
import { fileFaults } from '../spreadsheet/file-fault.ts';
import type { SourceFault } from './schema.ts';

type OwnFault = FetchFaultCode | 'noName' | 'noRound' | 'batchRefused' | 'ours';

const own: Readonly<Record<OwnFault, Text>> = {
  notAnAddress: {
    nb: 'Dette er ikke en adresse. Den skal begynne med https://',
    nn: 'Dette er ikkje ei adresse. Ho skal byrje med https://',
    en: 'This is not an address. It should begin with https://',
  },
  notHttps: {
    nb: 'Adressen må begynne med https://, så ingen leser filen underveis.',
    nn: 'Adressa må byrje med https://, så ingen les fila undervegs.',
    en: 'The address must begin with https://, so that nobody reads the file on its way.',
  },
  hasCredentials: {
    nb: 'Adressen har et brukernavn eller passord i seg. Ta det bort, og del filen på en annen måte.',
    nn: 'Adressa har eit brukarnamn eller passord i seg. Ta det bort, og del fila på ein annan måte.',
    en: 'The address has a user name or password in it. Remove it, and share the file in another way.',
  },
  notPublic: {
    nb: 'Adressen er ikke på det åpne nettet, så vi kan ikke hente filen derfra.',
    nn: 'Adressa er ikkje på det opne nettet, så vi kan ikkje hente fila derfrå.',
    en: 'The address is not on the open net, so we cannot fetch the file from there.',
  },
  notAnswering: {
    nb: 'Ingen svarer på adressen.',
    nn: 'Ingen svarar på adressa.',
    en: 'Nobody answers at the address.',
  },
  tooSlow: {
    nb: 'Det tok for lang tid å hente filen.',
    nn: 'Det tok for lang tid å hente fila.',
    en: 'It took too long to fetch the file.',
  },
  tooLarge: {
    nb: 'Filen er for stor.',
    nn: 'Fila er for stor.',
    en: 'The file is too large.',
  },
  manyRedirects: {
    nb: 'Adressen sender oss videre for mange ganger.',
    nn: 'Adressa sender oss vidare for mange gonger.',
    en: 'The address leads on too many times.',
  },
  status: {
    nb: 'Adressen svarer med feil {status}{status, select, 401 { (krever innlogging)} 403 { (ikke tilgang)} 404 { (finnes ikke)} other {}}.',
    nn: 'Adressa svarar med feil {status}{status, select, 401 { (krev innlogging)} 403 { (ikkje tilgang)} 404 { (finst ikkje)} other {}}.',
    en: 'The address answers with error {status}{status, select, 401 { (login required)} 403 { (no access)} 404 { (not found)} other {}}.',
  },
  noName: {
    nb: 'Ingen kolonne ser ut til å ha navnet på tiltaket. Si hva kolonnene inneholder, så leser vi filen på nytt.',
    nn: 'Ingen kolonne ser ut til å ha namnet på tiltaket. Sei kva kolonnane inneheld, så les vi fila på nytt.',
    en: 'No column seems to hold the name of the measure. Say what the columns hold, and we read the file again.',
  },
  noRound: {
    nb: 'Ingen kartlegging tar imot svar nå. Vi ser etter igjen til vanlig tid.',
    nn: 'Inga kartlegging tek imot svar no. Vi ser etter igjen til vanleg tid.',
    en: 'No survey takes answers now. We look again at the usual time.',
  },
  batchRefused: {
    nb: 'Systemet sendte noe som ikke kan tas imot: {count, plural, one {# tiltak} other {# tiltak}} hadde feil, eller ville overskrevet noe som er endret her. Systemet har fått vite hva.',
    nn: 'Systemet sende noko som ikkje kan takast imot: {count, plural, one {# tiltak} other {# tiltak}} hadde feil, eller ville overskrive noko som er endra her. Systemet har fått vite kva.',
    en: 'The system sent something that cannot be taken: {count, plural, one {# measure} other {# measures}} had errors, or would overwrite what was changed here. The system was told what.',
  },
  ours: {
    nb: 'Noe gikk galt hos oss. Vi prøver igjen.',
    nn: 'Noko gjekk gale hos oss. Vi prøver igjen.',
    en: 'Something went wrong on our side. We try again.',
  },
};

const texts: Readonly<Record<string, Text>> = { ...fileFaults, ...own };

/** A fault in words. */
export function faultText({ code, params }: SourceFault, language: Language): string {
  const text = texts[code] ?? own.ours;
  // The status is chosen among by its digits.
  return format(text, language, code === 'status' ? { status: String(params.status) } : params);
}
