import type { Text } from '@samblikk/questionnaire';
import type { Dataset } from '../dataset.ts';
import { computeFigure, type Figure } from '../figure.ts';
import { measuresBehind } from '../measures-behind.ts';
import { partOf } from '../part-of.ts';
import { share } from '../share.ts';
import type { ShareOf, Table } from '../table.ts';
import { type Grid, type GridRow, inDecimal, inWhole, number } from './grid.ts';

/** The dataset without the measures that came in after the deadline. */
export function inTimeOnly(dataset: Dataset): Dataset {
  const { late } = dataset;
  if (!late) return dataset;
  return partOf(
    dataset,
    [...late.keys()].filter((row) => late[row] === 0),
  );
}

/** One number of a figure, with and without the late measures. Shares are of the figure's own base. */
export interface LateNumber {
  readonly code: string;
  readonly label: Text;
  readonly count: { readonly all: number; readonly inTime: number };
  /** Per cent; null where the base is empty. */
  readonly share: { readonly all: number | null; readonly inTime: number | null };
}

export interface LateEffect {
  readonly figure: Figure;
  readonly all: Table;
  /** Measures in the figure: all, and those in time. */
  readonly n: { readonly all: number; readonly inTime: number };
  /** Measures left out because they gave no answer. */
  readonly blank: { readonly all: number; readonly inTime: number };
  readonly numbers: readonly LateNumber[];
}

interface Cell {
  readonly label: Text;
  readonly count: number;
  readonly share: number | null;
}

/** The cells of a table by the codes of their categories. */
function cellsOf(table: Table): ReadonlyMap<string, Cell> {
  const [rows, columns] = table.dimensions;
  const width = columns?.categories.length ?? 1;
  const cells = new Map<string, Cell>();
  for (const [row, { code, label }] of (rows?.categories ?? []).entries())
    for (let column = 0; column < width; column += 1) {
      const other = columns?.categories[column];
      const at = row * width + column;
      const count = table.counts[at] ?? 0;
      const of = table.statistic === 'share' ? (table.values[at] ?? null) : share(count, table.n);
      cells.set(other ? `${code}/${other.code}` : code, {
        label: other ? joined(label, other.label) : label,
        ...{ count, share: of },
      });
    }
  return cells;
}

/** The share in a cell that a table lacks, for nothing is in it: null where its base is empty too. */
function shareOfNone({ dimensions: [rows, columns], margins, n, shareOf }: Table, cell: string): number | null {
  const [row, column] = cell.split('/');
  const among = (
    side: Table['dimensions'][number] | undefined,
    code: string | undefined,
    of: Table['margins']['rows'],
  ) => of[side?.categories.findIndex((category) => category.code === code) ?? -1] ?? 0;
  const bases: Record<ShareOf, number> = {
    table: n,
    rows: among(rows, row, margins.rows),
    columns: margins.columns ? among(columns, column, margins.columns) : n,
    layers: n,
  };
  return share(0, bases[shareOf ?? 'table']);
}

const joined = (a: Text, b: Text): Text => ({
  nb: `${a.nb} · ${b.nb}`,
  nn: `${a.nn} · ${b.nn}`,
  en: `${a.en} · ${b.en}`,
});

/**
 * What the late measures mean for a figure: each of its numbers with and without them.
 *
 * Method: the figure computed twice, from all measures and from those that are not marked late. Where the figure shows counts,
 * shares are of all measures in it.
 */
export function lateEffect(figure: Figure, dataset: Dataset): LateEffect {
  const [all, inTime] = [computeFigure(figure, dataset), computeFigure(figure, inTimeOnly(dataset))];
  const without = cellsOf(inTime);
  return {
    figure,
    all,
    n: { all: all.n, inTime: inTime.n },
    blank: { all: all.leftOut.blank, inTime: inTime.leftOut.blank },
    numbers: [...cellsOf(all)].map(([code, { label, count, share: of }]) => {
      const other = without.get(code);
      return {
        ...{ code, label },
        count: { all: count, inTime: other?.count ?? 0 },
        share: { all: of, inTime: other ? other.share : shareOfNone(inTime, code) },
      };
    }),
  };
}

