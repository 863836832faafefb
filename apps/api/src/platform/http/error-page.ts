import { type ErrorCode, errors } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { languageOf } from './language.ts';

const titles = { nb: 'Feilkoder', nn: 'Feilkodar', en: 'Error codes' };

/** `/api/docs/errors`: where the `type` of every problem leads. */
export function errorPage(app: FastifyInstance): void {
  app.get('/api/docs/errors', { schema: { hide: true } }, async (request, reply) => {
    const language = languageOf(request);
    const rows = (Object.keys(errors) as ErrorCode[]).map((code) => {
      const { status, title } = errors[code];
      return `<dt id="${code}"><code>${code}</code> (${status})</dt><dd>${title[language]}</dd>`;
    });
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .header('vary', 'accept-language')
      .send(`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${titles[language]} – Samblikk</title></head>
<body><main><h1>${titles[language]}</h1><dl>${rows.join('')}</dl><p><a href="/api/docs">API</a></p></main></body>
</html>
`);
  });
}
