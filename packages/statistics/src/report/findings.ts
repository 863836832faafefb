import type { Language, Text } from '@samblikk/questionnaire';
import { blankCode, type Filters } from '../filter.ts';
import { measuresBehind } from '../measures-behind.ts';
import type { Provenance } from '../provenance.ts';
import type { Table } from '../table.ts';
import { baseClause } from './bases.ts';
import * as figures from './figures.ts';
import * as financing from './financing.ts';
import { type BaseOf, type Counted, type FindingPart, type Said, sentenceOf } from './sentence.ts';

/** What stands in a sentence for a number or a name: `{share}`, `{count}`, `{name}`, `{phrase}` … */
type Slots = Readonly<Record<string, Said>>;
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

const lowered = (text: string): string => text.charAt(0).toLocaleLowerCase('nb') + text.slice(1);

const from = (origin: Provenance['n'] | undefined) => (origin === undefined ? {} : { origin });
const counted = ({ provenance }: Table, { count, measures, at }: Cell): Counted => ({
  count,
  measures,
  ...from(provenance?.counts[at]),
});

/** What every number of a table is a part of: all in it. */
const baseOf = (table: Table): BaseOf => ({
  count: table.n,
  measures: measuresBehind(table),
  ...from(table.provenance?.n),
  clause: baseClause(table),
});

/** Of a share of the whole table: told as such, or when both numbers are. */
function shareOrigin({ provenance, unit }: Table, { at }: Cell): Provenance['n'] | undefined {
  if (!provenance || unit === 'percent') return provenance?.values[at];
  return provenance.counts[at] === 'published' ? provenance.n : 'invented';
}