/** The size of a change in percentage points; null where one of the shares has no base. */
const pointsOf = ({ share: { all, inTime } }: LateNumber): number | null =>
  all === null || inTime === null ? null : all - inTime;

/** The number that the late measures change most, in percentage points; undefined when they change none. */
function mostChanged(numbers: readonly LateNumber[]): LateNumber | undefined {
  const size = (one: LateNumber) => Math.abs(pointsOf(one) ?? 0);
  const top = numbers.reduce<LateNumber | undefined>(
    (best, one) => (size(one) > (best ? size(best) : 0) ? one : best),
    undefined,
  );
  return top ?? numbers.find(({ count }) => count.all !== count.inTime);
}

const signed = (value: number): string => (value > 0 ? '+' : '');

/** What late measures mean for each figure: how many more there are in it, and the number they change most. */
export function lateSummary(effects: readonly LateEffect[], notes: readonly Text[]): Grid {
  const rows = effects.map(({ figure, all, n, blank, numbers }): GridRow => {
    const top = mostChanged(numbers);
    const points = top ? pointsOf(top) : 0;
    return {
      code: figure.id,
      label: figure.title,
      cells: [
        number(n.all, n.all > 0 ? measuresBehind(all) : undefined),
        number(n.inTime),
        number(n.all - n.inTime),
        number(blank.all),
        number(blank.all - blank.inTime),
        number(Math.max(0, ...numbers.map(({ count }) => count.all - count.inTime))),
        number(points),
        { value: null, text: top?.label ?? unchanged },
      ],
    };
  });
  return {
    id: 'late',
    title: {
      nb: 'Hva svar etter fristen betyr for figurene',
      nn: 'Kva svar etter fristen har å seie for figurane',
      en: 'What late answers mean for the figures',
    },
    finding: lateFinding(effects),
    rowLabel: { nb: 'Figur', nn: 'Figur', en: 'Figure' },
    columns: [
      { code: 'n', label: { nb: 'n, alle', nn: 'n, alle', en: 'n, all' }, unit: 'measures' },
      { code: 'inTime', label: { nb: 'n, innen fristen', nn: 'n, innan fristen', en: 'n, in time' }, unit: 'measures' },
      { code: 'late', label: { nb: 'Etter fristen', nn: 'Etter fristen', en: 'Late' }, unit: 'measures' },
      {
        code: 'blank',
        label: { nb: 'Holdt utenfor uten svar', nn: 'Haldne utanfor utan svar', en: 'Left out, no answer' },
        unit: 'measures',
      },
      {
        code: 'blankLate',
        label: { nb: 'Av dem etter fristen', nn: 'Av dei etter fristen', en: 'Of these, late' },
        unit: 'measures',
      },
      {
        code: 'count',
        label: { nb: 'Største endring i antall', nn: 'Største endring i tal', en: 'Largest change in number' },
        unit: 'measures',
      },
      {
        code: 'points',
        label: { nb: 'Største endring i andel', nn: 'Største endring i del', en: 'Largest change in share' },
        unit: 'points',
      },
      {
        code: 'where',
        label: { nb: 'Svaret som endres mest', nn: 'Svaret som blir mest endra', en: 'Answer that changes most' },
        unit: 'text',
      },
    ],
    rows,
    notes: [
      {
        nb: 'Endringen er tallet med alle tiltak, minus tallet med dem som kom innen fristen. Andeler er av n i figuren.',
        nn: 'Endringa er talet med alle tiltak, minus talet med dei som kom innan fristen. Delar er av n i figuren.',
        en: 'The change is the number with all measures, minus the number with those that came in time. Shares are of n in the figure.',
      },
      ...notes,
    ],
  };
}

const unchanged: Text = { nb: 'Ingen', nn: 'Ingen', en: 'None' };

