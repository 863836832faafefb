import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { loadDemo } from '../../demo/index.ts';
import { serveWeb } from '../../web.ts';
import { testDatabase } from '../db/testing.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | undefined>;
  readonly body: Buffer;
}

export interface Asked {
  readonly method?: string;
  /** As it stands in the first line of the request: nothing is made right on the way. */
  readonly target: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | undefined;
}

/** API and built web with the demonstration data, listening: some requests cannot be made without a network. */
export async function testSite() {
  const { db, close } = await testDatabase();
  const app: FastifyInstance = await buildApp({ config: testConfig(), db, limits: false, web: serveWeb });
  await loadDemo(db);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    app,
    db,
    port,
    ask: ({ method = 'GET', target, headers = {}, body }: Asked) =>
      new Promise<Answer>((done, fail) => {
        // Node leaves the length out where a method seldom has a body.
        const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const where = { host: '127.0.0.1', port, agent: headers.connection === 'close' ? (false as const) : agent };
        const sent = request({ ...where, method, path: target, headers: { ...headers, ...length } }, (reply) => {
          buffer(reply).then(
            (bytes) =>
              done({ status: reply.statusCode ?? 0, headers: reply.headers as Answer['headers'], body: bytes }),
            fail,
          );
        });
        sent.on('error', (error) => fail(new Error(`${method} ${target}: ${error.message}`)));
        sent.end(body);
      }),
    async close() {
      agent.destroy();
      await app.close();
      await close();
    },
  };
}