function slotsOf(table: Table, cell: Cell): (language: Language) => Slots {
  const { count, measures, name } = cell;
  const of = baseOf(table);
  return (language) => ({
    count: { part: counted(table, cell), of },
    share: { share: { count, measures, ...from(shareOrigin(table, cell)) }, of },
    name: { name: name[language] },
    lowerName: { name: lowered(name[language]) },
    are: { name: count === 1 ? 'is' : 'are' },
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
          phrases.map((phrase, side) => [`phrase${side || ''}`, { name: say(phrase, language, top.count) }]),
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
      : [
          template,
          () => Object.fromEntries(cells.map((cell) => [cell.row, { part: counted(table, cell), of: baseOf(table) }])),
        ];
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

const scopes: Phrases = {
  agencyInternal: {
    nb: 'involverer ingen andre',
    nn: 'involverer ingen andre',
    en: ['involves no others', 'involve no others'],
  },
  ownSector: {
    nb: 'involverer egen sektor',
    nn: 'involverer eigen sektor',
    en: ['involves its own sector', 'involve their own sector'],
  },
  otherStateSectors: {
    nb: 'involverer andre statlige sektorer',
    nn: 'involverer andre statlege sektorar',
    en: ['involves other state sectors', 'involve other state sectors'],
  },
  otherLevels: {
    nb: 'involverer kommuner eller fylkeskommuner',
    nn: 'involverer kommunar eller fylkeskommunar',
    en: ['involves municipalities or counties', 'involve municipalities or counties'],
  },
  stateSectorsAndOtherLevels: {
    nb: 'involverer både andre statlige sektorer og kommuner eller fylkeskommuner',
    nn: 'involverer både andre statlege sektorar og kommunar eller fylkeskommunar',
    en: ['involves other state sectors and other levels', 'involve other state sectors and other levels'],
  },
  notClarified: {
    nb: 'har ikke avklart om andre skal være med',
    nn: 'har ikkje avklart om andre skal vere med',
    en: ['has not clarified whether others take part', 'have not clarified whether others take part'],
  },
  unknown: {
    nb: 'vet ikke om andre skal være med',
    nn: 'veit ikkje om andre skal vere med',
    en: ['does not know whether others take part', 'do not know whether others take part'],
  },
};

/** What each figure says, as a sentence about its numbers; by the figure’s id. Its base is written out by `sentenceOf`. */
const findings: Readonly<Record<string, (table: Table) => Sentence | undefined>> = {
  [figures.measuresPerMinistry.id]: byName({
    nb: '{name} har flest tiltak: {count}.',
    nn: '{name} har flest tiltak: {count}.',
    en: '{name} has the most: {count}.',
  }),
  [figures.effects.id]: byName({
    nb: 'Den vanligste forventede effekten er {lowerName}: {share}.',
    nn: 'Den vanlegaste venta effekten er {lowerName}: {share}.',
    en: 'The most common expected effect is {lowerName}: {share}.',
  }),
  [figures.beneficiaries.id]: byName({
    nb: '{share} skal være til nytte for {lowerName}, flere enn for noen annen gruppe.',
    nn: '{share} skal vere til nytte for {lowerName}, fleire enn for noka anna gruppe.',
    en: '{share} are to benefit {lowerName}, more than any other group.',
  }),
  [figures.costBands.id]: byPhrase(
    { nb: '{share} koster {phrase}.', nn: '{share} kostar {phrase}.', en: '{share} cost {phrase}.' },
    costs,
  ),
  [figures.funding.id]: byPhrase(
    { nb: '{count} {phrase}.', nn: '{count} {phrase}.', en: '{count} {phrase}.' },
    fundings,
  ),
  [figures.phases.id]: byPhrase(
    { nb: '{count} er i {phrase}.', nn: '{count} er i {phrase}.', en: '{count} {are} in {phrase}.' },
    phaseNames,
  ),
  [figures.phasesByFunding.id]: byPhrase(
    {
      nb: '{count} er i {phrase} og {phrase1}.',
      nn: '{count} er i {phrase} og {phrase1}.',
      en: '{count} {are} in {phrase} and {phrase1}.',
    },
    phaseNames,
    fundings,
  ),
  [figures.innovation.id]: byPhrase(
    {
      nb: '{share} er {phrase} nyskapende.',
      nn: '{share} er {phrase} nyskapande.',
      en: '{share} are innovative {phrase}.',
    },
    degrees,
  ),
  [figures.sharedSolutions.id]: byCode({
    nb: '{develops} skal utvikle en løsning som flere virksomheter bruker, og {reuses} skal gjenbruke en.',
    nn: '{develops} skal utvikle ei løysing som fleire verksemder bruker, og {reuses} skal gjenbruke ei.',
    en: '{develops} will develop a solution that several agencies use, and {reuses} will reuse one.',
  }),
  [figures.involved.id]: byName({
    nb: 'Når andre er med, er det oftest {lowerName}: {count}.',
    nn: 'Når andre er med, er det oftast {lowerName}: {count}.',
    en: 'Where others take part, they are most often {lowerName}: {count}.',
  }),
  [financing.unfunded.id]: byPhrase(
    {
      nb: '{count} er i {phrase} og {phrase1}.',
      nn: '{count} er i {phrase} og {phrase1}.',
      en: '{count} {are} in {phrase} and {phrase1}.',
    },
    phaseNames,
    scopes,
  ),
  [financing.crossCuttingFunding.id]: byPhrase(
    { nb: '{share} {phrase}.', nn: '{share} {phrase}.', en: '{share} {phrase}.' },
    fundings,
  ),
  [financing.fundingSources.id]: byName({
    nb: 'Den vanligste kilden er {lowerName}: {share}.',
    nn: 'Den vanlegaste kjelda er {lowerName}: {share}.',
    en: 'The most common source is {lowerName}: {share}.',
  }),
  [financing.costSharing.id]: byName({
    nb: 'Det vanligste er {lowerName}: {share}.',
    nn: 'Det vanlegaste er {lowerName}: {share}.',
    en: 'Most common is {lowerName}: {share}.',
  }),
};

/**
 * What a figure says, as one sentence in pieces, its numbers with the query that lists what they count. The sentence is
 * about the largest category, whichever that is, and names what it is a part of by number and words.
 * @returns undefined for a figure that has no sentence, or whose largest category has no words for one
 * In bokmål, of the cost of 2019: “56 prosent av de 317 tiltakene som har oppgitt kostnadsramme, koster under 10 mill. kroner.”
 */
export function findingOf(id: string, table: Table, language: Language): readonly FindingPart[] | undefined {
  const [template, slots] = findings[id]?.(table) ?? [];
  return template && slots ? sentenceOf(template, language, slots(language)) : undefined;
}
