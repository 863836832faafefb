import { changeBetween, type Series, type SeriesLine, type Table } from '@samblikk/statistics';
import { formatNumber } from '@samblikk/text';
import type { Block } from '../model.ts';
import { paragraph, type Writing } from '../writing.ts';

/** The most categories that are told beside the year before. */
const most = 3;

/**
 * A figure beside the year before, in sentences: only what the questions' declared comparability lets be held together; else that it
 * is a break, and why. Nothing where the year before has no such numbers.
 */
export function comparedBlocks(writing: Writing, id: string): readonly Block[] {
  const { report, say } = writing;
  const series = report.series.get(id);
  const [before, after] = series?.years ?? [];
  if (!series || !before || !after) return [];
  const [from, to] = [before.edition.year, after.edition.year];
  const years = { from: String(from), to: String(to) };
  const words = (remarks: Series['notes']) => remarks.map(({ note }) => note[say.language]).join(' ');
  if (series.breaks.length > 0) return [paragraph(say('seriesBreak', { ...years, note: words(series.breaks) }))];
  const number = (value: number) => formatNumber(value, say.language);
  const told = (value: number) =>
    series.unit === 'percent' ? say('percent', { value: number(Math.round(value)) }) : number(value);
  const lines = series.lines.flatMap((line) => {
    const pair = pairOf(series, line, from, to);
    return pair ? [{ name: line.labels.map((label) => label[say.language]).join(', '), ...pair }] : [];
  });
  const sentences = lines
    .toSorted((a, b) => b.after - a.after)
    .slice(0, most)
    .map((line) =>
      say('seriesLine', {
        ...years,
        name: line.name,
        before: told(line.before),
        beforeN: number(before.n),
        after: told(line.after),
        afterN: number(after.n),
      }),
    );
  if (sentences.length === 0) return [];
  return [paragraph([...sentences, words(series.notes)].filter(Boolean).join(' '))];
}

/** The two values of a category, where both are known and may be held together. */
function pairOf(series: Series, line: SeriesLine, from: number, to: number) {
  if ('refused' in changeBetween(series, line.codes, from, to)) return undefined;
  const values = [from, to].map((year) => line.pieces.flat().find((point) => point.year === year)?.value);
  const [before, after] = values;
  return before == null || after == null ? undefined : { before, after };
}

/** How what the figure counts compares with the edition before, as the questionnaire declares it. */
export function comparedNotes({ report, source, say }: Writing, table: Table): readonly string[] {
  const before = source.edition.previous;
  if (before === undefined) return [];
  const year = String(source.editions[before]?.year ?? before);
  const texts = table.dimensions.flatMap(({ id }) => {
    const found = report.comparisons.find((one) => one.id === id);
    return found ? [comparisonText(found, year, say)] : [];
  });
  return [...new Set(texts)];
}

/** `same`, a note or a break, in words. */
export function comparisonText(
  { with: how, notes }: Writing['report']['comparisons'][number],
  year: string,
  say: Writing['say'],
): string {
  const note = notes.map((text) => text[say.language]).join(' ');
  const keys = { same: 'comparedSame', note: 'comparedNote', break: 'comparedBreak', new: 'comparedNew' } as const;
  return say(keys[how], { year, note });
}
