import { spreadsheetLimits } from '@samblikk/contract';
import type { Edition } from '@samblikk/questionnaire';
import { type ColumnGuess, isBlankCell, type ListColumn, plain } from '@samblikk/questionnaire/match';
import { columnsOf, guessSlowly, type Layout, layoutOf, linesOf } from './layout.ts';
import type { UploadedSheet } from './schema.ts';
import type { YieldToOthers } from './yield-to-others.ts';

/** Where in a file the list is. */
export interface FoundSheets {
  /** The sheet most is recognised in. */
  readonly sheet: number;
  /** It and the sheets with like headings, with the rows of each; empty when there are no others. */
  readonly alike: ReadonlyMap<number, number>;
  /** Those with like headings whose amounts are counted in something else, so that they cannot be read with it. */
  readonly otherUnits: ReadonlySet<number>;
}

interface SeenSheet {
  readonly hidden: boolean;
  readonly layout: Layout;
  readonly columns: readonly ListColumn[];
  readonly guesses: readonly ColumnGuess[];
  readonly score: number;
}

/** Finds the sheet that holds the list, and those that go on with it, one per department or the like. */
export async function findSheets(
  edition: Edition,
  sheets: readonly UploadedSheet[],
  breathe: YieldToOthers,
): Promise<FoundSheets> {
  if (sheets.length === 1) return { sheet: 0, alike: new Map(), otherUnits: new Set() };
  const seen: SeenSheet[] = [];
  for (const sheet of sheets) seen.push(await lookAt(edition, sheet, breathe));
  const scores = seen.map(({ score }) => score);
  const sheet = Math.max(0, scores.indexOf(Math.max(...scores)));
  return { sheet, ...likeTo(seen, sheet) };
}

async function lookAt(edition: Edition, sheet: UploadedSheet, breathe: YieldToOthers): Promise<SeenSheet> {
  const layout = await layoutOf(edition, sheet, breathe);
  const columns = columnsOf(sheet, layout);
  const above = linesOf(sheet, layout.headingRow).map(({ text }) => text);
  const guesses = layout.rows.length === 0 ? [] : await guessSlowly(edition, columns, new Map(), above, breathe);
  const score =
    guesses.length === 0
      ? -1
      : guesses.reduce((sum, { how, confidence }) => sum + (how === 'none' ? 0 : confidence), 0);
  // What someone has hidden is most often lists of codes, or last year's.
  return { hidden: sheet.hidden ?? false, layout, columns, guesses, score: sheet.hidden ? score / 2 : score };
}

function likeTo(seen: readonly SeenSheet[], sheet: number): Omit<FoundSheets, 'sheet'> {
  const alike = new Map<number, number>();
  const otherUnits = new Set<number>();
  const best = seen[sheet];
  for (const [at, one] of seen.entries()) {
    if (!best || (one !== best && !(isList(one) && isList(best) && likeHeadings(one, best)))) continue;
    if (sameUnits(one, best)) alike.set(at, one.layout.rows.length);
    else otherUnits.add(at);
  }
  const rows = [...alike.values()].reduce((sum, count) => sum + count, 0);
  return { alike: alike.size > 1 && rows <= spreadsheetLimits.rows ? alike : new Map(), otherUnits };
}

const isList = ({ hidden, layout }: SeenSheet): boolean => !hidden && layout.rows.length > 0;

/** How much of the headings of either must be in both. */
const mostHeadings = 0.75;

function likeHeadings(one: SeenSheet, other: SeenSheet): boolean {
  const [a, b] = [one, other].map(({ layout }) => new Set(headingKeys(layout.names).filter((key) => !isUnnamed(key))));
  if (!a || !b) return false;
  const shared = [...a].filter((key) => b.has(key)).length;
  return shared >= 2 && shared / Math.max(a.size, b.size) >= mostHeadings;
}

/** Whether amounts under the same heading are counted in the same: the choice of a unit is for all sheets. */
function sameUnits(one: SeenSheet, other: SeenSheet): boolean {
  const keys = headingKeys(other.layout.names);
  return headingKeys(one.layout.names).every((key, at) => {
    const there = keys.indexOf(key);
    const [mine, theirs] = [unitAt(one, at), unitAt(other, there)];
    return mine === undefined || theirs === undefined || mine === theirs;
  });
}

/** The unit of a column with amounts in it, and where it was found. */
function unitAt({ guesses, columns }: SeenSheet, column: number): string | undefined {
  const { target, unitFrom } = guesses[column] ?? {};
  const filled = columns[column]?.cells.some((cell) => !isBlankCell(cell));
  return filled && target?.as === 'answer' && unitFrom ? `${target.unit} ${unitFrom}` : undefined;
}

/**
 * What columns are recognised by from sheet to sheet: the heading without capitals, signs and spaces, and which it is of
 * those that say the same; the place for a column without a heading.
 */
export function headingKeys(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name, at) => {
    const heading = plain(name).replaceAll(' ', '');
    const before = seen.get(heading) ?? 0;
    seen.set(heading, before + 1);
    return heading === '' ? `column ${at}` : before === 0 ? heading : `${heading} ${before}`;
  });
}

const isUnnamed = (key: string): boolean => key.startsWith('column ');
