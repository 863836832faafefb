import { csvType, type JsonStat, type tableFormats, xlsxType } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { type FindingPart, type Table, toCsv, toJsonStat, toXlsx } from '@samblikk/statistics';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Format = (typeof tableFormats)[number];

/** The format that was asked for: by name, else what Accept likes best of what we have, else JSON-stat. */
export function formatOf(named: Format | undefined, request: FastifyRequest): Format {
  if (named) return named;
  const accepted = request.accepts().type(['application/json', 'application/vnd.json-stat+json', csvType, xlsxType]);
  if (accepted === csvType) return 'csv';
  if (accepted === xlsxType) return 'xlsx';
  return 'json';
}

/** Answers with a table in the format and language asked for. `name` is what a file is called, without ending. */
export async function sendTable(
  reply: FastifyReply,
  table: Table,
  how: {
    format: Format;
    language: Language;
    name: string;
    register: JsonStat['extension']['register'];
    ignored?: readonly string[];
    finding?: readonly FindingPart[] | undefined;
  },
): Promise<JsonStat | FastifyReply> {
  const { format, language, name } = how;
  const file = (type: string, ending: string) =>
    reply
      .header('content-type', type)
      .header('content-disposition', `${ending === 'xlsx' ? 'attachment' : 'inline'}; filename="${name}.${ending}"`);
  switch (format) {
    case 'json': {
      const stat = toJsonStat(table, language, how.finding);
      const ignored = how.ignored && how.ignored.length > 0 ? { ignored: [...how.ignored] } : {};
      return { ...stat, extension: { ...stat.extension, register: how.register, ...ignored } };
    }
    case 'csv':
      return file('text/csv; charset=utf-8; header=present', 'csv').send(toCsv(table, language));
    case 'csv-excel':
      return file('text/csv; charset=utf-8; header=present', 'csv').send(toCsv(table, language, { flavour: 'excel' }));
    case 'xlsx':
      return file(xlsxType, 'xlsx').send(Buffer.from(await toXlsx([table], language)));
  }
}
