import multipart from '@fastify/multipart';
import { type CheckedTextReply, checkText } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import type { CheckedText } from '@samblikk/statistics';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Deps, languageOf, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { loaded, releaseOf } from '../releases/index.ts';
import { checkAgainst } from './check-release.ts';
import { textFaults } from './faults.ts';
import { TextFault, textLimits } from './limits.ts';

export async function textCheckRoutes(app: FastifyInstance, { readDb, clock }: Deps): Promise<void> {
  // Only this address takes files, so the parser lives here and nowhere else. They stay in memory until it answers.
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { fileSize: textLimits.bytes, files: 1, fields: 0 } });
    serve(scope, checkText, async ({ params, request }) => {
      const release = await releaseOf(readDb, clock(), params.year, params.number, { unpublished: true });
      const file = await receive(request);
      const language = languageOf(request);
      try {
        return inLanguage(await checkAgainst(file, await loaded(readDb, release)), language);
      } catch (error) {
        if (!(error instanceof TextFault)) throw error;
        const { code } = error;
        const issue = { question: '', code, params: {}, level: 'error', text: textFaults[code][language] } as const;
        throw new ApiError('fileAtFault', { detail: 'fileAtFault', issues: [issue] });
      }
    });
  });
}

/** The one file of the request. @throws ApiError invalidRequest, tooLarge */
async function receive(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new ApiError('invalidRequest', { detail: 'sendMultipart' });
  const part = await request.file();
  if (part?.fieldname !== 'file') throw new ApiError('invalidRequest', { detail: 'sendOneFile' });
  return part.toBuffer();
}

function inLanguage({ findings, right, untied }: CheckedText, language: Language): CheckedTextReply {
  const copied = (measures: Readonly<Record<string, readonly string[]>> | undefined) =>
    measures && { measures: Object.fromEntries(Object.entries(measures).map(([id, codes]) => [id, [...codes]])) };
  return {
    findings: findings.map(({ says, todo, measures, ...finding }) => ({
      ...finding,
      ...{ says: says[language], todo: todo[language] },
      ...copied(measures),
    })),
    right: right.map(({ as, measures, ...one }) => ({ ...one, as: as[language], ...copied(measures) })),
    untied: untied.map(({ why, ...one }) => ({ ...one, why: why[language] })),
  };
}
