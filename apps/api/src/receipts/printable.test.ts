import { expect, test } from 'vitest';
import { printable } from './printable.ts';

/** A font with the Latin letters of Europe. */
const latin = (code: number) => code >= 0x20 && code < 0x250;

test.each([
  ['Blåbærsyltetøy på Čáhppesduottar\nog en linje til', 'Blåbærsyltetøy på Čáhppesduottar\nog en linje til', false],
  ['en\ttabulator', 'en    tabulator', false],
  ['ma\u00adskin\u200bell', 'maskinell', false],
  ['ﬁnans og ＡＢ', 'finans og AB', false],
  ['a\u030a og e\u0301', 'å og é', false],
  ['☐ gjort', '[U+2610] gjort', true],
  ['👩‍💻 ferdig ✔️', '[U+1F469 U+1F4BB] ferdig [U+2714]', true],
  ['数据', '[U+6570 U+636E]', true],
  ['سلام verden', '[U+0633 U+0644 U+0627 U+0645] verden', true],
])('%j is written %j', (text, written, replaced) => {
  expect(printable(text, latin)).toEqual({ text: written, replaced });
});
