import type { FastifyInstance } from 'fastify';
import { record } from '../../platform/audit/index.ts';
import type { Deps } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';

/** Writes down whoever, signed in, asks for what is not theirs. Those not signed in are not told of: they are nobody. */
export function auditRefusals(app: FastifyInstance, { db, clock }: Deps): void {
  app.addHook('onError', async (request, _reply, error) => {
    const { endpoint } = request.routeOptions.config;
    const { user } = request;
    if (!(error instanceof ApiError) || error.code !== 'notAllowed' || user === undefined || endpoint === undefined)
      return;
    const path = request.url.split('?')[0] ?? '';
    const details = { action: endpoint.action, path };
    const event = {
      actor: user.personId,
      action: 'access.refused' as const,
      subject: `person:${user.personId}`,
      details,
    };
    // The answer is no in any case; a database that is away must not turn it into another.
    await db
      .transaction((tx) => record(tx, event, clock()))
      .catch((failure: unknown) => request.log.error({ err: failure }, 'a refusal was not written down'));
  });
}
