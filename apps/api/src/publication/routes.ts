import { csvType, csvwType, formats, readPublication } from '@samblikk/contract';
import { releaseName } from '@samblikk/questionnaire';
import { type Language, languages, prefixes } from '@samblikk/text';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { cacheable, type Deps, languageOf, sendFile, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { csvwOf } from '../register/index.ts';
import { type DatedRelease, releaseOf, releases, toRelease } from '../releases/index.ts';
import { bytesOf, editionFiles, frozenFileOf, frozenFilesOf, headerOf, listingOf } from './frozen-files.ts';

/** After the name of a CSV: what describes it. The standard looks for it there. */
const described = '-metadata.json';

/** What stands for the newest year in an address. */
const newest = 'siste';

/** An edition by name: its release, and whether the name is that release’s own. */
interface Named {
  readonly release: DatedRelease;
  readonly pinned: boolean;
}

/** What the addresses of editions give: `/api/v1/publications/2019`, and the frozen files at `/2019/tiltak.csv`. */
export function publicationRoutes(app: FastifyInstance, deps: Deps): void {
  const {
    readDb,
    clock,
    config: { publicUrl },
  } = deps;

  /** @throws ApiError notFound; releaseWithdrawn, with the reason */
  const named = async (name: string): Promise<Named> => {
    const [, year, number] = /^(20\d\d)(?:\.([1-9]\d{0,4}))?$/.exec(name) ?? [];
    if (year === undefined) throw new ApiError('notFound', { detail: 'noRelease' });
    const release = await releaseOf(readDb, clock(), Number(year), number === undefined ? undefined : Number(number));
    return { release, pinned: number !== undefined };
  };
  const newestYear = async (): Promise<number> => {
    const [first] = await releases(readDb, clock());
    if (!first) throw new ApiError('notFound', { detail: 'noRelease' });
    return first.year;
  };

  serve(app, readPublication, async ({ params, request, reply }) => {
    const name = params.name === newest ? String(await newestYear()) : params.name;
    const { release, pinned } = await named(name);
    const all = await releases(readDb, clock());
    const files = await frozenFilesOf(deps, release, languageOf(request));
    cacheable(reply, { lastModified: [release.frozenAt], pinned });
    return {
      release: toRelease(release),
      releases: all.filter(({ year }) => year === release.year).map(toRelease),
      years: [...new Set(all.map(({ year }) => year))],
      files: files.map(({ id: _, madeAt, ...file }) => ({ ...file, madeAt: madeAt.toISOString() })),
    };
  });

  for (const language of languages) {
    for (const file of editionFiles) {
      const isCsv = formats[file.format].type === csvType;
      at(language, file.name, async ({ release, pinned }, reply, url) => {
        const found = await frozenFileOf(deps, release, language, file);
        keep(reply, { pinned, madeAt: found.madeAt });
        return sendFile(reply, {
          format: file.format,
          describedBy: isCsv ? { address: `${url}${described}`, type: csvwType } : undefined,
          name: `samblikk-${releaseName(release)}-${file.name.replace(/\.\w+$/, '')}`,
          sha256: found.sha256,
          content: bytesOf(readDb, found),
        });
      });
      if (!isCsv) continue;
      // Not frozen: it is not of the edition’s files, and those that were made before had none. It describes the columns they have.
      at(language, `${file.name}${described}`, async ({ release, pinned }, reply, url) => {
        const found = await frozenFileOf(deps, release, language, file);
        cacheable(reply, { lastModified: [found.madeAt], pinned });
        const header = await headerOf(readDb, found);
        const how = { site: publicUrl, url: publicUrl + url.slice(0, -described.length), header };
        const listing = await listingOf(deps, release, language);
        const said = csvwOf(listing, { ...how, excel: file.format === 'csv-excel' });
        return reply.type(csvwType).send(JSON.stringify(said, null, 1));
      });
    }
    at(language, 'checksums.txt', async ({ release, pinned }, reply) => {
      const files = await frozenFilesOf(deps, release, language);
      keep(reply, { pinned, madeAt: files.at(-1)?.madeAt ?? release.frozenAt });
      const lines = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`);
      return reply.type('text/plain; charset=utf-8').send(lines.join(''));
    });
  }

  /** Serves a file of every edition; with `siste` in its place, leads to that of the newest year. */
  function at(
    language: Language,
    file: string,
    send: (of: Named, reply: FastifyReply, url: string) => Promise<FastifyReply>,
  ) {
    const options = { schema: { hide: true }, config: { open: true } } as const;
    app.get<{ Params: { edition: string } }>(
      `${prefixes[language]}/:edition/${file}`,
      options,
      async ({ params: { edition } }, reply) => {
        const url = (name: string) => `${prefixes[language]}/${name}/${file}`;
        if (edition !== newest) return send(await named(edition), reply, url(edition));
        const year = await newestYear();
        cacheable(reply, { lastModified: [] });
        return reply.redirect(url(String(year)), 302);
      },
    );
  }
}

/**
 * How long a file may be kept. That of a release never changes; but the release may be withdrawn, and then it must be gone
 * within the hour: `immutable` spares asking again until then.
 */
function keep(reply: FastifyReply, { pinned, madeAt }: { pinned: boolean; madeAt: Date }): void {
  cacheable(reply, { lastModified: [madeAt], pinned });
  if (pinned) reply.header('cache-control', `${reply.getHeader('cache-control')}, immutable`);
}
