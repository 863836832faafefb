import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { withExamples } from './described-examples.ts';

/** OpenAPI 3.1 at /api/v1/openapi.json, read by people at /api/docs (docs-page.ts). */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Samblikk',
        version: '1',
        description:
          'Digitaliseringstiltak i staten: register, statistikk og innrapportering. / Digitalisation measures of the Norwegian state: register, statistics and reporting.',
        license: { name: 'NLOD 2.0', url: 'https://data.norge.no/nlod/no/2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'samblikk', description: 'People who are signed in.' },
          maskinporten: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              'Agencies’ own systems: a token from Maskinporten whose `consumer` is the agency of the address. See docs/own-systems.md.',
          },
        },
      },
    },
    // Pages, login and files of the web are served, but are nothing to program against.
    transform: (route) =>
      route.route.config?.endpoint
        ? jsonSchemaTransform(route)
        : { schema: { ...route.schema, hide: true }, url: route.url },
    transformObject: (document) => withExamples(jsonSchemaTransformObject(document)),
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true }, config: { open: true } }, async () => app.swagger());
}
