import type { Language, Text } from '@samblikk/questionnaire';
import { blankCode, type Filters } from '../filter.ts';
import { measuresBehind } from '../measures-behind.ts';
import type { Provenance } from '../provenance.ts';
import { share } from '../share.ts';
import type { Table } from '../table.ts';
import * as figures from './figures.ts';

/** A piece of a sentence. A number has the query that lists the measures it counts. */
export interface FindingPart {
  readonly text: string;
  readonly measures?: Filters;
  /** Where the number is from, where its round is a reconstruction. */
  readonly origin?: Provenance['n'];
}

/** What stands in a sentence for a number or a name: `{share}`, `{count}`, `{of}`, `{name}`, `{phrase}` … */
type Slots = Readonly<Record<string, FindingPart>>;
/** A sentence with slots, written in each language. */
type Sentence = readonly [template: Text, slots: (language: Language) => Slots];
/** English has “1 measure has” and “2 measures have”; Norwegian verbs are the same. */
type Phrase = Omit<Text, 'en'> & { readonly en: string | readonly [one: string, more: string] };
type Phrases = Readonly<Record<string, Phrase>>;

interface Cell {
  readonly row: string;
  readonly column: string | undefined;
  readonly name: Text;
  readonly count: number;
  readonly measures: Filters;
  /** Its place in the table. */
  readonly at: number;
}

/** Categories that say nothing of what was answered: no sentence is about them. */
const unsaid: ReadonlySet<string | undefined> = new Set([blankCode, 'other', 'withheld']);

const numbers = new Intl.NumberFormat('nb-NO');
const inWhole = (value: number): string => numbers.format(value);

/** `56 %`, in English `56%`; as the figures show it. */
function inPercent(value: number | null, language: Language): string {
  const whole = value === null ? '–' : inWhole(Math.round(value));
  return language === 'en' ? `${whole}%` : `${whole}\u00a0%`;
}

/** The cells of a table that a sentence may be about: answered, and not kept back. */
function cellsOf(table: Table): Cell[] {
  const [rows, columns] = table.dimensions;
  const width = columns?.categories.length ?? 1;
  return (rows?.categories ?? []).flatMap((row, at) =>
    (columns?.categories ?? [undefined]).flatMap((column, place) => {
      const index = at * width + place;
      const count = table.counts[index];
      if (count == null || unsaid.has(row.code) || unsaid.has(column?.code)) return [];
      const measures = measuresBehind(table, row.code, column?.code);
      return [{ row: row.code, column: column?.code, name: row.label, count, measures, at: index }];
    }),
  );
}

/** The largest cell; undefined when all are empty. */
function largest(cells: readonly Cell[]): Cell | undefined {
  const top = cells.reduce<Cell | undefined>(
    (best, cell) => (cell.count > (best?.count ?? 0) ? cell : best),
    undefined,
  );
  return top;
}

const plain = (text: string): FindingPart => ({ text });
const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase('nb') + text.slice(1);

const from = (origin: Provenance['n'] | undefined) => (origin === undefined ? {} : { origin });
const countIn = ({ provenance }: Table, { count, measures, at }: Cell): FindingPart => ({
  text: inWhole(count),
  measures,
  ...from(provenance?.counts[at]),
});

/** Of a share of the whole table: told as such, or when both numbers are. */
function shareOrigin({ provenance, unit }: Table, { at }: Cell): Provenance['n'] | undefined {
  if (!provenance || unit === 'percent') return provenance?.values[at];
  return provenance.counts[at] === 'published' ? provenance.n : 'invented';
}

function slotsOf(table: Table, cell: Cell): (language: Language) => Slots {
  const { count, measures, name } = cell;
  return (language) => ({
    count: countIn(table, cell),
    share: { text: inPercent(share(count, table.n), language), measures, ...from(shareOrigin(table, cell)) },
    of: { text: inWhole(table.n), ...from(table.provenance?.n) },
    name: plain(name[language]),
    lowerName: plain(lowered(name[language])),
    are: plain(count === 1 ? 'is' : 'are'),
  });
}

/** The largest category, by its own name. */
const byName =
  (template: Text) =>
  (table: Table): Sentence | undefined => {
    const top = largest(cellsOf(table));
    return top && [template, slotsOf(table, top)];
  };

/** The largest category, in words that a sentence can go on with; none for a code that has no words here. */
const byPhrase =
  (template: Text, ...sides: readonly Phrases[]) =>
  (table: Table): Sentence | undefined => {
    const top = largest(cellsOf(table));
    const phrases = [top?.row, top?.column].flatMap((code, side) => (code && sides[side]?.[code]) || []);
    if (!top || phrases.length < sides.length) return undefined;
    return [
      template,
      (language) => ({
        ...slotsOf(table, top)(language),
        ...Object.fromEntries(
          phrases.map((phrase, side) => [`phrase${side || ''}`, plain(say(phrase, language, top.count))]),
        ),
      }),
    ];
  };

function say(phrase: Phrase, language: Language, count: number): string {
  const text = phrase[language];
  return typeof text === 'string' ? text : text[count === 1 ? 0 : 1];
}

/** Several categories in one sentence, each count under its own code. */
const byCode =
  (template: Text) =>
  (table: Table): Sentence | undefined => {
    const cells = cellsOf(table);
    return cells.length === 0
      ? undefined
      : [template, () => Object.fromEntries(cells.map((cell) => [cell.row, countIn(table, cell)]))];
  };

