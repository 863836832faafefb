import type { ReleaseComparison } from '@samblikk/contract';
import { comparabilityOf, editions, mayCompare, type Text, weakestComparison } from '@samblikk/questionnaire';
import { computeFigure, type Figure, figuresOf, type Table, variablesIn } from '@samblikk/statistics';
import type { LoadedRelease } from '../loaded.ts';

type FigureChange = ReleaseComparison['figures'][number];

/**
 * Each figure that both releases have, number by number. Across editions only where every variable it is made of may be held
 * against the earlier one; else it is said that there is a break, and no number stands beside another.
 */
export function figuresCompared(before: LoadedRelease, after: LoadedRelease): FigureChange[] {
  const earlier = new Map(figuresOf(before.sealed).map((figure) => [figure.id, figure]));
  return figuresOf(after.sealed).flatMap((figure) => {
    const then = earlier.get(figure.id);
    if (!then) return [];
    const { comparable, notes } = comparability(figure, before, after);
    const [one, other] = [tableOf(then, before), tableOf(figure, after)];
    const cells = mayCompare({ with: comparable }) ? cellsOf(one, other) : [];
    return [{ id: figure.id, title: figure.title, unit: other.unit, comparable, notes, cells }];
  });
}

const tableOf = (figure: Figure, release: LoadedRelease): Table =>
  computeFigure(figure, release.countedBy(variablesIn(figure)));

function comparability(
  figure: Figure,
  before: LoadedRelease,
  after: LoadedRelease,
): { comparable: FigureChange['comparable']; notes: Text[] } {
  const all = variablesIn(figure).map((id) => comparabilityOf(after.edition, id, before.edition.id, editions));
  const { with: comparable, notes } = weakestComparison(all);
  return { comparable, notes: [...notes] };
}

interface Cell {
  readonly labels: Text[];
  readonly value: number | null;
}

/** The cells of a table by the codes of their categories. */
function cellsBy({ dimensions, values }: Table): Map<string, Cell> {
  const [rows, columns] = dimensions;
  const cells = new Map<string, Cell>();
  const width = columns?.categories.length ?? 1;
  for (const [row, category] of (rows?.categories ?? []).entries()) {
    for (let column = 0; column < width; column += 1) {
      const other = columns?.categories[column];
      const key = JSON.stringify([category.code, other?.code ?? null]);
      const labels = other ? [category.label, other.label] : [category.label];
      cells.set(key, { labels, value: values[row * width + column] ?? null });
    }
  }
  return cells;
}

function cellsOf(one: Table, other: Table): FigureChange['cells'] {
  const [before, after] = [cellsBy(one), cellsBy(other)];
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return keys.map((key) => {
    const [then, now] = [before.get(key), after.get(key)];
    const values = { before: then?.value ?? null, after: now?.value ?? null };
    const difference = values.before === null || values.after === null ? null : values.after - values.before;
    return { labels: (now ?? then)?.labels ?? [], ...values, difference };
  });
}
