import { indicatorNames } from '@samblikk/financing';
import { format, type Language, type Text } from '@samblikk/questionnaire';
import { choicesOf, columns, kinds, type LineKind } from './lines.ts';
import type { Fault } from './read-lines.ts';

const texts: Record<Fault['code'], Text> = {
  noHeading: {
    nb: 'Listen mangler kolonneoverskrifter. Første linje må ha {columns}.',
    nn: 'Lista manglar kolonneoverskrifter. Første linje må ha {columns}.',
    en: 'The list lacks headings. The first line must have {columns}.',
  },
  tooManyLines: {
    nb: 'Listen kan ha høyst {most} linjer.',
    nn: 'Lista kan ha høgst {most} linjer.',
    en: 'The list can have at most {most} lines.',
  },
  unknownKind: {
    nb: '«{kind}» er ikke noe listen kan ha. Velg mellom {choices}.',
    nn: '«{kind}» er ikkje noko lista kan ha. Vel mellom {choices}.',
    en: '“{kind}” is nothing the list can have. Choose among {choices}.',
  },
  unknownItem: {
    nb: '«{item}» finnes ikke. Velg mellom {choices}.',
    nn: '«{item}» finst ikkje. Vel mellom {choices}.',
    en: 'There is no “{item}”. Choose among {choices}.',
  },
  noProduct: {
    nb: 'Skriv hvilket produkt linjen gjelder.',
    nn: 'Skriv kva produkt linja gjeld.',
    en: 'Write which product the line is about.',
  },
  noOwner: {
    nb: 'Skriv hvilken tjenesteeier bruken gjelder.',
    nn: 'Skriv kva tenesteeigar bruken gjeld.',
    en: 'Write which service owner uses it.',
  },
  noYear: { nb: 'Skriv hvilket år tallet er for.', nn: 'Skriv kva år talet er for.', en: 'Write the year.' },
  badYear: {
    nb: 'Året må være fire sifre, for eksempel 2025.',
    nn: 'Året må vere fire siffer, til dømes 2025.',
    en: 'The year must be four digits, for example 2025.',
  },
  badNumber: {
    nb: '«{number}» er ikke et helt tall fra 0 til 100 milliarder.',
    nn: '«{number}» er ikkje eit heilt tal frå 0 til 100 milliardar.',
    en: '“{number}” is no whole number from 0 to 100 billion.',
  },
  badPercent: {
    nb: 'Prosenten er utenfor det som er mulig her.',
    nn: 'Prosenten er utanfor det som er mogleg her.',
    en: 'The percentage is outside what is possible here.',
  },
  twice: {
    nb: 'Det samme tallet står to ganger.',
    nn: 'Det same talet står to gonger.',
    en: 'The same number is there twice.',
  },
  noCosts: { nb: 'Listen har ingen kostnader.', nn: 'Lista har ingen kostnader.', en: 'The list has no costs.' },
  noUse: {
    nb: 'Listen sier ikke hvem som bruker produktene. Skriv en linje med bruk for hver tjenesteeier.',
    nn: 'Lista seier ikkje kven som bruker produkta. Skriv ei linje med bruk for kvar tenesteeigar.',
    en: 'The list does not say who uses the products. Write a line with use for each service owner.',
  },
  'too-many-products': {
    nb: 'Listen kan ha høyst {most} produkter.',
    nn: 'Lista kan ha høgst {most} produkt.',
    en: 'The list can have at most {most} products.',
  },
  'too-many-owners': {
    nb: 'Listen kan ha høyst {most} tjenesteeiere.',
    nn: 'Lista kan ha høgst {most} tenesteeigarar.',
    en: 'The list can have at most {most} service owners.',
  },
  'too-many-years': {
    nb: 'Listen kan ha høyst {most} år.',
    nn: 'Lista kan ha høgst {most} år.',
    en: 'The list can have at most {most} years.',
  },
  'too-many-steps': {
    nb: '{product}: et produkt kan ha høyst {most} trinn.',
    nn: '{product}: eit produkt kan ha høgst {most} trinn.',
    en: '{product}: a product can have at most {most} steps.',
  },
  usesDiffer: {
    nb: '{product}: listen sier {told} for {indicator}, men bruken gir {found}.',
    nn: '{product}: lista seier {told} for {indicator}, men bruken gir {found}.',
    en: '{product}: the list says {told} for {indicator}, but the use adds up to {found}.',
  },
  stepsBegin: {
    nb: '{product}: det første trinnet må begynne på 1.',
    nn: '{product}: det første trinnet må begynne på 1.',
    en: '{product}: the first step must begin at 1.',
  },
};

const inRow: Text = { nb: 'Rad {row}: {text}', nn: 'Rad {row}: {text}', en: 'Row {row}: {text}' };
const listOf = (names: readonly Text[], language: Language) => names.map((name) => name[language]).join(', ');

/** A fault in words, with its row, and what there is to choose from. */
export function faultInWords({ row, code, params = {} }: Fault, language: Language): string {
  const { kind, indicator } = params;
  const text = format(texts[code], language, {
    ...params,
    ...(indicator !== undefined && {
      indicator: indicatorNames[indicator as keyof typeof indicatorNames][language].toLowerCase(),
    }),
    columns: listOf(Object.values(columns), language),
    choices: code === 'unknownItem' ? choicesOf(kind as LineKind, language) : listOf(Object.values(kinds), language),
  });
  return row === undefined ? text : format(inRow, language, { row: String(row), text });
}
