const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text without the signs that XML cannot hold, not even written as numbers (XML 1.0, 2.2). */
export const writableInXml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML cannot hold
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');

/**
 * Text as it stands in XML and HTML, in an element or between double quotes; signs that XML cannot hold are left out.
 *
 * @example
 * xmlText('Fisk & <vilt>') // → 'Fisk &amp; &lt;vilt&gt;'
 */
export const xmlText = (text: string): string =>
  writableInXml(text).replace(/[&<>"]/g, (sign) => entities[sign] as string);
