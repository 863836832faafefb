import { csvType, type JsonStat, offered, parquetType, xlsxType } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { type FindingPart, type Table, toCsv, toJsonStat, toParquet, toXlsx, type Where } from '@samblikk/statistics';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeFile, type FileToSend, sendFile } from '../platform/http/index.ts';
import type { Found } from './where.ts';

type TableFormat = keyof typeof offered.table;
type Named = (typeof offered.table)[TableFormat]['query']['format'];

const jsonStatType = 'application/vnd.json-stat+json';

/** The format that was asked for: by name, else what Accept likes best of what we have, else JSON-stat. */
export function formatOf(named: Named | undefined, request: FastifyRequest): TableFormat {
  const all = Object.keys(offered.table) as TableFormat[];
  const asked = all.find((format) => offered.table[format].query.format === named);
  if (asked) return asked;
  const accepted = request.accepts().type(['application/json', jsonStatType, ...Object.keys(byType)]);
  return byType[String(accepted)] ?? 'json-stat';
}

const byType: Readonly<Record<string, TableFormat>> = {
  [csvType]: 'csv',
  [xlsxType]: 'xlsx',
  [parquetType]: 'parquet',
};

/** Answers with a table in the format and language asked for. `name` is what a file is called, without ending. */
export async function sendTable(
  reply: FastifyReply,
  table: Table,
  how: {
    format: TableFormat;
    language: Language;
    name: string;
    found: Found;
    register: JsonStat['extension']['register'];
    ignored?: readonly string[];
    finding?: readonly FindingPart[] | undefined;
    /** Where it is described, as a CSV. */
    describedBy?: FileToSend['describedBy'];
  },
): Promise<JsonStat | FastifyReply> {
  const { format, language, name, found } = how;
  if (format === 'json-stat') {
    describeFile(reply, { format, name });
    const stat = toJsonStat(table, language, how.finding);
    const ignored = how.ignored && how.ignored.length > 0 ? { ignored: [...how.ignored] } : {};
    const { where, link } = found;
    const links = Object.keys(link).length > 0 ? { link } : {};
    return {
      ...stat,
      href: where.data,
      ...links,
      extension: { ...stat.extension, register: how.register, ...ignored },
    };
  }
  return sendFile(reply, {
    format,
    name,
    describedBy: how.describedBy,
    content: await writers[format](table, language, found.where),
  });
}

const writers: Record<
  Exclude<TableFormat, 'json-stat'>,
  (table: Table, language: Language, where: Where) => string | Promise<Uint8Array>
> = {
  xlsx: (table, language, where) => toXlsx([table], language, where),
  csv: (table, language, where) => toCsv(table, language, { where }),
  'csv-excel': (table, language, where) => toCsv(table, language, { where, flavour: 'excel' }),
  parquet: toParquet,
};
