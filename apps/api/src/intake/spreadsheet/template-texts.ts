import { spreadsheetLimits } from '@samblikk/contract';
import type { Text } from '@samblikk/questionnaire';

/** Words of the template. */
export const words = {
  sheet: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
  help: { nb: 'Veiledning', nn: 'Rettleiing', en: 'Instructions' },
  number: { nb: 'Tiltaksnummer (la stå)', nn: 'Tiltaksnummer (lat stå)', en: 'Measure number (leave as it is)' },
  externalId: { nb: 'Eget nummer (valgfritt)', nn: 'Eige nummer (valfritt)', en: 'Own number (optional)' },
  code: { nb: 'Kode', nn: 'Kode', en: 'Code' },
  answer: { nb: 'Svar', nn: 'Svar', en: 'Answer' },
  several: {
    nb: 'Flere svar: skill med semikolon.',
    nn: 'Fleire svar: skil med semikolon.',
    en: 'Several answers: separate them with semicolons.',
  },
  previous: { nb: '{label} – sist runde', nn: '{label} – førre runde', en: '{label} – last round' },
  closed: { nb: 'Blir aldri publisert.', nn: 'Blir aldri publisert.', en: 'Is never published.' },
} as const satisfies Record<string, Text>;

/** What stands in the sheet of instructions, a line each. */
export const instructions: readonly Text[] = [
  {
    nb: 'Hver rad i arket «Tiltak» er ett tiltak. Nye tiltak skriver dere i tomme rader, uten tiltaksnummer.',
    nn: 'Kvar rad i arket «Tiltak» er eitt tiltak. Nye tiltak skriv de i tomme rader, utan tiltaksnummer.',
    en: 'Each row in the sheet “Measures” is one measure. Write new measures in empty rows, without a measure number.',
  },
  {
    nb: 'Tiltak fra sist runde står med svarene derfra. Rett det som er endret. Slett rader for tiltak dere ikke skal melde i år.',
    nn: 'Tiltak frå førre runde står med svara derfrå. Rett det som er endra. Slett rader for tiltak de ikkje skal melde i år.',
    en: 'Measures from the last round are here with their answers. Correct what has changed. Delete the rows of measures you will not report this year.',
  },
  {
    nb: 'Noen spørsmål spør vi om på nytt hvert år. De står tomme, med svaret fra sist runde i en grå kolonne ved siden av. Den grå kolonnen leses ikke.',
    nn: 'Nokre spørsmål spør vi om på nytt kvart år. Dei står tomme, med svaret frå førre runde i ei grå kolonne ved sida av. Den grå kolonna blir ikkje lesen.',
    en: 'Some questions are asked anew every year. They are empty, with the answer of the last round in a grey column beside. The grey column is not read.',
  },
  {
    nb: 'Kolonner merket med * må fylles ut før dere kan sende inn. Det kan også gjøres i skjemaet etterpå.',
    nn: 'Kolonner merkte med * må fyllast ut før de kan sende inn. Det kan òg gjerast i skjemaet etterpå.',
    en: 'Columns marked with * must be filled in before you can send in. That can also be done in the form afterwards.',
  },
  {
    nb: 'En tom celle endrer ingenting: den sletter ikke et svar som er lagret.',
    nn: 'Ei tom celle endrar ingenting: ho slettar ikkje eit svar som er lagra.',
    en: 'An empty cell changes nothing: it does not erase an answer that is saved.',
  },
  {
    nb: 'Skriv beløp i hele kroner, eller slik dere pleier: «1,5 mill».',
    nn: 'Skriv beløp i heile kroner, eller slik de pleier: «1,5 mill».',
    en: 'Write amounts in whole kroner, or the way you usually do: “1,5 mill”.',
  },
  {
    nb: 'Spørsmål med faste svar har et ark hver, med svarene og kodene. Begge deler kan brukes. Skill flere svar med semikolon.',
    nn: 'Spørsmål med faste svar har kvar sitt ark, med svara og kodane. Begge delar kan brukast. Skil fleire svar med semikolon.',
    en: 'Questions with fixed answers have a sheet each, with the answers and their codes. Either can be used. Separate several answers with semicolons.',
  },
  {
    nb: 'La rad 2 stå. Den sier hva kolonnene er. Dere kan flytte kolonner og ta bort dem dere ikke bruker.',
    nn: 'Lat rad 2 stå. Ho seier kva kolonnene er. De kan flytte kolonner og ta bort dei de ikkje bruker.',
    en: 'Leave row 2 as it is. It says what the columns are. You can move columns, and remove those you do not use.',
  },
  {
    nb: `Regnearket kan ha høyst ${spreadsheetLimits.rows} rader og ${spreadsheetLimits.bytes / 1024 / 1024} MB. Har det formler, leser vi verdiene. Ingenting blir lagret før dere har sett gjennom endringene og valgt «Lagre tiltakene».`,
    nn: `Reknearket kan ha høgst ${spreadsheetLimits.rows} rader og ${spreadsheetLimits.bytes / 1024 / 1024} MB. Har det formlar, les vi verdiane. Ingenting blir lagra før de har sett gjennom endringane og valt «Lagre tiltaka».`,
    en: `The workbook can have at most ${spreadsheetLimits.rows} rows and ${spreadsheetLimits.bytes / 1024 / 1024} MB. Of formulas we read the values. Nothing is saved before you have looked through the changes and chosen “Import the measures”.`,
  },
  {
    nb: 'Her skal det aldri stå gradert informasjon.',
    nn: 'Her skal det aldri stå gradert informasjon.',
    en: 'Classified information must never be written here.',
  },
];
