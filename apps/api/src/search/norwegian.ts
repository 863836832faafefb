import { readFileSync } from 'node:fs';
import { stemmer } from '@orama/stemmers/norwegian';
import { wordsOf } from './fold.ts';

/**
 * Nynorsk and bokmål spell many words so differently that no stemmer joins them. Here every word is written the bokmål way,
 * both in the index and in what is searched for, so that either form finds both.
 */

interface LosTerm {
  readonly nb: string;
  readonly nn: string;
}

/** What stands inside words, compounds included: nynorsk → bokmål. Tried in order, so the longer come first. */
const parts: readonly (readonly [RegExp, string])[] = (
  [
    ['arbeidsgjevar', 'arbeidsgiver'],
    ['arbeidsgivar', 'arbeidsgiver'],
    ['arbeidsmarknad', 'arbeidsmarked'],
    ['rettleiing', 'veiledning'],
    ['vegleiing', 'veiledning'],
    ['rettleiar', 'veileder'],
    ['vegleiar', 'veileder'],
    ['handsaming', 'behandling'],
    ['handtering', 'håndtering'],
    ['utgreiing', 'utredning'],
    ['forvalting', 'forvaltning'],
    ['verksemd', 'virksomhet'],
    ['forureining', 'forurensning'],
    ['sjølvbeten', 'selvbetjen'],
    ['samanheng', 'sammenheng'],
    ['openheit', 'åpenhet'],
    ['innvandrar', 'innvandrer'],
    ['innbyggjar', 'innbygger'],
    ['rekneskap', 'regnskap'],
    ['forskings', 'forsknings'],
    ['forsking', 'forskning'],
    ['bustad', 'bolig'],
    ['stadnamn', 'stedsnavn'],
    ['eigedom', 'eiendom'],
    ['høyring', 'høring'],
    ['tryggleik', 'sikkerhet'],
    ['sikkerheit', 'sikkerhet'],
    ['avgjerd', 'avgjørelse'],
    ['styresmakt', 'myndighet'],
    ['vitskap', 'vitenskap'],
    ['førebygg', 'forebygg'],
    ['førespurnad', 'forespørsel'],
    ['oppgåve', 'oppgave'],
    ['åtvaring', 'advarsel'],
    ['kyrkje', 'kirke'],
    ['lærar', 'lærer'],
    ['eigar', 'eier'],
    ['fleire', 'flere'],
    ['naud', 'nød'],
    ['auke', 'øke'],
    ['kvardag', 'hverdag'],
    ['marknad', 'marked'],
    ['løysing', 'løsning'],
    ['tenest', 'tjenest'],
    ['tilskot', 'tilskudd'],
    ['tilbod', 'tilbud'],
    ['tilsett', 'ansatt'],
    ['opphald', 'opphold'],
    ['innhald', 'innhold'],
    ['vedlikehald', 'vedlikehold'],
    ['betening', 'betjening'],
    ['hending', 'hendelse'],
    ['brukar', 'bruker'],
    ['høgskul', 'høyskol'],
    ['høgskol', 'høyskol'],
    ['skular', 'skoler'],
    ['skule', 'skole'],
    ['einskild', 'enkelt'],
    ['køyretøy', 'kjøretøy'],
    ['førarkort', 'førerkort'],
    ['pengar', 'penger'],
    ['vaksen', 'voksen'],
    ['vaksne', 'voksne'],
    ['sjuke', 'syke'],
    ['sjuk', 'syk'],
    ['heime', 'hjemme'],
    ['heim', 'hjem'],
    ['løyve', 'tillatelse'],
    ['kjelde', 'kilde'],
    ['eining', 'enhet'],
    ['leiing', 'ledelse'],
    ['leiar', 'leder'],
    ['namn', 'navn'],
    ['hamn', 'havn'],
    ['vatn', 'vann'],
    ['noreg', 'norge'],
    ['teikn', 'tegn'],
    ['sjølv', 'selv'],
    ['saman', 'sammen'],
    ['vidare', 'videre'],
    ['byggje', 'bygge'],
    ['brot', 'brudd'],
    ['kunngjer', 'kunngjør'],
  ] as const
).map(([from, to]) => [new RegExp(from, 'g'), to] as const);

/** What stands at the start of words. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^veg(?=$|ar|en|vesen|trafikk|nett|avgift)/, 'vei'],
  [/^eigen/, 'egen'],
  [/^born(?=$|a$|e)/, 'barn'],
  [/^val(?=$|et$|a$|resultat|lokale|kamp|direktorat)/, 'valg'],
  [/^løn(?=$|s|ning)/, 'lønn'],
  [/^fram(?=tid|kom)/, 'frem'],
  [/^høg(?=$|are|re|ast|e$)/, 'høy'],
  [/^bu(?=støtt|plikt|set[jt])/, 'bo'],
];

/** Endings that the stemmer for bokmål does not know. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=døds|konkurs|felles)bu(?=$|et|a$|oppgj|skift)/, 'bo'],
  [/(?<=.{3}s)stad(?=$|en$|er$|ar$|ane$|ene$)/, 'sted'],
  [/(?<=.{3})leg(e|t|are)?$/, 'lig$1'],
  [/(?<=.{3})leik(en)?$/, 'het$1'],
  [/(?<=.{3})heit(a|er|ene)?$/, 'het$1'],
];

/**
 * Whole words from the Los vocabulary: terms with the same number of words in both languages give a pair for each word
 * that differs. A nynorsk word that is also a bokmål one says nothing and is left out, as are the shortest.
 */
