import type { Grid } from '@samblikk/statistics';
import { gridBlock, gridOf } from '../grids.ts';
import type { Block } from '../model.ts';
import { heading, paragraph, type Writing } from '../writing.ts';

/** What is missing in the answers and why, what came late, and what was corrected: the numbers of the page of quality. */
export function qualityChapter(writing: Writing): readonly Block[] {
  const { say, grids } = writing;
  const blanks = gridOf(writing, 'blanks');
  const reasons = grids.filter(({ id }) => id.startsWith('reasons-'));
  const corrected = gridOf(writing, 'corrections');
  const releases = gridOf(writing, 'releases');
  return [
    heading(1, 'quality', say('quality')),
    heading(2, 'quality-blank', say('blanks')),
    ...(blanks ? told(writing, blanks, ['asked', 'blank', 'share', 'withheld', 'before']) : []),
    ...reasons.flatMap((grid) => told(writing, grid)),
    heading(2, 'quality-late', say('late')),
    ...late(writing),
    heading(2, 'quality-corrections', say('corrections')),
    ...(corrected ? told(writing, corrected) : []),
    paragraph(corrections(writing)),
    ...(releases && releases.rows.length > 1 ? told(writing, releases) : []),
  ];
}

/** What a table says, where it stands, and the table; only what it says where it has no rows. */
function told(writing: Writing, grid: Grid, columns?: readonly string[]): readonly Block[] {
  const { say } = writing;
  const finding = grid.finding[say.language];
  if (grid.rows.length === 0) return [paragraph(finding)];
  const table = gridBlock(writing, grid, columns);
  return [paragraph([{ text: `${finding} ${say('see')} ` }, { to: table.id }, { text: '.' }]), table];
}

function late(writing: Writing): readonly Block[] {
  const { say, report, from } = writing;
  const grid = gridOf(writing, 'late');
  if (report.late === 0) return [paragraph(say('lateNone'))];
  return [
    paragraph(say('lateText', { late: report.late, n: from.release.measures })),
    ...(grid ? lateTable(writing, grid) : []),
  ];
}

/** What late answers mean for the figures of the report; which of all of the year they mean most for is told where all are in it. */
function lateTable(writing: Writing, grid: Grid): readonly Block[] {
  const { figures } = writing.report;
  const rows = grid.rows.filter(({ code }) => figures.some(({ figure }) => figure.id === code));
  const columns = ['n', 'inTime', 'blank', 'blankLate', 'points', 'where'];
  return rows.length === grid.rows.length
    ? told(writing, grid, columns)
    : [gridBlock(writing, { ...grid, rows }, columns)];
}

function corrections({ say, from, about }: Writing): string {
  const { number, year, reason } = from.release;
  if (number === 1) return say('correctionsFirst', { year: String(year) });
  const why = reason?.[say.language] ?? reason?.nb ?? say('noReason');
  return say('correctionsLater', { release: about.release, before: `${year}.${number - 1}`, reason: why });
}
