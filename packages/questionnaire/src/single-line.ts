// What ends a line, what nobody sees, and what turns the direction of all that comes after it (Unicode, bidirectional formatting).
const breaking = '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';

/** A text that is one line, as a name is, and stays within itself wherever it is shown. */
export const singleLine = new RegExp(`^[^${breaking}]*$`, 'u');

/** A text as `singleLine` has it: line breaks become spaces, and what nobody sees is left out. */
export const inOneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`[${breaking}]`, 'gu'), '')
    .trim();
