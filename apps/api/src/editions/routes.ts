import {
  codebookCsvw,
  csvwType,
  license,
  listEditions,
  readCodebook,
  readCodebookCsv,
  readEdition,
} from '@samblikk/contract';
import { csvFile, csvw } from '@samblikk/files';
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
import type { FastifyInstance, FastifyReply } from 'fastify';
import { cacheable, type Deps, sendFile, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';

/** The questionnaires themselves, for anyone who wants to read, reuse or check them. */
export function editionRoutes(app: FastifyInstance, { config: { publicUrl } }: Pick<Deps, 'config'>): void {
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
  serve(app, readCodebookCsv, async ({ params, request, reply }) => {
    const edition = requireEdition(params.edition);
    shared(reply);
    const describedBy = { address: request.url.replace(/\.csv(?=\?|$)/, '.csv-metadata.json'), type: csvwType };
    const content = csvFile(codebookCsv(edition), { verbatim: true });
    return sendFile(reply, { format: 'csv', name: `codebook-${edition.id}`, describedBy, content });
  });
  serve(app, codebookCsvw, async ({ params, request, reply }) => {
    const [header = []] = codebookCsv(requireEdition(params.edition));
    shared(reply);
    const said = csvw({
      ...{ url: publicUrl + request.url.replace('.csv-metadata.json', '.csv'), language: 'en', license: license.url },
      ...{ flavour: 'strict', key: ['variable', 'source', 'code'] },
      columns: header.map((name) => ({
        name,
        heading: name.replace('_', ' '),
        type: yesNo.has(name) ? 'boolean' : 'text',
      })),
    });
    return reply.type(csvwType).send(JSON.stringify(said, null, 1));
  });
}

/** The columns of the codebook that say yes or no. */
const yesNo: ReadonlySet<string> = new Set(['several', 'required']);

function requireEdition(id: string): Edition {
  const edition = editionOf(id);
  if (!edition) throw new ApiError('notFound', { detail: ['noEdition', { edition: id }] });
  return edition;
}

/** A definition is data through and through, so it can be any object to the contract. */
const plain = (value: object): Record<string, unknown> => ({ ...value });
