import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server with one list, which can be changed, or be away: what an agency has on the open net. */
export async function listServer() {
  const state: { csv: string; status: number; asked: number; meanwhile: () => Promise<unknown> } = {
    ...{ csv: '', status: 200, asked: 0 },
    /** What happens while somebody waits for the list. */
    meanwhile: async () => undefined,
  };
  const server = createServer(async (request, reply) => {
    state.asked += 1;
    await state.meanwhile();
    // Or what the address itself says, for those who cannot reach the state.
    const csv = new URL(request.url ?? '/', 'http://x').searchParams.get('csv') ?? state.csv;
    const etag = `"${createHash('sha256').update(csv).digest('hex')}"`;
    if (state.status !== 200) reply.writeHead(state.status).end();
    else if (request.headers['if-none-match'] === etag) reply.writeHead(304).end();
    else reply.writeHead(200, { etag, 'content-type': 'text/csv' }).end(csv);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    state,
    /** Puts a list there: lines of cells. */
    put(...lines: readonly (readonly string[])[]) {
      state.csv = `${lines.map((cells) => cells.join(';')).join('\n')}\n`;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