function losPairs(): ReadonlyMap<string, string> {
  const file = new URL('../../../../data/los-vokabular.json', import.meta.url);
  const terms = JSON.parse(readFileSync(file, 'utf8')) as readonly LosTerm[];
  const split = terms.map(({ nb, nn }) => ({ nb: wordsOf(nb), nn: wordsOf(nn) }));
  const bokmål = new Set(split.flatMap(({ nb }) => nb));
  const pairs = new Map<string, string>();
  for (const { nb, nn } of split) {
    if (nb.length !== nn.length) continue;
    nn.forEach((word, i) => {
      const other = nb[i] as string;
      // `melding` against `bekymringsmelding` is a narrower term, not another spelling.
      const narrower = other.endsWith(word) || word.endsWith(other);
      if (word !== other && word.length > 3 && !bokmål.has(word) && !narrower && !pairs.has(word))
        pairs.set(word, other);
    });
  }
  return pairs;
}

const pairs = losPairs();

/**
 * One folded word the bokmål way; a word that is bokmål already stays as it is.
 *
 * @example
 * inBokmal('helsetenester') // → 'helsetjenester'
 */
export function inBokmal(word: string): string {
  const known = read.get(word);
  if (known !== undefined) return known;
  const form = [...beginnings, ...parts, ...endings].reduce(
    (changed, [from, to]) => changed.replace(from, to),
    pairs.get(word) ?? word,
  );
  if (read.size >= mostRead) read.clear();
  read.set(word, form);
  return form;
}

/**
 * The bokmål beginnings that an unfinished nynorsk word may be on the way to; none for words of three letters and less.
 *
 * @example
 * bokmalOfBegun('verks') // → ['virksomhet']
 */
export function bokmalOfBegun(word: string): string[] {
  if (word.length < 4) return [];
  return parts.filter(([from]) => from.source.startsWith(word)).map(([, to]) => to);
}

/** Words read before: a release has each of its words many times. */
const read = new Map<string, string>();
const mostRead = 100_000;

/** Plural and definite endings of nynorsk as bokmål has them; words that end so in bokmål too are left alone. */
const plurals: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{3})[ae]rane$/, 'erne'],
  [/(?<=.{3})[ae]rar$/, 'ere'],
  [/(?<=.{3})ane$/, 'ene'],
  [/(?<=.{3})inga(ne)?$/, 'ing'],
  [
    /(?<=.{3})(?<!sv|semin|kommen|formul|vik|bibliotek|honor|eksempl|invent|arkiv|rad|doll|janu|febru|not|avat|reserv|alt|cesar)ar$/,
    'er',
  ],
];

/** What the stemmer leaves apart: `saksbehandlerne`, `registre`, `legemidler`. */
const beforeStem: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{3})erne?s?$/, 'er'],
  [/(?<=.{3})ere[st]?$/, 'er'],
  [/(?<=mi)dle(r|ne|rne)$/, 'ddel'],
  [/heta$/, 'het'],
  [/(?<=.{2}[bdfgkpst])re(ne)?$/, 'er'],
  [/^bøker(ne)?$/, 'bok'],
];

const keys = new Map<string, string>();

/**
 * What the forms of one word have in common, bokmål or nynorsk: the stem of its bokmål form. No word to read, only to compare by.
 *
 * @example
 * keyOf('saksbehandlarane') === keyOf('saksbehandlere') // → true
 */
export function keyOf(form: string): string {
  const known = keys.get(form);
  if (known !== undefined) return known;
  const bokmal = inBokmal(form);
  const change = (word: string, rules: typeof plurals) =>
    rules.reduce((changed, [from, to]) => changed.replace(from, to), word);
  // A number is itself, and so is what is too short to have an ending.
  const isShort = bokmal.length < 4 || /\d/.test(bokmal);
  const stem = isShort ? bokmal : stemmer(stemmer(change(change(bokmal, plurals), beforeStem)));
  // Less than half of it is no stem: `intelligens` would be `intel`, as would its misspellings.
  const key = stem.length < bokmal.length / 2 ? bokmal.replace(/(?<=.{6})(en|et|er|ene)$/, '') : stem;
  if (keys.size >= mostRead) keys.clear();
  keys.set(form, key);
  return key;
}
