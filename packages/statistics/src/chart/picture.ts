import { drawChart } from '@samblikk/charts';
import { formatDate, formatNumber, type Language, type Text } from '@samblikk/text';
import { baseInWords } from '../export/explanation.ts';
import { toJsonStat } from '../export/json-stat.ts';
import type { FindingPart } from '../report/sentence.ts';
import type { Table } from '../table.ts';
import { filterInWords } from '../title.ts';
import { chartOfStat, isMixed, layersOf } from './chart-of.ts';

const words = {
  measures: { nb: 'tiltak', nn: 'tiltak', en: 'measures' },
  selection: { nb: 'Utvalg', nn: 'Utval', en: 'Selection' },
  source: { nb: 'Kilde', nn: 'Kjelde', en: 'Source' },
  release: { nb: 'Utgave', nn: 'Utgåve', en: 'Release' },
  dataAsOf: { nb: 'data per', nn: 'data per', en: 'data as of' },
  invented: {
    nb: 'Tall med * er oppdiktet.',
    nn: 'Tal med * er oppdikta.',
    en: 'Numbers with * are invented.',
  },
} satisfies Record<string, Text>;

export interface Picture {
  readonly language: Language;
  /** The page that shows the same, where there is one for everyone. */
  readonly address?: string | undefined;
  readonly finding?: readonly FindingPart[] | undefined;
  /** In pixels. */
  readonly width?: number;
}

/**
 * A table as a picture that explains itself where it is found alone, as SVG: what it says, what of, n and base, notes, source, release
 * and address.
 */
export function pictureOf(table: Table, { language, address, finding, width = 800 }: Picture): string {
  const say = (word: keyof typeof words) => words[word][language];
  const stat = toJsonStat(table, language, finding);
  const { release, dataAsOf } = stat.extension;
  const chart = chartOfStat(stat, language);
  const sentence = finding?.map(({ text, origin }) => (origin === 'invented' ? `${text}*` : text)).join('');
  const marked = isMixed(stat.extension.provenance) || (finding?.some(({ origin }) => origin === 'invented') ?? false);
  const selection = table.filtered.map((filter) => `${say('selection')}: ${filterInWords(filter, language)}.`);
  const made =
    release && dataAsOf
      ? ` ${say('release')} ${release.name}, ${say('dataAsOf')} ${formatDate(dataAsOf, language)}.`
      : '';
  const layers = layersOf(stat);
  const panels = layers.map((layer, at) => ({ heading: layer, chart: chartOfStat(stat, language, at) }));
  return drawChart(
    { ...chart, title: stat.label },
    {
      width,
      ...(layers.length > 0 && { panels }),
      id: 'figure',
      frame: {
        heading: sentence ?? stat.label,
        above: sentence === undefined ? [] : [stat.label],
        below: [
          `n = ${formatNumber(table.n, language)} ${say('measures')}. ${baseInWords(table, language)}.`,
          ...selection,
          ...stat.note,
          ...(stat.extension.provenance ? [stat.extension.provenance.text] : []),
          ...(marked ? [say('invented')] : []),
          `${say('source')}: ${stat.source}.${made}`,
          ...(address === undefined ? [] : [address]),
        ],
      },
    },
  );
}
