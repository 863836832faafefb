import { xmlText } from '@samblikk/files';

/** A piece of HTML or XML that is safe as it is. */
export interface Markup {
  readonly html: string;
}

type Value = string | number | Markup | readonly (string | Markup)[];

/** HTML or XML where every value is escaped, unless it is markup itself. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: parts.reduce((all, part, at) => all + show(values[at - 1] ?? '') + part) };
}

function show(value: Value): string {
  if (typeof value === 'object' && 'html' in value) return value.html;
  if (typeof value === 'object') return value.map(show).join('');
  return xmlText(String(value));
}
