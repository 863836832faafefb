/** Words of an address, as they stand in a sentence. */
export const inQuotes = (words: readonly string[]): string => words.map((word) => `«${word}»`).join(', ');
