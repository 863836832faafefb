import { readFile } from 'node:fs/promises';
import { type ErrorCode, errors } from '@samblikk/contract';
import type { Language } from '@samblikk/text';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { docsPage, safe, stylesheet } from './html.ts';
import { languageOf } from './language.ts';
import { type Schema, schemaText } from './schema-text.ts';

type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
  readonly 'x-codeSamples'?: readonly { readonly source: string }[];
}

interface Description {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const texts = {
  nb: {
    title: 'API',
    lead: 'Alt som er åpent her, er åpent i API-et også, og kan brukes fritt når kilden oppgis. Programmer leser den samme beskrivelsen som',
    english: 'Resten av siden er på engelsk.',
    errors: 'Feilkoder',
    contents: 'Innhold',
  },
  nn: {
    title: 'API',
    lead: 'Alt som er ope her, er ope i API-et òg, og kan brukast fritt når kjelda blir oppgitt. Program les den same skildringa som',
    english: 'Resten av sida er på engelsk.',
    errors: 'Feilkodar',
    contents: 'Innhald',
  },
  en: {
    title: 'API',
    lead: 'Everything that is open here is open in the API as well, and may be used freely when the source is named. Programs read the same description as',
    english: '',
    errors: 'Error codes',
    contents: 'Contents',
  },
} satisfies Record<Language, Record<string, string>>;

/**
 * `/api/docs`: the OpenAPI description as a page that needs no script, and `/api/docs/errors`, where the `type` of every
 * problem leads. Swagger UI does not pass axe (its issues 5248 and 7350 are open), and sends 1.4 MB of script.
 */
export async function docsPages(app: FastifyInstance): Promise<void> {
  const css = await readFile(new URL('./docs.css', import.meta.url), 'utf8');
  const hidden = { schema: { hide: true } };
  const send = (reply: FastifyReply, html: string) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .header('vary', 'accept-language')
      .send(html);

  app.get(stylesheet, hidden, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(css),
  );
  app.get('/api/docs/errors', hidden, (request, reply) => send(reply, errorsPage(languageOf(request))));
  for (const path of ['/api/docs', '/api/docs/'])
    app.get(path, hidden, (request, reply) =>
      send(reply, descriptionPage(app.swagger() as unknown as Description, languageOf(request))),
    );
}

function errorsPage(language: Language): string {
  const rows = (Object.keys(errors) as ErrorCode[]).map((code) => {
    const { status, title } = errors[code];
    return `<dt id="${code}"><code>${code}</code> (${status})</dt><dd>${title[language]}</dd>`;
  });
  const content = `<dl>${rows.join('')}</dl><p><a href="/api/docs?lang=${language}">API</a></p>`;
  return docsPage(language, { title: texts[language].errors, path: '/api/docs/errors', content });
}

function descriptionPage({ paths = {}, components }: Description, language: Language): string {
  const words = texts[language];
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  // An id has no spaces: a label of two words would be two labels.
  const idOf = (tag: string) => tag.replaceAll(' ', '-');
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'other'))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => (operation.tags?.[0] ?? 'other') === tag);
    return `<section aria-labelledby="${idOf(tag)}"><h2 id="${idOf(tag)}">${safe(tag)}</h2>${own.map(operationText).join('')}</section>`;
  });
  const schemas = Object.entries(components?.schemas ?? {}).map(
    ([name, schema]) => `<h3 id="schema-${name}"><code>${name}</code></h3><pre>${safe(schemaText(schema))}</pre>`,
  );
  const content = `<p>${words.lead} <a href="/api/v1/openapi.json">OpenAPI 3.1 (JSON)</a>. ${words.english}</p>
<p><a href="/api/docs/errors?lang=${language}">${words.errors}</a></p>
<nav aria-label="${words.contents}"><ul class="contents">${[...tags, 'schemas']
    .map((tag) => `<li><a href="#${idOf(tag)}">${safe(tag)}</a></li>`)
    .join('')}</ul></nav>
<div lang="en">
${sections.join('\n')}
<section aria-labelledby="schemas"><h2 id="schemas">schemas</h2>${schemas.join('')}</section>
</div>`;
  return docsPage(language, { title: words.title, path: '/api/docs', content });
}

function operationText({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { summary = '', description = '', security = [], parameters = [], requestBody, responses = {} } = operation;
  const ways = security.flatMap((one) => Object.keys(one));
  const replies = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return `<article aria-labelledby="${idOf(method, path)}">
<h3 id="${idOf(method, path)}"><code>${method} ${safe(path)}</code></h3>
<p>${safe(summary)}</p>
${description
  .split('\n\n')
  .map((text) => `<p>${safe(text)}</p>`)
  .join('')}
<p>${ways.length === 0 ? 'Open to everyone.' : `Needs: ${ways.map(safe).join(' or ')}.`}</p>
${
  parameters.length === 0
    ? ''
    : `<dl>${parameters
        .map(
          ({ name, in: place, required, description: about = '', schema = {} }) =>
            `<dt><code>${safe(name)}</code> (${place}${required ? ', required' : ''})</dt><dd><code>${safe(schemaText(schema))}</code> ${safe(about)}</dd>`,
        )
        .join('')}</dl>`
}
${(operation['x-codeSamples'] ?? []).map(({ source }) => `<p>Example:</p><pre>${safe(source)}</pre>`).join('')}
${requestBody ? contentText('Request body', requestBody.content) : ''}
${replies.map(([status, { content = {} }]) => contentText(`Reply ${status}`, content)).join('')}
</article>`;
}

/** What is sent or answered, folded, by media type. */
function contentText(title: string, content: Content): string {
  const types = Object.entries(content);
  if (types.length === 0) return `<p>${title}: no content.</p>`;
  return types
    .map(
      ([type, { schema = {}, example }]) =>
        `<details><summary>${title}: <code>${safe(type)}</code></summary><pre>${safe(schemaText(schema))}</pre>${
          example === undefined ? '' : `<p>Example:</p><pre>${safe(JSON.stringify(example, null, 2))}</pre>`
        }</details>`,
    )
    .join('');
}

/** `GET /api/v1/register/{id}` → `get-register-id`. */
function idOf(method: string, path: string): string {
  return `${method} ${path.replace(/^\/api\/v1/, '')}`.toLowerCase().replace(/[^a-z\d]+/g, '-');
}
