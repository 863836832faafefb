import { format, languages, type Text } from '@samblikk/text';

/** Words of the catalogue, in ICU where there are values. */
export const texts = {
  catalog: {
    nb: 'Digitaliseringstiltak i staten',
    nn: 'Digitaliseringstiltak i staten',
    en: 'Digitalisation measures in central government',
  },
  catalogAbout: {
    nb: 'Åpne data fra den årlige kartleggingen av digitaliseringstiltak i statlige virksomheter: register, statistikk og kodelister.',
    nn: 'Opne data frå den årlege kartlegginga av digitaliseringstiltak i statlege verksemder: register, statistikk og kodelister.',
    en: 'Open data from the yearly survey of digitalisation measures in state agencies: register, statistics and code lists.',
  },
  contact: {
    nb: 'De som svarer for dataene',
    nn: 'Dei som svarer for dataa',
    en: 'Those who answer for the data',
  },
  series: {
    nb: 'Digitaliseringstiltak i staten (alle år)',
    nn: 'Digitaliseringstiltak i staten (alle år)',
    en: 'Digitalisation measures in central government (all years)',
  },
  seriesAbout: {
    nb: 'Én utgave for hvert år kartleggingen er gjennomført. En publisert utgave blir ikke endret; rettelser kommer i en ny.',
    nn: 'Éi utgåve for kvart år kartlegginga er gjennomført. Ei publisert utgåve blir ikkje endra; rettingar kjem i ei ny.',
    en: 'One edition for each year the survey was made. A published edition is never changed; corrections come in a new one.',
  },
  edition: {
    nb: 'Digitaliseringstiltak i staten {year}',
    nn: 'Digitaliseringstiltak i staten {year}',
    en: 'Digitalisation measures in central government {year}',
  },
  editionAbout: {
    nb: 'Ett tiltak per rad: hva det skal levere, virksomhet, departement, fase, finansiering, kostnad, samarbeid, effekter, brukergrupper, teknologi og søkeord. Utgave {name} har {measures, number} tiltak fra {answered, number} av {invited, number} virksomheter. {open, number} av tiltakene er offentlige, helt eller delvis; felt som er unntatt offentlighet, er tomme og nevnt i en egen kolonne.',
    nn: 'Eitt tiltak per rad: kva det skal levere, verksemd, departement, fase, finansiering, kostnad, samarbeid, effektar, brukargrupper, teknologi og søkjeord. Utgåve {name} har {measures, number} tiltak frå {answered, number} av {invited, number} verksemder. {open, number} av tiltaka er offentlege, heilt eller delvis; felt som er unnatekne offentlegheit, er tomme og nemnde i ein eigen kolonne.',
    en: 'One measure per row: what it is to deliver, agency, ministry, phase, funding, cost, cooperation, effects, beneficiaries, technology and tags. Edition {name} has {measures, number} measures from {answered, number} of {invited, number} agencies. {open, number} of the measures are public, in whole or in part; fields exempt from publication are empty and named in a column of their own.',
  },
  questionnaire: {
    nb: 'Spørreskjema og kodebok {id}',
    nn: 'Spørjeskjema og kodebok {id}',
    en: 'Questionnaire and codebook {id}',
  },
  xlsx: { nb: 'Excel', nn: 'Excel', en: 'Excel' },
  xlsxAbout: {
    nb: 'Ett ark med tiltakene og ett som forklarer kolonnene.',
    nn: 'Eitt ark med tiltaka og eitt som forklarer kolonnane.',
    en: 'One sheet with the measures and one that explains the columns.',
  },
  csv: { nb: 'CSV', nn: 'CSV', en: 'CSV' },
  csvAbout: {
    nb: 'For programmer: komma, UTF-8, koder og tekster i egne kolonner, beløp i hele kroner.',
    nn: 'For program: komma, UTF-8, kodar og tekstar i eigne kolonnar, beløp i heile kroner.',
    en: 'For programs: comma, UTF-8, codes and texts in columns of their own, amounts in whole kroner.',
  },
  csvExcel: { nb: 'CSV for norsk Excel', nn: 'CSV for norsk Excel', en: 'CSV for Norwegian Excel' },
  csvExcelAbout: {
    nb: 'For regneark: semikolon, UTF-8 med byte-rekkefølgemerke, overskrifter i ord.',
    nn: 'For rekneark: semikolon, UTF-8 med byte-rekkjefølgjemerke, overskrifter i ord.',
    en: 'For spreadsheets: semicolon, UTF-8 with byte order mark, headings in words.',
  },
  csvw: {
    nb: 'Beskrivelse av kolonnene (CSV på nettet)',
    nn: 'Omtale av kolonnane (CSV på nettet)',
    en: 'Description of the columns (CSV on the Web)',
  },
  parquet: { nb: 'Parquet', nn: 'Parquet', en: 'Parquet' },
  parquetAbout: {
    nb: 'For analyse av mange tiltak: kolonner med typer, de samme som i CSV.',
    nn: 'For analyse av mange tiltak: kolonnar med typar, dei same som i CSV.',
    en: 'For analysis of many measures: columns with types, the same as in CSV.',
  },
  json: { nb: 'JSON', nn: 'JSON', en: 'JSON' },
  jsonAbout: {
    nb: 'Svar som koder, etter spørsmålenes id.',
    nn: 'Svar som kodar, etter id-en til spørsmåla.',
    en: 'Answers as codes, by the ids of the questions.',
  },
  jsonStat: {
    nb: 'Statistikk som JSON-stat 2.0',
    nn: 'Statistikk som JSON-stat 2.0',
    en: 'Statistics as JSON-stat 2.0',
  },
  jsonStatAbout: {
    nb: 'Tiltak etter fase. Andre tabeller får du ved å bytte variabel i adressen.',
    nn: 'Tiltak etter fase. Andre tabellar får du ved å byte variabel i adressa.',
    en: 'Measures by phase. Change the variable in the address for other tables.',
  },
  api: {
    nb: 'API for digitaliseringstiltak i staten',
    nn: 'API for digitaliseringstiltak i staten',
    en: 'API for digitalisation measures in central government',
  },
  apiAbout: {
    nb: 'Søk i registeret, tabeller og figurer. Åpent for alle, uten nøkkel.',
    nn: 'Søk i registeret, tabellar og figurar. Ope for alle, utan nøkkel.',
    en: 'Search the register, tables and figures. Open to all, without a key.',
  },
  codeLists: { nb: 'Kodelister', nn: 'Kodelister', en: 'Code lists' },
  codeListsAbout: {
    nb: 'Hva kodene i filene betyr: alle spørsmål med faste svar, avledede variabler, virksomheter og departementer. Koder som ikke er i bruk lenger, er med og merket.',
    nn: 'Kva kodane i filene tyder: alle spørsmål med faste svar, avleidde variablar, verksemder og departement. Kodar som ikkje er i bruk lenger, er med og merkte.',
    en: 'What the codes in the files mean: all questions with fixed answers, derived variables, agencies and ministries. Codes that are no longer used are there, and marked.',
  },
  turtle: { nb: 'SKOS som Turtle', nn: 'SKOS som Turtle', en: 'SKOS as Turtle' },
  jsonLd: { nb: 'SKOS som JSON-LD', nn: 'SKOS som JSON-LD', en: 'SKOS as JSON-LD' },
  rdfXml: { nb: 'SKOS som RDF/XML', nn: 'SKOS som RDF/XML', en: 'SKOS as RDF/XML' },
  usedIn: {
    nb: 'Brukt i spørreskjema {editions}, ikke senere.',
    nn: 'Brukt i spørjeskjema {editions}, ikkje seinare.',
    en: 'Used in questionnaire {editions}, not later.',
  },
  agencies: { nb: 'Statlige virksomheter', nn: 'Statlege verksemder', en: 'State agencies' },
  agenciesAbout: {
    nb: 'Organisasjonsnumre i dataene, også for virksomheter som er slått sammen eller nedlagt.',
    nn: 'Organisasjonsnummer i dataa, også for verksemder som er slått saman eller nedlagde.',
    en: 'Organisation numbers in the data, also of agencies that have merged or closed.',
  },
  ministries: { nb: 'Departementer', nn: 'Departement', en: 'Ministries' },
  ministriesAbout: {
    nb: 'Forkortelser for departementer i dataene, også dem som er slått sammen eller har fått nytt navn.',
    nn: 'Forkortingar for departement i dataa, også dei som er slått saman eller har fått nytt namn.',
    en: 'Abbreviations of ministries in the data, also of those that have merged or got another name.',
  },
  until: {
    nb: '{name} til og med {day}.',
    nn: '{name} til og med {day}.',
    en: '{name} up to and including {day}.',
  },
  rights: {
    nb: 'Norsk lisens for offentlige data (NLOD) 2.0',
    nn: 'Norsk lisens for offentlege data (NLOD) 2.0',
    en: 'Norwegian Licence for Open Government Data (NLOD) 2.0',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What people search for the data by. */
export const keywords: readonly Text[] = [
  { nb: 'digitalisering', nn: 'digitalisering', en: 'digitalisation' },
  { nb: 'digitaliseringstiltak', nn: 'digitaliseringstiltak', en: 'digitalisation measures' },
  { nb: 'IT-prosjekter', nn: 'IT-prosjekt', en: 'IT projects' },
  { nb: 'offentlig forvaltning', nn: 'offentleg forvaltning', en: 'public administration' },
];

/** A text with its values in place, in every language. */
export function filled(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const [nb = '', nn = '', en = ''] = languages.map((language) => format(text, language, values));
  return { nb, nn, en };
}
