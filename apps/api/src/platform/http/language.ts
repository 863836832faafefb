import { type Language, languages } from '@samblikk/text';
import type { FastifyRequest } from 'fastify';

/** The language a request asks for: `?lang=`, else what Accept-Language likes best of what we have, else bokmål. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  const named = languages.find((language) => language === asked);
  if (named) return named;
  // Programs for Norwegian statistics call bokmål so.
  if (asked === 'no') return 'nb';
  const accepted = request.accepts().languages(['nb', 'no', 'nn', 'en']);
  return accepted === 'nn' || accepted === 'en' ? accepted : 'nb';
}
