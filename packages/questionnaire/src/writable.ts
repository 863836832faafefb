// Control characters other than tab and line breaks, and halves of characters: PostgreSQL refuses NUL and halves in JSON,
// and no reader can see the others.
const unwritable = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\ud800-\\udfff';
const invisible = new RegExp(`[${unwritable}]`, 'gu');

/** A text that can be stored and seen. */
export const visible = new RegExp(`^[^${unwritable}]*$`, 'u');

/**
 * A text as it can be stored: what Word and PowerPoint break lines with (U+000B) becomes a line break, and other signs that
 * nobody sees are left out. For what people paste and what files hold; the answers of a program are refused instead.
 * @param lineBreak a space where the text is one line
 */
export function writable(text: string, lineBreak: '\n' | ' ' = '\n'): string {
  return text.replaceAll('\u000b', lineBreak).replace(invisible, '');
}
