import type { JsonStat, offered } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import {
  type FindingPart,
  isDrawable,
  pictureOf,
  type Table,
  toCsv,
  toJsonStat,
  toParquet,
  toXlsx,
} from '@samblikk/statistics';
import type { FastifyReply } from 'fastify';
import { describeFile, type FileToSend, sendFile } from '../platform/http/index.ts';
import { pngOf } from '../platform/pictures/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { Found } from './where.ts';

type TableFormat = keyof typeof offered.table;

interface HowSent {
  readonly format: TableFormat;
  readonly language: Language;
  /** What a file is called, without ending. */
  readonly name: string;
  readonly found: Found;
  readonly register: JsonStat['extension']['register'];
  readonly ignored?: readonly string[];
  readonly finding?: readonly FindingPart[] | undefined;
  /** Where it is described, as a CSV. */
  readonly describedBy?: FileToSend['describedBy'];
}

/** Answers with a table in the format and language asked for. @throws ApiError tooLargeToDraw */
export async function sendTable(reply: FastifyReply, table: Table, how: HowSent): Promise<JsonStat | FastifyReply> {
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
    content: await writers[format](table, how),
  });
}

const writers: Record<
  Exclude<TableFormat, 'json-stat'>,
  (table: Table, how: HowSent) => string | Promise<Uint8Array>
> = {
  xlsx: (table, { language, found: { where } }) => toXlsx([table], language, where),
  csv: (table, { language, found: { where } }) => toCsv(table, language, { where }),
  'csv-excel': (table, { language, found: { where } }) => toCsv(table, language, { where, flavour: 'excel' }),
  parquet: (table, { language, found: { where } }) => toParquet(table, language, where),
  svg: drawn,
  // Twice as many pixels as units: sharp on any screen, and in print.
  png: (table, how) => pngOf(drawn(table, how), 2),
};

function drawn(table: Table, { language, finding, found }: HowSent): string {
  if (!isDrawable({ size: table.dimensions.map(({ categories }) => categories.length) }))
    throw new ApiError('tooLargeToDraw');
  return pictureOf(table, { language, finding, address: found.where.page });
}
