/** What the number format of a cell style says that its number does not: `%`, or the sign of another currency. */
export type NumberFormats = ReadonlyMap<string, string>;

/** Formats that workbooks know without their being written (ECMA-376, 18.8.30). */
const builtIn: Readonly<Record<string, string>> = { 9: '0%', 10: '0.00%' };
const currencies = /€|£|¥|\$|\b(?:EUR|USD|GBP|SEK|DKK|CHF|JPY)\b/;

/** The cell styles of a workbook whose numbers are per cent or in another currency, by their place in its list. */
export function numberFormats(styles: string): NumberFormats {
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find((value) => value !== undefined);
  const codes = new Map(
    [...styles.matchAll(/<(?:\w+:)?numFmt\b[^<>]*>/g)].map(([tag]) => [
      attribute(tag, 'numFmtId') ?? '',
      (attribute(tag, 'formatCode') ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );
  const [cells = ''] = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles) ?? [];
  const found = [...cells.matchAll(/<(?:\w+:)?xf\b[^<>]*>/g)].map(([tag], place) => {
    const id = attribute(tag, 'numFmtId') ?? '0';
    return [String(place), unitOf(codes.get(id) ?? builtIn[id] ?? '')] as const;
  });
  return new Map(found.filter((one): one is [string, string] => one[1] !== undefined));
}

/** The unit a format code writes: only what it does for positive numbers, without colours and conditions. */
function unitOf(code: string): string | undefined {
  const [positive = ''] = code.split(';');
  // `[$€-2]` is a sign and a place; `[$-414]` is a place alone.
  const shown = positive.replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '$1').replace(/\[[^\]]*\]/g, '');
  const [currency] = currencies.exec(shown) ?? [];
  if (currency) return currency;
  return shown.replace(/"[^"]*"|\\./g, '').includes('%') ? '%' : undefined;
}

/** The cells of a sheet as texts where their numbers are per cent or in another currency: `45 %`, `500 €`. */
export function withUnits(sheet: string, formats: NumberFormats): string {
  if (formats.size === 0) return sheet;
  const cell = /<((?:\w+:)?)c\b([^<>]*)>(\s*<(?:\w+:)?v\b[^<>]*>)([^<]*)(<\/(?:\w+:)?v>\s*)<\/\1c>/g;
  return sheet.replace(cell, (whole, prefix: string, tag: string, open: string, value: string, close: string) => {
    const style = /\ss\s*=\s*["'](\d+)["']/.exec(tag)?.[1];
    const unit = style === undefined ? undefined : formats.get(style);
    const type = /\st\s*=\s*["'](\w+)["']/.exec(tag)?.[1] ?? 'n';
    const number = Number(value);
    if (unit === undefined || type !== 'n' || value.trim() === '' || !Number.isFinite(number)) return whole;
    // Ten digits are more than anyone writes, and leave out what counting in halves adds.
    const shown = Number((unit === '%' ? number * 100 : number).toPrecision(10));
    const bare = tag.replace(/\s[ts]\s*=\s*["'][^"']*["']/g, '');
    return `<${prefix}c${bare} t="str">${open}${shown} ${unit}${close}</${prefix}c>`;
  });
}
