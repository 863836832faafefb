import { type Edition, findQuestion, type Question } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import {
  type Candidate,
  type ColumnGuess,
  type ColumnTarget,
  candidatesOf,
  likeContent,
  likeQuestion,
  questionsToFill,
} from './match-candidates.ts';
import { isBlankCell, type ListColumn } from './match-cells.ts';
import { aboutSomethingElse } from './match-foreign.ts';
import { plain } from './match-text.ts';
import { guessUnit } from './match-units.ts';
import { tellingCells } from './match-values.ts';

/**
 * Guesses what each column of a list holds. The surest guesses are taken first, and a question gets one column
 * (or several columns to tick).
 */
export function guessColumns(
  edition: Edition,
  columns: readonly ListColumn[],
  remembered: ReadonlyMap<string, ColumnTarget> = new Map(),
): ColumnGuess[] {
  return guessFrom(
    edition,
    columns,
    columns.map((column, at) => candidatesOf(edition, column, at, remembered)),
  );
}

/** The guess, from what each column might hold. @param above the lines above the headings, which may say the unit of amounts */
export function guessFrom(
  edition: Edition,
  columns: readonly ListColumn[],
  candidates: readonly (readonly Candidate[])[],
  above: readonly string[] = [],
): ColumnGuess[] {
  const taken = choose(candidates.flat());
  addByRole(edition, columns, taken);
  return columns.map((column, at) => {
    const found = taken.get(at);
    if (!found) return { target: { as: 'nothing' }, how: 'none', confidence: 0 };
    const unit = unitOf(edition, found.target, column, above);
    return { ...unit, how: found.how, confidence: Math.min(1, Math.round(found.score * 100) / 100) };
  });
}

/** A column is what it fits best; what it fits less well by more than this it is not, also where the best is taken. */
const nearlyAsWell = 0.1;

/** Takes candidates from the surest down. Two questions that fit equally well, by content alone, are no guess at all. */
function choose(candidates: readonly Candidate[]): Map<number, Candidate> {
  const taken = new Map<number, Candidate>();
  const free = (candidate: Candidate) =>
    !taken.has(candidate.column) && ![...taken.values()].some(({ target }) => clash(target, candidate.target));
  const best = new Map<number, number>();
  for (const { column, score } of candidates) best.set(column, Math.max(score, best.get(column) ?? 0));
  const sorted = candidates
    .filter(({ column, score }) => score >= (best.get(column) ?? 0) - nearlyAsWell)
    .toSorted((a, b) => b.score - a.score);
  for (const candidate of sorted) {
    if (!free(candidate)) continue;
    const rivals = sorted.filter((other) => other.column === candidate.column && other.score > candidate.score - 0.02);
    const open = rivals.filter(free);
    const chosen =
      candidate.target.as === 'option'
        ? open.length === 1
          ? candidate
          : (open.find((rival) => besideItsLike(rival, taken)) ?? candidate)
        : // Also where only one of them is left: three days that could be anything are no day in particular.
          candidate.how === 'content' && rivals.length > 1
          ? undefined
          : candidate;
    if (chosen) taken.set(chosen.column, chosen);
  }
  return taken;
}

/** Two columns cannot both be the same thing; a question is either one column, or columns to tick. */
function clash(one: ColumnTarget, other: ColumnTarget): boolean {
  if (one.as === 'nothing' || other.as === 'nothing') return false;
  if (!('question' in one) || !('question' in other)) return one.as === other.as;
  if (one.question !== other.question) return false;
  return one.as === 'answer' || other.as === 'answer' || one.option === other.option;
}

/** Whether the column next to it ticks a category of the same question. */
function besideItsLike({ column, target }: Candidate, taken: ReadonlyMap<number, Candidate>): boolean {
  return [column - 1, column + 1].some((side) => {
    const neighbour = taken.get(side)?.target;
    return neighbour?.as === 'option' && 'question' in target && neighbour.question === target.question;
  });
}

/** A list has a name and most often a description, whatever they are called. */
function addByRole(edition: Edition, columns: readonly ListColumn[], taken: Map<number, Candidate>): void {
  const has = (question: string) =>
    [...taken.values()].some(({ target }) => 'question' in target && target.question === question);
  const telling = questionsToFill(edition).filter((question) => tellingCells(question) === 1);
  const texts = columns.flatMap((list, column) => {
    const { cells } = list;
    const filled = cells.filter(
      (cell) => typeof cell === 'string' && !isBlankCell(cell) && /\p{L}{3}/u.test(cell),
    ) as string[];
    const share = filled.length / Math.max(1, cells.filter((cell) => !isBlankCell(cell)).length);
    if (taken.has(column) || filled.length === 0 || share < 0.9) return [];
    const length = filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length;
    return [
      { list, column, length, distinct: new Set(filled).size / filled.length, filled: filled.length / cells.length },
    ];
  });
  // What has the heading or the answers of another question is no name. Looked at last, since it costs the most.
  const fits = (id: string, { heading, cells }: ListColumn): boolean => {
    const question = findQuestion(edition, id);
    const named = heading.replace(/\b20\d{2}\b/g, ' ');
    const other = (one: Question) =>
      likeContent(edition, one, cells) > 0.5 || (plain(named) !== '' && likeQuestion(named, one) >= 0.6);
    return question !== undefined && !aboutSomethingElse(edition, question, heading) && !telling.some(other);
  };
  const take = (question: string, found: { column: number } | undefined) => {
    if (!found || has(question)) return;
    taken.set(found.column, { column: found.column, target: { as: 'answer', question }, how: 'content', score: 0.4 });
    texts.splice(
      texts.findIndex(({ column }) => column === found.column),
      1,
    );
  };
  take(
    edition.roles.title,
    texts.find(
      ({ length, distinct, filled, list }) =>
        length >= 4 && length <= 120 && distinct > 0.95 && filled > 0.8 && fits(edition.roles.title, list),
    ),
  );
  take(
    edition.roles.summary,
    texts
      .filter(({ length }) => length > 60)
      .toSorted((a, b) => b.length - a.length)
      .find(({ list }) => fits(edition.roles.summary, list)),
  );
}

/** What a column of amounts is counted in. What is written in the list goes before what was remembered. */
function unitOf(
  edition: Edition,
  target: ColumnTarget,
  column: ListColumn,
  above: readonly string[],
): Pick<ColumnGuess, 'target' | 'unitFrom'> {
  const question = target.as === 'answer' ? findQuestion(edition, target.question) : undefined;
  if (target.as !== 'answer' || !question || kindOf(question).unit === undefined) return { target };
  const { unit, from } = guessUnit(column, above);
  if (target.unit !== undefined && from !== 'heading' && from !== 'above') return { target };
  return { target: { ...target, unit }, unitFrom: from };
}
