import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { languageSchema } from './session.ts';

export const readDataset = endpoint('readDataset', {
  summary: 'The register, or one release of it, as a dataset in the words of schema.org (JSON-LD)',
  description:
    '`register` for all years, else the name of a release, e.g. `2026.1`. The whole catalogue, as DCAT-AP-NO, is at `/catalog`; what the codes mean, as SKOS, at `/codelists`.',
  tag: 'releases',
  action: 'public.read',
  params: z.object({ name: z.string().max(20) }),
  query: z.object({ lang: languageSchema.optional() }),
  reply: z.looseObject({ '@context': z.string(), '@type': z.string() }),
  types: ['application/ld+json'],
  errors: ['notFound', 'releaseWithdrawn'],
});
