/** A piece of HTML or XML that is safe as it is. */
export interface Markup {
  readonly html: string;
}

type Value = string | number | Markup | readonly (string | Markup)[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in HTML and XML; signs that XML cannot hold are left out (XML 1.0, 2.2). */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] as string);

/** HTML or XML where every value is escaped, unless it is markup itself. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: parts.reduce((all, part, at) => all + show(values[at - 1] ?? '') + part) };
}

function show(value: Value): string {
  if (typeof value === 'object' && 'html' in value) return value.html;
  if (typeof value === 'object') return value.map(show).join('');
  return escaped(String(value));
}
