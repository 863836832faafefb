/**
 * What looks the same is the same: capitals, accents, ligatures, soft hyphens, spaces without width, and the hyphen in
 * `e-post`. The letters æ, ø and å are letters of their own and stay.
 */

/** Written, but not seen: soft hyphen, joiners and spaces without width, byte-order mark. */
const unseen = '\\u00AD\\u200B-\\u200D\\u2060\\uFEFF';
const letters = `[\\p{L}\\p{N}\\p{M}${unseen}]+`;
/** A word as it is written, with what is joined to it by hyphens, and the signs of `C++`, `C#` and `.NET`. */
const written = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])\\.(?=[nN][eE][tT](?![\\p{L}\\p{N}])))?${letters}(?:[-‐‑–]${letters})*(?:\\+\\+|#)?`,
  'gu',
);
const invisible = new RegExp(`[${unseen}]`, 'gu');
const hyphens = /[-‐‑–]/u;

const alike: Readonly<Record<string, string>> = { ä: 'æ', ö: 'ø', ð: 'd', þ: 'th', ß: 'ss', œ: 'oe', ł: 'l', đ: 'd' };

/** A word in the letters it is compared by. */
export function fold(word: string): string {
  if (/^[a-zæøå0-9]+$/.test(word)) return word;
  const lower = word.normalize('NFKC').replace(invisible, '').toLowerCase();
  return (
    lower
      .replace(/[äöðþßœłđ]/g, (letter) => alike[letter] as string)
      .normalize('NFD')
      // Every mark but the ring of å.
      .replace(/(?<!a)\u030A|[\u0300-\u0309\u030B-\u036F]/g, '')
      .normalize('NFC')
  );
}

/** One word of a text. */
export interface Token {
  /** Where it stands among the words of the text; what a hyphen parts are words of their own. */
  readonly place: number;
  readonly form: string;
  /** Where it is written, to be marked. */
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text, folded. `e-post` is `e` and `post`, and `epost` in the place of each, so that it is found however it is
 * written.
 *
 * @example
 * tokensOf('Ny e-post').map(({ form }) => form) // → ['ny', 'e', 'post', 'epost', 'epost']
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  for (const { 0: word, index: start } of text.matchAll(written)) {
    const end = start + word.length;
    const parts = word.split(hyphens).map(fold).filter(Boolean);
    for (const [at, form] of parts.entries()) tokens.push({ place: place + at, form, start, end });
    if (parts.length > 1) {
      const form = parts.join('');
      for (const at of new Set([0, parts.length - 1])) tokens.push({ place: place + at, form, start, end });
    }
    place += parts.length;
  }
  return tokens;
}

/** The words of a text as they are searched for: what is joined by hyphens is one. */
export function wordsOf(text: string): string[] {
  return [...text.matchAll(written)].map(({ 0: word }) => fold(word.split(hyphens).join(''))).filter(Boolean);
}

/** A text with some of its words, by their folded form, written otherwise. */
export function withWords(text: string, others: ReadonlyMap<string, string>): string {
  return text.replace(written, (word) => others.get(wordsOf(word)[0] ?? '') ?? word);
}
