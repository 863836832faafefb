import type { PxLanguage } from '@samblikk/contract';

const base = '/api/pxwebapi/v2';

export interface Links {
  /** The whole address of a path below ours, in a language. */
  absolute(path: string, lang: PxLanguage, more?: Readonly<Record<string, string>>): string;
  link(
    rel: string,
    path: string,
    lang: PxLanguage,
    more?: Readonly<Record<string, string>>,
  ): { rel: string; hreflang: string; href: string };
}

/** Links as the standard has them: what they are, in which language, whole addresses. */
export function linksFrom(publicUrl: string): Links {
  const absolute: Links['absolute'] = (path, lang, more = {}) =>
    `${publicUrl}${base}${path}?${new URLSearchParams({ lang, ...more })}`;
  return {
    absolute,
    link: (rel, path, lang, more) => ({ rel, hreflang: lang, href: absolute(path, lang, more) }),
  };
}
