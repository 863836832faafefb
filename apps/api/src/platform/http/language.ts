import type { Language } from '@samblikk/questionnaire';

/** The language a request asks for: `?lang=`, else Accept-Language, else bokmål. */
export function languageOf(request: { query?: unknown; headers: Record<string, unknown> }): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  if (asked === 'nb' || asked === 'nn' || asked === 'en') return asked;
  const accepted = String(request.headers['accept-language'] ?? '').toLowerCase();
  const first = accepted.split(',')[0]?.trim().slice(0, 2);
  return first === 'nn' || first === 'en' ? first : 'nb';
}
