import { createRequire } from 'node:module';
import { type ApiConfig, addresses, license, readConfig, registerLimits, tableFormats } from '@samblikk/contract';
import { languages, releaseName } from '@samblikk/questionnaire';
import type { FastifyInstance } from 'fastify';
import {
  cacheable,
  type Deps,
  defaultLimits,
  type Limits,
  languageOf,
  limitWindow,
  serve,
} from '../platform/http/index.ts';
import { releases } from '../releases/index.ts';

const { version }: { version: string } = createRequire(import.meta.url)('../../package.json');

const source = {
  nb: 'Samblikk, Digitaliseringsdirektoratet. Oppgi år og utgave.',
  nn: 'Samblikk, Digitaliseringsdirektoratet. Oppgi år og utgåve.',
  en: 'Samblikk, Norwegian Digitalisation Agency. Name year and release.',
};

/**
 * `/api/v1/config`: what a program has to know beforehand.
 * @param limits as `buildApp` was given them; false: requests are not limited
 */
export function termsRoutes(
  app: FastifyInstance,
  { readDb, clock }: Deps,
  limits: Limits | false = defaultLimits,
): void {
  serve(app, readConfig, async ({ request, reply }) => {
    const open = await releases(readDb, clock());
    cacheable(reply, { lastModified: [] });
    return {
      version: 'v1',
      program: version,
      languages: [...languages],
      license,
      source: source[languageOf(request)],
      limits: {
        pageSize: { usual: registerLimits.usualSize, most: registerLimits.size },
        profiles: registerLimits.profiles,
        page: registerLimits.page,
        text: registerLimits.words,
        list: registerLimits.list,
        fileRows: null,
        requests: limits
          ? {
              seconds: limitWindow,
              read: limits.all,
              write: limits.writes,
              login: limits.logins,
              report: limits.reports,
            }
          : null,
      },
      formats: { register: registerFormats, tables: [...tableFormats], feeds: ['atom'] },
      links: { description: '/api/v1/openapi.json', documentation: '/api/docs', errors: '/api/docs/errors' },
      releases: open.map((release) => ({
        name: releaseName(release),
        year: release.year,
        number: release.number,
        latest: release.latest,
        dataAsOf: release.dataAsOf.toISOString(),
        href: `/api/v1/releases/${release.id}`,
      })),
    } satisfies ApiConfig;
  });
}

/** The endings at which the register is had whole. */
const registerFormats = Object.values(addresses).flatMap(
  (address) => /^GET \/api\/v1\/register\.(\w+)$/.exec(address)?.[1] ?? [],
);