const costs: Phrases = {
  under10m: { nb: 'under 10 mill. kroner', nn: 'under 10 mill. kroner', en: 'less than NOK 10 million' },
  from10to50m: { nb: '10–50 mill. kroner', nn: '10–50 mill. kroner', en: 'NOK 10–50 million' },
  from50to100m: { nb: '50–100 mill. kroner', nn: '50–100 mill. kroner', en: 'NOK 50–100 million' },
  over100m: { nb: 'over 100 mill. kroner', nn: 'over 100 mill. kroner', en: 'more than NOK 100 million' },
};
const fundings: Phrases = {
  yes: { nb: 'er finansiert', nn: 'har finansiering', en: ['is funded', 'are funded'] },
  partly: { nb: 'er delvis finansiert', nn: 'har delvis finansiering', en: ['is partly funded', 'are partly funded'] },
  no: { nb: 'mangler finansiering', nn: 'manglar finansiering', en: ['lacks funding', 'lack funding'] },
};
const phaseNames: Phrases = {
  idea: { nb: 'idéfasen', nn: 'idéfasen', en: 'the idea phase' },
  concept: { nb: 'konseptfasen', nn: 'konseptfasen', en: 'the concept phase' },
  planning: { nb: 'planleggingsfasen', nn: 'planleggingsfasen', en: 'the planning phase' },
  execution: { nb: 'gjennomføringsfasen', nn: 'gjennomføringsfasen', en: 'the execution phase' },
};
const degrees: Phrases = {
  low: { nb: 'i liten grad', nn: 'i liten grad', en: 'to a small extent' },
  some: { nb: 'i noen grad', nn: 'i nokon grad', en: 'to some extent' },
  high: { nb: 'i stor grad', nn: 'i stor grad', en: 'to a great extent' },
};

/** What each figure says, as a sentence about its numbers; by the figure’s id. */
const findings: Readonly<Record<string, (table: Table) => Sentence | undefined>> = {
  [figures.measuresPerMinistry.id]: byName({
    nb: '{name} har flest tiltak: {count} av {of}.',
    nn: '{name} har flest tiltak: {count} av {of}.',
    en: '{name} has the most measures: {count} of {of}.',
  }),
  [figures.effects.id]: byName({
    nb: 'Den vanligste forventede effekten er {lowerName}, i {share} av tiltakene.',
    nn: 'Den vanlegaste venta effekten er {lowerName}, i {share} av tiltaka.',
    en: 'The most common expected effect is {lowerName}, in {share} of the measures.',
  }),
  [figures.beneficiaries.id]: byName({
    nb: '{share} av tiltakene skal være til nytte for {lowerName}, flere enn for noen annen gruppe.',
    nn: '{share} av tiltaka skal vere til nytte for {lowerName}, fleire enn for noka anna gruppe.',
    en: '{share} of the measures are to benefit {lowerName}, more than any other group.',
  }),
  [figures.costBands.id]: byPhrase(
    {
      nb: '{share} av tiltakene med oppgitt kostnad koster {phrase}.',
      nn: '{share} av tiltaka med oppgitt kostnad kostar {phrase}.',
      en: '{share} of the measures with a stated cost amount to {phrase}.',
    },
    costs,
  ),
  [figures.funding.id]: byPhrase(
    {
      nb: '{count} av {of} tiltak {phrase}.',
      nn: '{count} av {of} tiltak {phrase}.',
      en: '{count} of {of} measures {phrase}.',
    },
    fundings,
  ),
  [figures.phases.id]: byPhrase(
    {
      nb: '{count} av {of} tiltak er i {phrase}.',
      nn: '{count} av {of} tiltak er i {phrase}.',
      en: '{count} of {of} measures {are} in {phrase}.',
    },
    phaseNames,
  ),
  [figures.phasesByFunding.id]: byPhrase(
    {
      nb: '{count} av {of} tiltak er i {phrase} og {phrase1}.',
      nn: '{count} av {of} tiltak er i {phrase} og {phrase1}.',
      en: '{count} of {of} measures {are} in {phrase} and {phrase1}.',
    },
    phaseNames,
    fundings,
  ),
  [figures.innovation.id]: byPhrase(
    {
      nb: '{share} av tiltakene er {phrase} nyskapende.',
      nn: '{share} av tiltaka er {phrase} nyskapande.',
      en: '{share} of the measures are innovative {phrase}.',
    },
    degrees,
  ),
  [figures.sharedSolutions.id]: byCode({
    nb: '{develops} tiltak skal utvikle en løsning som flere virksomheter bruker, og {reuses} skal gjenbruke en.',
    nn: '{develops} tiltak skal utvikle ei løysing som fleire verksemder bruker, og {reuses} skal gjenbruke ei.',
    en: '{develops} measures will develop a solution that several agencies use, and {reuses} will reuse one.',
  }),
  [figures.involved.id]: byName({
    nb: 'Når andre er med, er det oftest {lowerName}: {count} av {of} tiltak.',
    nn: 'Når andre er med, er det oftast {lowerName}: {count} av {of} tiltak.',
    en: 'Where others take part, they are most often {lowerName}: {count} of {of} measures.',
  }),
};

/**
 * What a figure says, as one sentence in pieces, its numbers with the query that lists what they count. The sentence is
 * about the largest category, whichever that is.
 * @returns undefined for a figure that has no sentence, or whose largest category has no words for one
 * In bokmål, of the funding of 2019: “301 av 418 tiltak er finansiert.”, where 301 has its query.
 */
export function findingOf(id: string, table: Table, language: Language): readonly FindingPart[] | undefined {
  const [template, slots] = findings[id]?.(table) ?? [];
  if (!template || !slots) return undefined;
  const known = slots(language);
  const parts = template[language].split(/\{(\w+)\}/).map((text, at) => (at % 2 === 0 ? plain(text) : known[text]));
  if (parts.includes(undefined)) return undefined;
  return (parts as FindingPart[]).filter(({ text }) => text !== '');
}
