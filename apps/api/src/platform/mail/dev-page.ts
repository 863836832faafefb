import type { FastifyInstance } from 'fastify';
import type { Deps } from '../http/index.ts';
import { secretsOf } from '../secrets/index.ts';
import { readable } from './outbox.ts';

/**
 * `/dev/mail`: the letters that would have been sent, for trying invitations out without a mail server. Only beside the
 * local test login, where anyone can be anyone in any case.
 * @throws when the settings are those of production
 */
export function devMailPage(app: FastifyInstance, { config, db }: Deps): void {
  if (config.production) throw new Error('The outbox page never runs in production.');
  const secrets = secretsOf(config);
  app.get('/dev/mail', async (_request, reply) => {
    const letters = await readable(db, await secrets());
    const shown = letters.map(
      ({ to, subject, text, language }) => `
    <article lang="${language}"><h2>${safe(subject)}</h2><p>Til: ${safe(to)}</p><pre>${linked(text)}</pre></article>`,
    );
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(`<!doctype html>
<html lang="nb">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Utgående e-post – Samblikk</title>
  <style nonce="${reply.cspNonce.style}">
    body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem; color: #1e2b3c; background: #fff; }
    article { border-top: 1px solid #5b6f88; }
    pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
  </style>
</head>
<body><main>
    <h1>Utgående e-post</h1>
    <p>Siden finnes bare i demonstrasjonen, sammen med testinnloggingen. Nyeste først.</p>${shown.join('')}
    ${shown.length === 0 ? '<p>Ingen e-post venter.</p>' : ''}
</main></body>
</html>`);
  });
}

const linked = (text: string) =>
  safe(text).replace(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`);

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
