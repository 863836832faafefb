import type { JsonStat, tableFormats } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { type Table, toCsv, toJsonStat, toXlsx } from '@samblikk/statistics';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Format = (typeof tableFormats)[number];
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The format that was asked for: by name, else the first in the Accept header that we have, else JSON-stat. */
export function formatOf(named: Format | undefined, request: FastifyRequest): Format {
  if (named) return named;
  for (const accepted of (request.headers.accept ?? '').toLowerCase().split(',')) {
    const type = accepted.split(';')[0]?.trim();
    if (type === 'text/csv') return 'csv';
    if (type === xlsx) return 'xlsx';
    if (type?.includes('json')) return 'json';
  }
  return 'json';
}

/** Answers with a table in the format and language asked for. `name` is what a file is called, without ending. */
export async function sendTable(
  reply: FastifyReply,
  table: Table,
  how: { format: Format; language: Language; name: string; register: Record<string, unknown> },
): Promise<JsonStat | FastifyReply> {
  const { format, language, name } = how;
  const file = (type: string, ending: string) =>
    reply
      .header('content-type', type)
      .header('content-disposition', `${ending === 'xlsx' ? 'attachment' : 'inline'}; filename="${name}.${ending}"`);
  switch (format) {
    case 'json': {
      const stat = toJsonStat(table, language);
      return { ...stat, extension: { ...stat.extension, register: how.register } } as unknown as JsonStat;
    }
    case 'csv':
      return file('text/csv; charset=utf-8; header=present', 'csv').send(toCsv(table, language));
    case 'csv-excel':
      return file('text/csv; charset=utf-8; header=present', 'csv').send(toCsv(table, language, { flavour: 'excel' }));
    case 'xlsx':
      return file(xlsx, 'xlsx').send(Buffer.from(await toXlsx([table], language)));
  }
}
