import {
  type AnswerState,
  type Answers,
  type Condition,
  type Edition,
  kindOf,
  type Question,
  questionsOf,
  type Text,
  walk,
} from '@samblikk/questionnaire';
import type { Dataset } from '../dataset.ts';
import { blankCode, type Filters, statedCode, withheldCode } from '../filter.ts';
import { measuresBehind } from '../measures-behind.ts';
import { notes } from '../notes.ts';
import { share } from '../share.ts';
import { tableOf } from '../table.ts';
import { type Grid, type GridColumn, type GridRow, inPercent, inWhole, number } from './grid.ts';
import { type States, statesOf } from './states.ts';

/** The questions that a measure is asked and whose answers may be public: not those known beforehand, nor the closed ones. */
export function openQuestions(edition: Edition): readonly Question[] {
  return questionsOf(edition).filter(({ known, closed }) => !known && !closed);
}

/** A measure as the public may read it, and the questions whose answers are kept back. */
export interface OpenRow {
  readonly answers: Answers;
  readonly hidden: readonly string[];
}

/**
 * Counts the states of answers that no table counts by (texts, dates) over the measures that are public, one by one, so that no
 * more than the counts need be held in memory. Those withheld whole are told beforehand.
 */
export class StatesCounter {
  readonly #edition: Edition;
  readonly #counts: ReadonlyMap<string, Record<AnswerState | 'withheld', number>>;

  /** @param withheld measures that are withheld whole */
  constructor(edition: Edition, questions: readonly string[], withheld: number) {
    this.#edition = edition;
    this.#counts = new Map(questions.map((id) => [id, { answered: 0, blank: 0, notAsked: 0, withheld }]));
  }

