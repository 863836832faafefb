import { listEditions, readCodebook, readCodebookCsv, readEdition } from '@samblikk/contract';
import {
  codebook,
  codebookCsv,
  type Edition,
  editionOf,
  editions,
  fingerprint,
  onlyIn,
  questionsOf,
} from '@samblikk/questionnaire';
import { stringify } from 'csv-stringify/sync';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { cacheable, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';

/** The questionnaires themselves, for anyone who wants to read, reuse or check them. */
export function editionRoutes(app: FastifyInstance): void {
  const shared = (reply: FastifyReply) => cacheable(reply, { lastModified: [] });
  serve(app, listEditions, async ({ reply }) => {
    shared(reply);
    return Promise.all(
      Object.values(editions).map(async (edition) => ({
        id: edition.id,
        year: edition.year,
        title: edition.title,
        questions: questionsOf(edition).length,
        fingerprint: await fingerprint(edition),
      })),
    );
  });
  serve(app, readEdition, async ({ params, query, reply }) => {
    shared(reply);
    const edition = requireEdition(params.edition);
    return plain(query.lang === undefined ? edition : onlyIn(edition, query.lang));
  });
  serve(app, readCodebook, async ({ params, query, reply }) => {
    shared(reply);
    const edition = requireEdition(params.edition);
    return plain(query.lang === undefined ? codebook(edition) : codebook(edition, query.lang));
  });
  serve(app, readCodebookCsv, async ({ params, reply }) => {
    const edition = requireEdition(params.edition);
    shared(reply);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="codebook-${edition.id}.csv"`)
      .send(stringify(codebookCsv(edition)));
  });
}

function requireEdition(id: string): Edition {
  const edition = editionOf(id);
  if (!edition) throw new ApiError('notFound', { detail: ['noEdition', { edition: id }] });
  return edition;
}

/** A definition is data through and through, so it can be any object to the contract. */
const plain = (value: object): Record<string, unknown> => ({ ...value });
