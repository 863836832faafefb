import { createHash } from 'node:crypto';
import { pictureKinds, pictureVersion } from '@samblikk/contract';
import { type Language, languages } from '@samblikk/text';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { cacheable, type Deps } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { releaseOf } from '../../releases/index.ts';
import { drawn } from './draw.ts';
import { type Pictured, shownIn } from './shown.ts';

export { svgOf } from './draw.ts';
export { shownIn } from './shown.ts';

interface Address {
  Params: { language: string; release: string; kind: string; id?: string };
}

/**
 * Pictures of pages, for those that show what is shared: `picturePath` of the contract has the addresses. What stands at one is the
 * same for good; that its release and its measure are public still is asked each time.
 */
export function pictureRoutes(app: FastifyInstance, { readDb, clock }: Deps): void {
  // Drawing takes some tens of milliseconds, in a thread of its own; a picture is some 40 kB.
  const kept = new LRUCache<string, Buffer>({ maxSize: 16 * 1024 * 1024, sizeCalculation: ({ length }) => length });
  const place = `/pictures/${pictureVersion}/:language/:release`;
  for (const path of [`${place}/:kind.png`, `${place}/:kind/:id.png`]) {
    app.get<Address>(path, { schema: { hide: true }, config: { open: true } }, async (request, reply) => {
      const { year, number, ...pictured } = picturedAt(request);
      const now = clock();
      const release = await releaseOf(readDb, now, year, number);
      const shown = await shownIn(readDb, now, release, pictured);
      const key = createHash('sha256').update(JSON.stringify(shown)).digest('base64');
      const png = kept.get(key) ?? (await drawn(shown));
      kept.set(key, png);
      cacheable(reply, { lastModified: [release.frozenAt], pinned: true });
      return reply.type('image/png').send(png);
    });
  }
}

/** @throws ApiError notFound */
function picturedAt({ params }: FastifyRequest<Address>): Pictured & { year: number; number: number } {
  const language = languages.find((one): one is Language => one === params.language);
  const kind = pictureKinds.find((one) => one === params.kind);
  const [, year, number] = /^(20\d\d)\.([1-9]\d{0,4})$/.exec(params.release) ?? [];
  if (!language || !kind || year === undefined) throw new ApiError('notFound');
  return { language, kind, id: params.id, year: Number(year), number: Number(number) };
}