  add({ answers, hidden }: OpenRow): void {
    const { asked, answered } = walk(this.#edition, answers);
    for (const [id, counts] of this.#counts) {
      const state = !asked.has(id) ? 'notAsked' : answered[id] === undefined ? 'blank' : 'answered';
      counts[hidden.includes(id) ? 'withheld' : state] += 1;
    }
  }

  states(): ReadonlyMap<string, States> {
    return new Map([...this.#counts].map(([id, one]) => [id, { ...one, asked: one.answered + one.blank }]));
  }
}

/** What the states of a round's answers are counted from. */
export interface Counted {
  readonly edition: Edition;
  /** All measures, to be counted by these variables: `LoadedRelease.countedBy`. */
  countedBy(variables: readonly string[]): Dataset;
  /** The public measures only: `LoadedRelease.open`. */
  readonly open: Dataset;
  /** What no measure withheld whole is counted by: `LoadedRelease.unanimous`. */
  readonly unanimous: ReadonlySet<string>;
  /** Of the questions that are no variable. */
  readonly texts: ReadonlyMap<string, States>;
}

/** The states of every open question of an edition that they are known of, in the order of the form. */
export function statesByQuestion(counted: Counted): ReadonlyMap<string, States> {
  const { edition, countedBy, texts } = counted;
  const { columns } = countedBy([]);
  return new Map(
    openQuestions(edition).flatMap(({ id }): [string, States][] => {
      const states = columns.get(id)?.numbers
        ? statesOfAmount(counted, id)
        : columns.has(id)
          ? statesOf(countedBy([id]), id)
          : texts.get(id);
      return states ? [[id, states]] : [];
    }),
  );
}

/**
 * The states of an amount. That an amount is stated is told as any other answer, also of measures withheld whole that are told
 * together; only how large it is, is not. It is unknown where it is exempt in a measure that is public, and where the measure
 * is not told together with others, or where all of those agree on it.
 */
function statesOfAmount({ edition, countedBy, open, unanimous }: Counted, id: string): States {
  const states = statesOf(countedBy([id]), id);
  if (unanimous.has(id)) return states;
  const { answered, blank, notAsked, withheld } = states;
  const { question } = edition.publication;
  const unknown = statesOf(open, id).withheld + statesOf(countedBy([question]), question).withheld;
  const stated = answered + Math.max(0, withheld - unknown);
  return { asked: stated + blank, answered: stated, blank, notAsked, withheld: Math.min(withheld, unknown) };
}

const columns: readonly GridColumn[] = [
  { code: 'asked', label: { nb: 'Fikk spørsmålet', nn: 'Fekk spørsmålet', en: 'Were asked' }, unit: 'measures' },
  { code: 'answered', label: { nb: 'Med svar', nn: 'Med svar', en: 'Answered' }, unit: 'measures' },
  { code: 'blank', label: { nb: 'Uten svar', nn: 'Utan svar', en: 'Blank' }, unit: 'measures' },
  {
    code: 'share',
    label: {
      nb: 'Uten svar, av dem som fikk spørsmålet',
      nn: 'Utan svar, av dei som fekk spørsmålet',
      en: 'Blank, of those asked',
    },
    unit: 'percent',
  },
  {
    code: 'notAsked',
    label: { nb: 'Fikk ikke spørsmålet', nn: 'Fekk ikkje spørsmålet', en: 'Were not asked' },
    unit: 'measures',
  },
  {
    code: 'withheld',
    label: { nb: 'Unntatt offentlighet', nn: 'Unnateke offentlegheit', en: 'Exempt from publication' },
    unit: 'measures',
  },
];

/** The lists behind the states of a variable: of those that the register can list. */
function listsOf(question: Question, dataset: Dataset, of: States): Partial<Record<keyof States, Filters>> {
  const { id } = question;
  const column = dataset.columns.get(id);
  if (!column) return {};
  const codes = column.numbers
    ? [statedCode]
    : column.variable.options?.map(({ code }) => code).filter((code) => code !== withheldCode);
  const kept = column.categories.some(({ code }) => code === withheldCode);
  return {
    blank: { [id]: [blankCode] },
    // A list of those that state an amount has only the amounts that are public.
    ...(codes &&
      (!column.numbers || statesOf(dataset, id).answered === of.answered) && {
        answered: { [id]: codes },
        asked: { [id]: [...codes, blankCode] },
      }),
    ...(kept && { withheld: { [id]: [withheldCode] } }),
  };
}

/** The round that blanks are held against: what share was blank of those asked, where the two may be compared. */
export interface BlanksBefore {
  readonly year: number;
  shareOf(question: string): number | null;
}

/**
 * Blanks per question: how many measures were asked it, and of those how many left it blank.
 *
 * Method: item nonresponse rate, blank ÷ asked; a question that was not asked is in neither. Numbers of what is exempt are
 * kept apart, since it is not told whether it was asked.
 */
export function blanksByQuestion(counted: Counted, n: number, before?: BlanksBefore): Grid {
  const { edition, countedBy } = counted;
  const states = statesByQuestion(counted);
  const rows = edition.sections.flatMap(({ title, questions }) =>
    questions.flatMap((question): GridRow[] => {
      const of = states.get(question.id);
      if (!of) return [];
      const lists = listsOf(question, countedBy([question.id]), of);
      const listed = (name: keyof States) => number(of[name], of[name] > 0 ? lists[name] : undefined);
      return [
        {
          code: question.id,
          label: question.name ?? question.label,
          group: title,
          cells: [
            ...[listed('asked'), listed('answered'), listed('blank'), number(share(of.blank, of.asked))],
            ...[listed('notAsked'), listed('withheld')],
            ...(before ? [number(before.shareOf(question.id))] : []),
          ],
        },
      ];
    }),
  );
  return {
    id: 'blanks',
    title: { nb: 'Ubesvarte spørsmål', nn: 'Spørsmål utan svar', en: 'Questions left blank' },
    finding: blanksFinding(edition, states),
    rowLabel: { nb: 'Spørsmål', nn: 'Spørsmål', en: 'Question' },
    columns: [...columns, ...(before ? [beforeColumn(before.year)] : [])],
    rows,
    notes: [
      {
        nb: `Tallene er tiltak, av ${inWhole(n)} i alt. Et spørsmål som ikke ble stilt, er ikke ubesvart.`,
        nn: `Tala er tiltak, av ${inWhole(n)} i alt. Eit spørsmål som ikkje vart stilt, er ikkje utan svar.`,
        en: `The numbers are measures, of ${inWhole(n)} in all. A question that was not asked is not left blank.`,
      },
      {
        nb: 'Kontaktopplysninger og kommentarer er aldri offentlige, og telles ikke her.',
        nn: 'Kontaktopplysningar og kommentarar er aldri offentlege, og blir ikkje talde her.',
        en: 'Contact details and comments are never public, and are not counted here.',
      },
      {
        nb: 'Av det som er unntatt offentlighet, fortelles ikke om spørsmålet ble stilt eller besvart. Det er i ingen av de andre tallene.',
        nn: 'Av det som er unnateke offentlegheit, blir det ikkje fortalt om spørsmålet vart stilt eller fekk svar. Det er i ingen av dei andre tala.',
        en: 'Of what is exempt from publication it is not told whether the question was asked or answered. It is in none of the other numbers.',
      },
    ],
  };
}

const beforeColumn = (year: number): GridColumn => ({
  code: 'before',
  label: {
    nb: `Uten svar i ${year}, der det kan sammenlignes`,
    nn: `Utan svar i ${year}, der det kan samanliknast`,
    en: `Blank in ${year}, where comparable`,
  },
  unit: 'percent',
});

function blanksFinding(edition: Edition, states: ReadonlyMap<string, States>): Text {
  const worst = openQuestions(edition)
    .flatMap((question) => {
      const of = states.get(question.id);
      return of && of.blank > 0 ? [{ question, of }] : [];
    })
    .sort((a, b) => b.of.blank - a.of.blank)[0];
  if (!worst)
    return {
      nb: 'Ingen spørsmål som ble stilt, er uten svar.',
      nn: 'Ingen spørsmål som vart stilte, er utan svar.',
      en: 'No question that was asked was left blank.',
    };
  const { question, of } = worst;
  const name = question.name ?? question.label;
  const [blank, asked, percent] = [inWhole(of.blank), inWhole(of.asked), inPercent(share(of.blank, of.asked))];
  return {
    nb: `Flest mangler svar på «${name.nb}»: ${blank} av ${asked} tiltak som fikk spørsmålet (${percent.nb}).`,
    nn: `Flest manglar svar på «${name.nn}»: ${blank} av ${asked} tiltak som fekk spørsmålet (${percent.nn}).`,
    en: `Most often blank is “${name.en}”: ${blank} of the ${asked} measures asked (${percent.en}).`,
  };
}

/** Whether a condition asks for another answer to be blank, and which. */
function blanksRead(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(blanksRead);
  return 'blank' in condition && condition.blank ? [condition.question] : [];
}

/** A question about why another is blank: one with categories, asked only when the other has no answer. */
export interface BlankReason {
  /** The question that is blank. */
  readonly of: string;
  /** The one that asks why. */
  readonly by: Question;
}

/** The questions of an edition that ask why another was left blank, as its branching has them. */
export function reasonsForBlank(edition: Edition): readonly BlankReason[] {
  return openQuestions(edition).flatMap((by) =>
    by.showIf && kindOf(by).categories(by) ? blanksRead(by.showIf).map((of) => ({ of, by })) : [],
  );
}

/** Why a question was left blank: the reasons given, each of those who were asked why. */
export function blankReasons(
  { edition, countedBy }: Pick<Counted, 'edition' | 'countedBy'>,
  { of, by }: BlankReason,
): Grid {
  const table = tableOf(countedBy([by.id]), { rows: by.id, base: 'asked' });
  const blank = questionsOf(edition).find(({ id }) => id === of);
  const name = blank?.name ?? blank?.label ?? by.label;
  const [rows] = table.dimensions;
  const counts = (rows?.categories ?? []).map((category, at) => ({ ...category, count: table.counts[at] ?? 0 }));
  // Of what is kept back it is not told whether it was asked, nor that anything is missing.
  const told = counts.filter(({ code }) => code !== withheldCode);
  const all = told.reduce((sum, { count }) => sum + count, 0);
  const given = told.reduce((sum, { code, count }) => sum + (code === blankCode ? 0 : count), 0);
  const kept = table.n - all;
  const [n, asked] = [inWhole(given), inWhole(all)];
  return {
    id: `reasons-${by.id}`,
    title: {
      nb: `Hvorfor «${name.nb}» mangler`,
      nn: `Kvifor «${name.nn}» manglar`,
      en: `Why “${name.en}” is missing`,
    },
    finding: {
      nb: `${n} av ${asked} tiltak som mangler «${name.nb}», sier hvorfor.`,
      nn: `${n} av ${asked} tiltak som manglar «${name.nn}», seier kvifor.`,
      en: `${n} of the ${asked} measures without “${name.en}” say why.`,
    },
    rowLabel: by.name ?? by.label,
    columns: [
      { code: 'measures', label: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' }, unit: 'measures' },
      {
        code: 'share',
        label: { nb: 'Andel av dem som ble spurt', nn: 'Del av dei som vart spurde', en: 'Share of those asked' },
        unit: 'percent',
      },
    ],
    rows: told.map(({ code, label, count }) => ({
      code,
      label,
      cells: [number(count, count > 0 ? measuresBehind(table, code) : undefined), number(share(count, all))],
    })),
    total: {
      code: 'total',
      label: { nb: 'Alle som ble spurt', nn: 'Alle som vart spurde', en: 'All that were asked' },
      cells: [
        number(all, all > 0 ? { [by.id]: told.map(({ code }) => code) } : undefined),
        number(all > 0 ? 100 : null),
      ],
    },
    notes: kept > 0 ? [notes.withheldLeftOut(kept)] : [],
  };
}
