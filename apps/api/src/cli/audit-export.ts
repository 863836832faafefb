import { exportAudit } from '@samblikk/contract';
import { auditPieces } from '../trail/index.ts';
import { type Command, outFile, text, UsageError } from './command.ts';
import { writeOut } from './write-out.ts';

const filters = {
  who: { type: 'string', value: 'NAME', help: 'a part of the name of whoever did it' },
  action: { type: 'string', value: 'ACTION', help: 'what was done, e.g. release.published' },
  agency: { type: 'string', value: 'ORGNR', help: 'to which agency' },
  year: { type: 'string', value: 'YEAR', help: 'in which round' },
  from: { type: 'string', value: 'DAY', help: 'from this day, in Norway, ISO 8601' },
  to: { type: 'string', value: 'DAY', help: 'to this day and with it' },
} as const;

export const auditExport: Command = {
  name: 'audit export',
  summary: 'Writes the audit events that the filter finds, oldest first, with their hashes',
  options: { ...filters, format: { type: 'string', value: 'csv|json', help: 'csv when left out' }, out: outFile },
  async run(call) {
    const given = Object.keys({ ...filters, format: null }).flatMap((name) => {
      const value = text(call, name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const read = exportAudit.query.safeParse(Object.fromEntries(given));
    if (!read.success) {
      const name = String(read.error.issues[0]?.path[0]);
      throw new UsageError(`--${name} ${text(call, name)}: see samblikk audit export --help.`);
    }
    const { format, ...filter } = read.data;
    await writeOut(call, auditPieces[format](await call.db(), filter));
    return true;
  },
};
