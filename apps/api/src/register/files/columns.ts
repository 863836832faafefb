import { findQuestion, kindOf, type Language, type Question, releaseName } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import type { PublicMeasure } from '../rows.ts';
import { answerText, codesAt, ownerOf, publicQuestions } from '../show.ts';
import type { Listing } from './listing.ts';
import { headings } from './words.ts';

export type Cell = string | number | boolean | null;

/** One column of every file that has columns: for programs by its name, for people by its heading. */
export interface Column {
  readonly name: string;
  readonly heading: string;
  /** The question’s or variable’s own words, for the explanation. */
  readonly about: string;
  readonly type: 'text' | 'number' | 'boolean' | 'day';
  /** The code list that cells are from; undefined where they are no codes of a closed list. */
  readonly list?: string | undefined;
  /** There may be several values in a cell, with `|` between. */
  readonly several?: boolean | undefined;
  cell(measure: PublicMeasure): Cell;
}

/** Which public questions a measure keeps back. */
export const withheldOf = ({ hidden, part }: PublicMeasure): string[] =>
  publicQuestions(part.edition).flatMap(({ id }) => (hidden.includes(id) ? [id] : []));

/** What is counted and filtered by, and is no answer: derived variables and facts about the agency. */
export const derivedIn = ({
  part,
}: Pick<PublicMeasure, 'part'>): { id: string; label: Record<Language, string>; several: boolean }[] =>
  [...part.open.columns.values()].flatMap(({ variable }) => (variable.source === 'question' ? [] : [variable]));

/** Whether cells hold codes that a person reads as words. */
export function isCoded(question: Question): boolean {
  const { choices, named } = kindOf(question);
  return named === true || choices(question).length > 0;
}

/**
 * The columns of a listing: those of all its editions, the newest edition’s first, each once. Codes in one column, their texts
 * in the next.
 * @param people whether people read them: a moment is then its day in Norway, and to the second for programs
 */
export function columnsOf({ parts, language, source, site }: Listing, people = false): Column[] {
  const columns = new Map<string, Column>();
  const words = headings[language];
  const add = (name: string, heading: string, about: string, cell: Column['cell'], more: Partial<Column> = {}) => {
    if (!columns.has(name)) columns.set(name, { name, heading, about, type: 'text', cell, ...more });
  };
  const fact = (name: keyof typeof words, cell: Column['cell'], more?: Partial<Column>) =>
    add(name, words[name][0], words[name][1], cell, more);
  const coded = (
    [id, label, about]: readonly [string, string, string],
    code: Column['cell'],
    text: Column['cell'],
    more: Partial<Column>,
  ) => {
    add(id, `${label} (${words.code[0]})`, about, code, more);
    add(`${id}_label`, label, about, text);
  };

  fact('number', ({ number }) => number);
  fact('year', ({ part }) => part.release.year, { type: 'number' });
  fact('agency', ({ agency }) => agency, { list: 'agencies' });
  fact('agencyName', (measure) => ownerOf(measure, language).agency.label);
  fact('ministry', ({ ministry }) => ministry, { list: 'ministries' });
  fact('ministryName', (measure) => ownerOf(measure, language).ministry.label);
  for (const part of parts) {
    for (const question of publicQuestions(part.edition)) {
      const { unit, days, several, columns: names, categories } = kindOf(question);
      const [label, about] = [(question.name ?? question.label)[language], question.label[language]];
      const type = unit ? 'number' : days ? 'day' : 'text';
      if (isCoded(question))
        coded(
          [question.id, label, about],
          cellOf(question.id, 0),
          (measure) => answerText(measure, question.id, language),
          { several, list: categories(question) && question.id },
        );
      else
        for (const [at, name] of names(question).entries())
          add(name, label, about, cellOf(question.id, at), { type, several });
    }
    for (const { id, label, several } of derivedIn({ part })) {
      const said = (which: 'code' | 'label') => (measure: PublicMeasure) =>
        codesAt(measure.part, id, measure.place, language)
          .map((one) => one[which])
          .join('|') || null;
      coded([id, label[language], label[language]], said('code'), said('label'), { several, list: id });
    }
  }
  fact('withheld', (measure) => withheldOf(measure).join('|') || null, { several: true });
  fact('corrected', ({ corrected }) => corrected.join('|') || null, { several: true });
  fact('late', ({ late }) => late, { type: 'boolean' });
  if (parts.some(({ release }) => release.notice))
    fact('notice', ({ part }) => part.release.notice?.[language] ?? null);
  fact('release', ({ part }) => releaseName(part.release));
  fact('dataAsOf', ({ part: { release } }) => (people ? osloDay : inIso)(release.dataAsOf));
  fact('address', (measure) => addressOf(site, measure));
  fact('source', () => source);
  return [...columns.values()];
}

const inIso = (moment: Date): string => moment.toISOString();

/** Where people read about a measure, as it was in the round. */
export const addressOf = (site: string, { number, part }: PublicMeasure): string =>
  `${site}/tiltak/${number}?round=${part.release.year}`;

/** One of the cells of an answer; amounts are numbers. */
const cellOf =
  (id: string, at: number) =>
  ({ part, answers }: PublicMeasure): Cell => {
    const question = findQuestion(part.edition, id);
    const answer = answers[id];
    if (!question || answer === undefined) return null;
    return typeof answer === 'number' ? answer : kindOf(question).cells(question, answer)[at] || null;
  };
