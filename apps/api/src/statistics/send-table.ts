import { csvType, type JsonStat, type tableFormats, xlsxType } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { type FindingPart, type Table, toCsv, toJsonStat, toXlsx } from '@samblikk/statistics';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Format = (typeof tableFormats)[number];

/** The format that was asked for: by name, else what the Accept header likes best of what we have, else JSON-stat. */
export function formatOf(named: Format | undefined, request: FastifyRequest): Format {
  if (named) return named;
  const accepted = (request.headers.accept ?? '')
    .toLowerCase()
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
      return { type, weight: Number(parameters.find((it) => it.startsWith('q='))?.slice(2) ?? 1) };
    });
  for (const { type, weight } of accepted.sort((a, b) => b.weight - a.weight)) {
    if (weight === 0) continue;
    if (type === csvType) return 'csv';
    if (type === xlsxType) return 'xlsx';
    if (type.includes('json')) return 'json';
  }
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
      return { ...stat, extension: { ...stat.extension, register: how.register } };
    }
    case 'csv':
      return file('text/csv; charset=utf-8; header=present', 'csv').send(toCsv(table, language));
    case 'csv-excel':
      return file('text/csv; charset=utf-8; header=present', 'csv').send(toCsv(table, language, { flavour: 'excel' }));
    case 'xlsx':
      return file(xlsxType, 'xlsx').send(Buffer.from(await toXlsx([table], language)));
  }
}