function lateFinding(effects: readonly LateEffect[]): Text {
  const most = effects
    .flatMap((effect) => {
      const top = mostChanged(effect.numbers);
      const points = top ? pointsOf(top) : null;
      return top && points !== null && points !== 0 ? [{ effect, top, points }] : [];
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0];
  if (!most)
    return {
      nb: 'Tiltakene som kom etter fristen, endrer ingen andel i figurene.',
      nn: 'Tiltaka som kom etter fristen, endrar ingen del i figurane.',
      en: 'The measures that came in after the deadline change no share in the figures.',
    };
  const { effect, top, points } = most;
  const size = inDecimal(points);
  const [n, inTime] = [inWhole(effect.n.all), inWhole(effect.n.inTime)];
  return {
    nb: `Svar etter fristen endrer mest «${top.label.nb}» i «${effect.figure.title.nb}»: ${signed(points)}${size.nb} prosentpoeng (n = ${n} med alle, ${inTime} innen fristen).`,
    nn: `Svar etter fristen endrar mest «${top.label.nn}» i «${effect.figure.title.nn}»: ${signed(points)}${size.nn} prosentpoeng (n = ${n} med alle, ${inTime} innan fristen).`,
    en: `Late answers change “${top.label.en}” in “${effect.figure.title.en}” most: ${signed(points)}${size.en} percentage points (n = ${n} with all, ${inTime} in time).`,
  };
}

/** Every number of every figure with and without the late measures. */
export function lateNumbers(effects: readonly LateEffect[]): Grid {
  const all = effects.flatMap(({ numbers }) => numbers);
  const changed = all.filter(({ count }) => count.all !== count.inTime).length;
  const [n, of] = [inWhole(changed), inWhole(all.length)];
  return {
    id: 'late-numbers',
    title: {
      nb: 'Figurene med og uten svar etter fristen',
      nn: 'Figurane med og utan svar etter fristen',
      en: 'The figures with and without late answers',
    },
    finding: {
      nb: `${n} av de ${of} tallene i figurene er andre uten svarene som kom etter fristen.`,
      nn: `${n} av dei ${of} tala i figurane er andre utan svara som kom etter fristen.`,
      en: `${n} of the ${of} numbers in the figures differ without the answers that came in late.`,
    },
    rowLabel: { nb: 'Svar', nn: 'Svar', en: 'Answer' },
    columns: [
      { code: 'count', label: { nb: 'Alle', nn: 'Alle', en: 'All' }, unit: 'measures' },
      { code: 'countInTime', label: { nb: 'Innen fristen', nn: 'Innan fristen', en: 'In time' }, unit: 'measures' },
      { code: 'share', label: { nb: 'Andel, alle', nn: 'Del, alle', en: 'Share, all' }, unit: 'percent' },
      {
        code: 'shareInTime',
        label: { nb: 'Andel, innen fristen', nn: 'Del, innan fristen', en: 'Share, in time' },
        unit: 'percent',
      },
      { code: 'points', label: { nb: 'Endring', nn: 'Endring', en: 'Change' }, unit: 'points' },
    ],
    rows: effects.flatMap(({ figure, all, n, numbers }) =>
      numbers.map((one): GridRow => {
        const [row, column] = one.code.split('/');
        return {
          code: `${figure.id}/${one.code}`,
          label: one.label,
          group: withBases(figure.title, n),
          cells: [
            number(one.count.all, one.count.all > 0 ? measuresBehind(all, row, column) : undefined),
            number(one.count.inTime),
            number(one.share.all),
            number(one.share.inTime),
            number(pointsOf(one)),
          ],
        };
      }),
    ),
    notes: [],
  };
}

function withBases(title: Text, n: LateEffect['n']): Text {
  const [all, inTime] = [inWhole(n.all), inWhole(n.inTime)];
  return {
    nb: `${title.nb} (n = ${all}, innen fristen ${inTime})`,
    nn: `${title.nn} (n = ${all}, innan fristen ${inTime})`,
    en: `${title.en} (n = ${all}, in time ${inTime})`,
  };
}
