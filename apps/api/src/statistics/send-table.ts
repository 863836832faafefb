import { csvType, type JsonStat, offered, xlsxType } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { type FindingPart, type Table, toCsv, toJsonStat, toXlsx } from '@samblikk/statistics';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeFile, type FileToSend, sendFile } from '../platform/http/index.ts';

type TableFormat = keyof typeof offered.table;
type Named = (typeof offered.table)[TableFormat]['query']['format'];

const jsonStatType = 'application/vnd.json-stat+json';

/** The format that was asked for: by name, else what Accept likes best of what we have, else JSON-stat. */
export function formatOf(named: Named | undefined, request: FastifyRequest): TableFormat {
  const all = Object.keys(offered.table) as TableFormat[];
  const asked = all.find((format) => offered.table[format].query.format === named);
  if (asked) return asked;
  const accepted = request.accepts().type(['application/json', jsonStatType, csvType, xlsxType]);
  if (accepted === csvType) return 'csv';
  return accepted === xlsxType ? 'xlsx' : 'json-stat';
}

/** Answers with a table in the format and language asked for. `name` is what a file is called, without ending. */
export async function sendTable(
  reply: FastifyReply,
  table: Table,
  how: {
    format: TableFormat;
    language: Language;
    name: string;
    register: JsonStat['extension']['register'];
    ignored?: readonly string[];
    finding?: readonly FindingPart[] | undefined;
    /** Where it is described, as a CSV. */
    describedBy?: FileToSend['describedBy'];
  },
): Promise<JsonStat | FastifyReply> {
  const { format, language, name } = how;
  if (format === 'json-stat') {
    describeFile(reply, { format, name });
    const stat = toJsonStat(table, language, how.finding);
    const ignored = how.ignored && how.ignored.length > 0 ? { ignored: [...how.ignored] } : {};
    return { ...stat, extension: { ...stat.extension, register: how.register, ...ignored } };
  }
  return sendFile(reply, {
    format,
    name,
    describedBy: how.describedBy,
    content: await writers[format](table, language),
  });
}

const writers: Record<
  Exclude<TableFormat, 'json-stat'>,
  (table: Table, language: Language) => string | Promise<Uint8Array>
> = {
  xlsx: (table, language) => toXlsx([table], language),
  csv: (table, language) => toCsv(table, language),
  'csv-excel': (table, language) => toCsv(table, language, { flavour: 'excel' }),
};
