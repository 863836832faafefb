import { type Language, languages, prefixes } from '@samblikk/text';

export { type Language, languageNames } from '@samblikk/text';

export const allLanguages = languages;

/** The language of an address: `/nn/tall` → nn, `/tall` → nb. */
export function languageOfPath(pathname: string): Language {
  const first = pathname.split('/')[1];
  return first === 'nn' || first === 'en' ? first : 'nb';
}

/** The address without its language: `/nn/tall` → `/tall`. */
export function withoutLanguage(pathname: string): string {
  const prefix = prefixes[languageOfPath(pathname)];
  return pathname.slice(prefix.length) || '/';
}

/** The same page in another language; `path` is an address without language, query and all. */
export function inLanguage(path: string, language: Language): string {
  const prefix = prefixes[language];
  if (prefix === '') return path;
  return path.startsWith('/?') || path === '/' ? prefix + path.slice(1) : prefix + path;
}
