import diagnostics from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** For tests: builds a program, and notes each address it serves, as `GET /api/v1/session`. */
export async function served(
  build: () => Promise<FastifyInstance>,
): Promise<{ app: FastifyInstance; routes: readonly string[] }> {
  const routes = new Set<string>();
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const verb of [method].flat()) if (verb !== 'HEAD' && verb !== 'OPTIONS') routes.add(`${verb} ${url}`);
    });
  };
  diagnostics.subscribe('fastify.initialization', listen);
  try {
    const app = await build();
    await app.ready();
    return { app, routes: [...routes] };
  } finally {
    diagnostics.unsubscribe('fastify.initialization', listen);
  }
}
