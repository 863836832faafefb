import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const self = (orgnr: string) => ({
  _links: { self: { href: `https://data.brreg.no/enhetsregisteret/api/enheter/${orgnr}` } },
});
const unit = (orgnr: string, navn: string, more: object = {}) => ({
  ...{ organisasjonsnummer: orgnr, navn, organisasjonsform: { kode: 'ORGL', beskrivelse: 'Organisasjonsledd' } },
  ...{
    registrertIMvaregisteret: false,
    naeringskode1: { kode: '84.110' },
    respons_klasse: 'Enhet',
    ...more,
    ...self(orgnr),
  },
});

/** What the stand-in knows, by how it answers. */
export const numbers = {
  alive: '991825827',
  deleted: '800000130',
  none: '800000300',
  removed: '800000491',
  busy: '800000661',
  strange: '800000831',
  slow: '800001005',
  broken: '974760673',
} as const;

const replies: Readonly<Record<string, (reply: ServerResponse) => void>> = {
  [numbers.alive]: json(200, unit(numbers.alive, 'DIGITALISERINGSDIREKTORATET', { overordnetEnhet: '932384469' })),
  [numbers.deleted]: json(
    200,
    unit(numbers.deleted, 'GAMMEL ETAT', { slettedato: '2024-01-01', respons_klasse: 'SlettetEnhet' }),
  ),
  [numbers.none]: json(404, { status: 404, error: 'Not Found' }),
  [numbers.removed]: json(410, {
    organisasjonsnummer: numbers.removed,
    slettedato: '2023-05-01',
    respons_klasse: 'FjernetEnhet',
  }),
  [numbers.busy]: json(429, {}),
  [numbers.strange]: (reply) => reply.end('<html>Vedlikehold</html>'),
  [numbers.slow]: () => undefined,
  [numbers.broken]: json(500, {}),
};

function json(status: number, body: object) {
  return (reply: ServerResponse) =>
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Starts a local stand-in that speaks Enhetsregisteret's format: fields, classes and statuses as its documentation has them. */
export async function startRegister(): Promise<{ readonly url: string; close(): Promise<unknown> }> {
  const server = createServer((request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://register');
    const orgnr = pathname.split('/').at(-1) ?? '';
    if (pathname.endsWith('/enheter')) {
      const hit = searchParams.get('navn')?.startsWith('Digitalisering');
      const page = { size: 20, totalElements: hit ? 1 : 0, totalPages: hit ? 1 : 0, number: 0 };
      const enheter = [unit(numbers.alive, 'DIGITALISERINGSDIREKTORATET')];
      return json(200, { ...(hit && { _embedded: { enheter } }), _links: {}, page })(reply);
    }
    return (replies[orgnr] ?? json(404, {}))(reply);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
