import { type Language, languages, type Text } from '@samblikk/text';

/** What replies in the manner of PxWebApi 2 say in words. */
export const words = {
  contents: { nb: 'statistikkvariabel', nn: 'statistikkvariabel', en: 'contents' },
  year: { nb: 'år', nn: 'år', en: 'year' },
  source: {
    nb: 'Samblikk, Digitaliseringsdirektoratet',
    nn: 'Samblikk, Digitaliseringsdirektoratet',
    en: 'Samblikk, Norwegian Digitalisation Agency',
  },
  survey: {
    nb: 'Digitaliseringstiltak i staten',
    nn: 'Digitaliseringstiltak i staten',
    en: 'Digitalisation measures in central government',
  },
  everyValue: { nb: 'alle verdier', nn: 'alle verdiar', en: 'all values' },
  publisher: {
    nb: 'Digitaliseringsdirektoratet',
    nn: 'Digitaliseringsdirektoratet',
    en: 'Norwegian Digitalisation Agency',
  },
  description: {
    nb: 'Svar fra statlige virksomheter i den årlige undersøkelsen av digitaliseringstiltak.',
    nn: 'Svar frå statlege verksemder i den årlege undersøkinga av digitaliseringstiltak.',
    en: 'Answers from state agencies in the yearly survey of digitalisation measures.',
  },
  noCategory: {
    nb: '«.» betyr at det ikke finnes noe slikt tall: kategorien var ikke med det året, eller det er ingen tiltak å regne andelen av.',
    nn: '«.» tyder at det ikkje finst noko slikt tal: kategorien var ikkje med det året, eller det er ingen tiltak å rekne delen av.',
    en: '“.” means that there is no such number: the category was not there that year, or there are no measures to take the share of.',
  },
  explanation: { nb: 'Forklaring', nn: 'Forklaring', en: 'Explanation' },
  table: { nb: 'Tabell', nn: 'Tabell', en: 'Table' },
  address: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
  license: { nb: 'Lisens', nn: 'Lisens', en: 'Licence' },
} satisfies Record<string, Text>;

const inAll = (say: (language: Language) => string): Text =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Text;

const by: Text = { nb: 'Tiltak etter', nn: 'Tiltak etter', en: 'Measures by' };
const and: Text = { nb: 'og', nn: 'og', en: 'and' };

/** What a table by these variables is called: `Tiltak etter: Fase og Departement`. */
export function tableBy(labels: readonly Text[]): Text {
  return inAll((language) => `${by[language]}: ${labels.map((label) => label[language]).join(` ${and[language]} `)}`);
}

/** Where the numbers of a year are from, and how many measures they are of. */
export const fromRelease = ({ year, name, n }: { year: number; name: string; n: number }): Text => ({
  nb: `${year}: utgave ${name}, n = ${n} tiltak.`,
  nn: `${year}: utgåve ${name}, n = ${n} tiltak.`,
  en: `${year}: release ${name}, n = ${n} measures.`,
});
