/** The longest name of a file, without ending: what every system takes, with room for a folder. */
const longest = 120;

/** Letters that names of files are known to bear; Norwegian ones as they are written without them. */
const plain = (text: string): string =>
  text
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[åÅ]/g, 'a')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w+-]/g, '');

/** Codes in a name: of many the first two, and how many more. */
export const few = (codes: readonly string[]): string =>
  codes.length > 3 ? `${codes.slice(0, 2).join('+')}+${codes.length - 2}more` : codes.join('+');

/** What a file of ours is called, without ending, of parts in order: no letter that a system does not take, and not too long. */
export const nameOfFile = (parts: readonly string[]): string =>
  ['samblikk', ...parts].map(plain).filter(Boolean).join('-').slice(0, longest);
