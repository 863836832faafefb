/** Seen by nobody, wherever it stands: soft hyphen, joiners, direction marks, variation selectors, byte order mark. */
const invisible =
  /\u00ad|\u200b|\u200c|\u200d|\u200e|\u200f|[\u202a-\u202e]|[\u2060-\u2064]|[\u2066-\u2069]|[\ufe00-\ufe0f]|\ufeff/g;

/**
 * A text in characters that a font has. A tab becomes spaces, a ligature or a full-width letter its plain letters, what is
 * invisible goes; any other character stands as its number in Unicode, such as `[U+2610]`, rather than as an empty box.
 *
 * @param has whether the font has this code point
 * @returns the text, and whether there are numbers in it
 * @example printable('ﬁ ☐', (code) => code < 0x250) // { text: 'fi [U+2610]', replaced: true }
 */
export function printable(
  text: string,
  has: (codePoint: number) => boolean,
): { readonly text: string; readonly replaced: boolean } {
  // Letters and their accents as one character: many fonts have no accents apart.
  const composed = text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').replace(invisible, '').normalize('NFC');
  const shown = (part: string) => [...part].every((character) => character === '\n' || has(codeOf(character)));
  const marked = [...composed].map((character) => {
    if (shown(character)) return character;
    const plain = character.normalize('NFKC');
    return shown(plain) ? plain : `[${numberOf(character)}]`;
  });
  // A word in another script is one bracket, not one for each letter.
  const written = marked.join('').replaceAll(/(?<=\[U\+[0-9A-F]+)\]\[(?=U\+)/g, ' ');
  return { text: written, replaced: marked.some((part) => part.startsWith('[U+')) };
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const numberOf = (character: string): string => `U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}`;
