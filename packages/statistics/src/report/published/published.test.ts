import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeBetween, declaredLink, lineOf, publishedLike, seriesOf, yearOfTable } from '../../series.ts';
import { type TableQuery, tableOf } from '../../table.ts';
import { dataset2019 } from '../survey-2019.ts';
import { published2018 } from './2018.ts';
import { publishedQuestion } from './index.ts';

interface Known {
  readonly id: string;
  readonly verdi: number;
  readonly n?: number;
  readonly prosent?: number;
  readonly i_2018?: number;
}
const source = JSON.parse(
  readFileSync(new URL('../../../../../data/notat-2019-10-tall.json', import.meta.url), 'utf8'),
) as {
  tall: Known[];
  tall_2018: { sendt_til: number; besvart: number; tiltak: number; hovedhensikt: Record<string, number> };
};
const known = (id: string) => source.tall.find((one) => one.id === id);
const categories = (id: string) => publishedQuestion(published2018, id)?.categories ?? [];
const category = (id: string, code: string) => categories(id).find((one) => one.code === code);

/** The series of 2018 and 2019 of a variable. */
function series(query: TableQuery) {
  const table = tableOf(dataset2019, query);
  const earlier = publishedLike(table, published2018);
  if (!earlier) throw new Error('nothing was published of it');
  return seriesOf([yearOfTable(table), earlier], declaredLink([String(query.rows)]));
}

describe('what was published of 2018', () => {
  it('is what the source has', () => {
    const { tall_2018: told } = source;
    expect(published2018).toMatchObject({ asked: told.sendt_til, answered: told.besvart, measures: told.tiltak });
    const purposes = Object.fromEntries(categories('effects').map(({ label, count }) => [label.nb, count]));
    expect(purposes).toEqual(told.hovedhensikt);
    expect(Object.values(told.hovedhensikt).reduce((sum, count) => sum + count)).toBe(published2018.measures);
    const coherent = known('effekt.sammenhengende.2018');
    expect(category('effects', 'coherentServices')).toMatchObject({
      count: coherent?.verdi,
      percent: coherent?.prosent,
    });
    const large = known('kostnad.o100.2018');
    expect(publishedQuestion(published2018, 'costBand')?.base).toBe(large?.n);
    expect(category('costBand', 'over100m')?.percent).toBe(large?.verdi);
    const funded = known('finans.ja.2018');
    expect(category('funding', 'yes')).toMatchObject({ count: funded?.verdi, percent: funded?.prosent });
    expect(publishedQuestion(published2018, 'funding')?.base).toBe(funded?.n);
    for (const variable of ['phase', 'phaseGroup']) {
      expect(category(variable, 'idea')?.count).toBe(known('fase.ide')?.i_2018);
      expect(category(variable, 'concept')?.count).toBe(known('fase.konsept')?.i_2018);
    }
  });

  it('is split from 2019 where the question was another one, and no change is told', () => {
    const effects = series({ rows: 'effects', statistic: 'share' });
    expect(lineOf(effects, 'coherentServices')?.pieces.map((piece) => piece.map(({ year }) => year))).toEqual([
      [2018],
      [2019],
    ]);
    const change = changeBetween(effects, ['coherentServices'], 2018, 2019);
    expect(change).toMatchObject({ refused: [{ nb: expect.stringContaining('én hovedhensikt') }] });
    expect(changeBetween(series({ rows: 'crossCutting' }), ['yes'], 2018, 2019)).toHaveProperty('refused');
    expect(changeBetween(series({ rows: 'phase' }), ['idea'], 2018, 2019)).toHaveProperty('refused');
  });

  it('is drawn with 2019 where it compares, with what must be said', () => {
    const costs = series({ rows: 'costBand', statistic: 'share' });
    expect(costs.breaks).toEqual([]);
    expect(costs.notes).toMatchObject([{ from: 2018, to: 2019, note: { nb: expect.stringContaining('395 av 412') } }]);
    const [piece] = lineOf(costs, 'over100m')?.pieces ?? [];
    expect(piece?.map(({ value }) => Math.round(value ?? Number.NaN))).toEqual([5, 12]);
    expect(lineOf(costs, 'under10m')?.pieces[0]?.[0]).toEqual({ year: 2018, value: null, count: null, status: '..' });
    const phases = series({ rows: 'phaseGroup' });
    expect(changeBetween(phases, ['idea'], 2018, 2019)).toEqual({ change: 41 - 28 });
    expect(changeBetween(phases, ['concept'], 2018, 2019)).toEqual({ change: 58 - 97 });
    expect(phases.notes[0]?.note.nb).toContain('gjennomføring');
  });

  it('cannot be filtered, crossed or summed', () => {
    const others: TableQuery[] = [
      { rows: 'costBand', filters: { ministry: ['KMD'] } },
      { rows: 'costBand', columns: 'phase' },
      { rows: 'phaseGroup', statistic: 'sum', of: 'totalCost' },
      { rows: 'technologies' },
    ];
    for (const query of others) expect(publishedLike(tableOf(dataset2019, query), published2018)).toBeUndefined();
  });
});
