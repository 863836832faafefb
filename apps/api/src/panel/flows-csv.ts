import type { FlowsReply } from '@samblikk/contract';
import { type CsvCell, csvFile } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import { publicOnes } from './words.ts';

const headings = {
  from: { nb: 'Fra', nn: 'Frå', en: 'From' },
  to: { nb: 'Til', nn: 'Til', en: 'To' },
  count: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
  code: { nb: 'kode', nn: 'kode', en: 'code' },
  variable: { nb: 'Variabel', nn: 'Variabel', en: 'Variable' },
  contents: { nb: 'Tallet viser', nn: 'Talet viser', en: 'The number tells' },
  unit: { nb: 'Enhet', nn: 'Eining', en: 'Unit' },
  base: { nb: 'Grunnlag', nn: 'Grunnlag', en: 'Base' },
  n: { nb: 'Tiltak i alt (n)', nn: 'Tiltak i alt (n)', en: 'Measures in all (n)' },
  selection: { nb: 'Utvalg', nn: 'Utval', en: 'Selection' },
  from_year: { nb: 'Fra år', nn: 'Frå år', en: 'From year' },
  to_year: { nb: 'Til år', nn: 'Til år', en: 'To year' },
  from_release: { nb: 'Fra utgave', nn: 'Frå utgåve', en: 'From release' },
  to_release: { nb: 'Til utgave', nn: 'Til utgåve', en: 'To release' },
  note: { nb: 'Merknad', nn: 'Merknad', en: 'Note' },
  source: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
} satisfies Record<string, Text>;

/**
 * Flows as CSV: a line for each, with all that must be known of its number in the line itself, as of tables. Where answers do not
 * compare there is one line, without codes: `.` for the number, and why.
 */
export function flowsCsv(all: FlowsReply, language: Language, format: 'csv' | 'csv-excel'): string {
  const { nodes, flows, from, to } = all;
  const label = (side: 'from' | 'to', code: string) => nodes[side].find((node) => node.code === code)?.label ?? code;
  const said = (side: 'from' | 'to', year: number | undefined) => {
    const text = `${headings[side][language]} ${year ?? ''}`.trim();
    return [`${text} (${headings.code[language]})`, text];
  };
  const strict = format === 'csv';
  const about = aboutOf(all, language, strict);
  const names = Object.keys(about) as (keyof typeof about)[];
  const header = strict
    ? ['from', 'from_label', 'to', 'to_label', 'count', ...names]
    : [
        ...said('from', from?.year),
        ...said('to', to?.year),
        headings.count[language],
        ...names.map((name) => headings[name][language]),
      ];
  const rows = flows.map((flow): CsvCell[] => [
    ...[flow.from, label('from', flow.from), flow.to, label('to', flow.to)],
    ...[flow.count, ...Object.values(about)],
  ]);
  const none: CsvCell[][] = all.refused.length > 0 ? [['', '', '', '', '.', ...Object.values(about)]] : [];
  return csvFile([header, ...rows, ...none], { flavour: strict ? 'strict' : 'excel' });
}

/** What the numbers are: the same in every line. */
function aboutOf(all: FlowsReply, language: Language, strict: boolean) {
  const { from, to } = all;
  return {
    variable: strict ? all.variable.id : all.variable.label,
    contents: all.title,
    unit: strict ? all.unit : headings.count[language],
    base: all.base,
    n: all.n,
    selection: [publicOnes[language], all.selection].filter(Boolean).join('; '),
    ...{ from_year: from?.year ?? null, to_year: to?.year ?? null },
    ...{ from_release: from?.release ?? null, to_release: to?.release ?? null },
    note: [...all.refused, ...all.notes, ...all.notice].join(' ') || null,
    source: all.page,
  };
}
