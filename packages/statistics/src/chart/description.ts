import type { BarChart } from '@samblikk/charts';
import type { Language, Text } from '@samblikk/text';

const words = {
  plain: { nb: 'Liggende stolper, én per rad', nn: 'Liggjande stolpar, éin per rad', en: 'Horizontal bars, one a row' },
  grouped: {
    nb: 'Liggende stolper ved siden av hverandre',
    nn: 'Liggjande stolpar ved sida av kvarandre',
    en: 'Horizontal bars beside each other',
  },
  stacked: {
    nb: 'Liggende stolper delt i deler',
    nn: 'Liggjande stolpar delte i delar',
    en: 'Horizontal bars in parts',
  },
  stacked100: {
    nb: 'Like lange liggende stolper delt i deler',
    nn: 'Like lange liggjande stolpar delte i delar',
    en: 'Horizontal bars of equal length in parts',
  },
  by: { nb: 'etter', nn: 'etter', en: 'by' },
  table: {
    nb: 'Alle tallene står i tabellen.',
    nn: 'Alle tala står i tabellen.',
    en: 'All the numbers are in the table.',
  },
} satisfies Record<string, Text>;

/** The most numbers that are read out; where there are more, a table is the better way to them. */
const most = 24;

/** What a chart shows, for those who do not see it: its kind, and its numbers where they are few. */
export function descriptionOf(
  { layout, legend, rows, series }: Omit<BarChart, 'description'>,
  rowLabel: string,
  language: Language,
): string {
  const sides = [rowLabel, ...(legend === undefined ? [] : [legend])].join(' – ');
  const kind = `${words[layout][language]}, ${words.by[language]}: ${sides}.`;
  if (rows.length * series.length > most) return `${kind} ${words.table[language]}`;
  const numbers = rows.map(({ label, texts, total }) => {
    const parts =
      legend === undefined ? (texts[0] ?? '') : texts.map((text, at) => `${series[at]?.label} ${text}`).join(', ');
    return `${label}: ${parts}${total ? ` (${total})` : ''}.`;
  });
  return [kind, ...numbers].join(' ');
}
