import { docxType, type ReportFormat, releaseReport } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, languageOf, serve } from '../platform/http/index.ts';
import { makeReport } from './make.ts';

const types: Record<ReportFormat, string> = {
  docx: docxType,
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
};

const listed = (value: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof value === 'string' ? [value] : value;

export function reportRoutes(app: FastifyInstance, { readDb, clock, config: { publicUrl } }: Deps): void {
  serve(app, releaseReport, async ({ params, query, request, reply }) => {
    const { format = 'docx', figures, table } = query;
    const { name, bytes } = await makeReport(readDb, clock(), {
      ...params,
      format,
      language: languageOf(request),
      // Ids in one parameter, or one each.
      figures: listed(figures)
        ?.flatMap((ids) => ids.split(','))
        .filter(Boolean),
      tables: listed(table)?.filter(Boolean),
      site: publicUrl,
    });
    return reply
      .type(types[format])
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(bytes);
  });
}
