type Attributes = Readonly<Record<string, string | number>>;

/** An element as text. Numbers are written with two decimals at most; attributes only, no style: the site's policy forbids that. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`,
  );
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

export const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;

/** Text as XML has it: nothing that would be read as markup, and no sign that may not stand there at all. */
export function escaped(text: string): string {
  const allowed = [...text].filter(
    (sign) =>
      (sign >= ' ' || sign === '\t' || sign === '\n') &&
      sign !== '\uFFFE' &&
      sign !== '\uFFFF' &&
      !(sign.length === 1 && sign >= '\uD800' && sign <= '\uDFFF'),
  );
  return allowed.join('').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
