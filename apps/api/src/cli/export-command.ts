import { type ExportFormat, exportFormats } from '@samblikk/contract';
import { exportRound } from '../intake/index.ts';
import { record } from '../platform/audit/index.ts';
import { type Command, outFile, round, text, UsageError, yearOf } from './command.ts';
import { writeOut } from './write-out.ts';

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes what was last submitted in a round, closed answers included: the survey file again, or JSON',
  options: {
    round,
    format: { type: 'string', value: exportFormats.join('|'), help: 'csv when left out' },
    out: outFile,
  },
  async run(call) {
    const year = yearOf(call);
    const asked = text(call, 'format') ?? 'csv';
    const format = exportFormats.find((known): known is ExportFormat => known === asked);
    if (!format) throw new UsageError(`--format ${asked}: write ${exportFormats.join(' or ')}.`);
    const db = await call.db();
    const file = await exportRound(db, year, format);
    const event = { actor: 'system:command-line', subject: `round:${year}`, details: { year, format } };
    await db.transaction((tx) => record(tx, { ...event, action: 'export.taken' }));
    await writeOut(call, file);
    return true;
  },
};
