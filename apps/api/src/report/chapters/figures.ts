import { type FindingPart, findingOf, sentenceOf, type Table } from '@samblikk/statistics';
import type { Block, Piece } from '../model.ts';
import { pictureOf } from '../picture.ts';
import { tableBlock } from '../tables.ts';
import type { ReportTextKey } from '../texts.ts';
import { heading, paragraph, type Writing } from '../writing.ts';
import { comparedBlocks, comparedNotes } from './compared.ts';

/** Which figures stand together under which heading; those that are in none come last. */
const chapters: readonly (readonly [title: ReportTextKey, figures: readonly string[]])[] = [
  ['chapterWhere', ['measures-per-ministry']],
  ['chapterPurpose', ['effects', 'beneficiaries']],
  ['chapterCost', ['cost-bands', 'funding']],
  ['chapterPhase', ['phases', 'phases-by-funding']],
  ['chapterInnovation', ['innovation']],
  ['chapterShared', ['shared-solutions']],
  ['chapterInvolved', ['involved']],
];

const piecesOf = (parts: readonly FindingPart[]): Piece[] =>
  parts.map(({ text, origin }) => ({ text: origin === 'invented' ? `${text}*` : text }));

/** The sentence that each figure leads with. */
export function findingsOf({ report, say }: Writing): readonly { id: string; pieces: readonly Piece[] }[] {
  return report.figures.flatMap(({ figure, table }) => {
    const finding = findingOf(figure.id, table, say.language);
    return finding ? [{ id: figure.id, pieces: piecesOf(finding) }] : [];
  });
}

/** The chapters of numbers: each figure with its sentence, picture, table, and what else is told beside it. */
export function figureChapters(writing: Writing): readonly Block[] {
  const { report, extra, say } = writing;
  const placed = new Set(chapters.flatMap(([, ids]) => ids));
  const others = report.figures.map(({ figure }) => figure.id).filter((id) => !placed.has(id));
  const all = [...chapters, ['chapterOther', others] as const];
  return all.flatMap(([title, ids]): readonly Block[] => {
    const blocks = ids.flatMap((id) => figureBlocks(writing, id));
    const own = title === 'chapterOther' ? extra.flatMap((table, at) => extraBlocks(writing, table, at + 1)) : [];
    return blocks.length + own.length > 0 ? [heading(1, title, say(title)), ...blocks, ...own] : [];
  });
}

function figureBlocks(writing: Writing, id: string): readonly Block[] {
  const { report, say } = writing;
  const found = report.figures.find(({ figure }) => figure.id === id);
  if (!found) return [];
  const { table } = found;
  const finding = findingsOf(writing).find((one) => one.id === id);
  const beside = report.statements.flatMap(({ statement, said }) => {
    const parts = statement.beside === id ? sentenceOf(statement.text, say.language, said) : undefined;
    return parts ? [paragraph(piecesOf(parts))] : [];
  });
  return [
    ...(finding
      ? [paragraph([...finding.pieces, { text: ` ${say('see')} ` }, { to: `figure-${id}` }, { text: '.' }], 'lead')]
      : []),
    ...beside,
    ...comparedBlocks(writing, id),
    ...pictured(writing, id, table),
  ];
}

const extraBlocks = (writing: Writing, table: Table, number: number): readonly Block[] =>
  pictured(writing, `extra-${number}`, table);

/** What the mark on numbers of a picture means. */
export function markedNotes({ provenance }: Pick<Table, 'provenance'>, say: Writing['say']): readonly string[] {
  if (!provenance || ![...provenance.values, ...provenance.counts].includes('invented')) return [];
  return [say('invented', { source: provenance.source[say.language] })];
}

/** The picture with its caption, and the table with its own. */
function pictured(writing: Writing, id: string, table: Table): readonly Block[] {
  const { say } = writing;
  const caption = table.title[say.language];
  const picture = pictureOf(table, id, say);
  const compared = comparedNotes(writing, table);
  const source = say('source', writing.about);
  const numbers = tableBlock(table, `table-${id}`, caption, say);
  if (!picture) return [{ ...numbers, id: `figure-${id}`, notes: [...numbers.notes, ...compared, source] }];
  return [
    {
      kind: 'figure',
      id: `figure-${id}`,
      caption,
      ...picture,
      notes: [...numbers.notes.slice(0, 1), ...compared, ...markedNotes(table, say), source],
    },
    numbers,
  ];
}
