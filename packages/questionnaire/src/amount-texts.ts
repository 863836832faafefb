import type { AmountProblem } from './amounts.ts';
import type { Text } from './definition.ts';

/** What to say about a text that could not be read as an amount. `text` is what was typed. */
export const amountTexts: Readonly<Record<AmountProblem, Text>> = {
  ambiguous: {
    nb: 'Beløpet kan leses på flere måter. Skriv det uten desimaler og med mellomrom mellom tusenene, for eksempel 1\u00a0500\u00a0000.',
    nn: 'Beløpet kan lesast på fleire måtar. Skriv det utan desimalar og med mellomrom mellom tusena, til dømes 1\u00a0500\u00a0000.',
    en: 'The amount can be read in several ways. Write it without decimals and with spaces between the thousands, for example 1\u00a0500\u00a0000.',
  },
  unclearUnit: {
    nb: 'Skriv «mill.» for millioner eller «mrd.» for milliarder, for eksempel 10\u00a0mill.',
    nn: 'Skriv «mill.» for millionar eller «mrd.» for milliardar, til dømes 10\u00a0mill.',
    en: 'Write “million”, or “mrd” for thousands of millions, for example 10\u00a0million.',
  },
  needsUnit: {
    nb: 'Mente du millioner? Skriv for eksempel «1,5\u00a0mill.», eller beløpet i hele kroner.',
    nn: 'Meinte du millionar? Skriv til dømes «1,5\u00a0mill.», eller beløpet i heile kroner.',
    en: 'Did you mean millions? Write for example “1.5\u00a0million”, or the amount in whole kroner.',
  },
  severalNumbers: {
    nb: 'Skriv bare ett beløp. Er beløpet usikkert, skriver du det beste anslaget.',
    nn: 'Skriv berre eitt beløp. Er beløpet usikkert, skriv du det beste overslaget.',
    en: 'Write only one amount. If you are not certain, write your best estimate.',
  },
  otherCurrency: {
    nb: 'Skriv beløpet i norske kroner.',
    nn: 'Skriv beløpet i norske kroner.',
    en: 'Write the amount in Norwegian kroner.',
  },
  notANumber: {
    nb: 'Skriv beløpet med sifre, for eksempel 12\u00a0500\u00a0000 eller 12,5\u00a0mill.',
    nn: 'Skriv beløpet med siffer, til dømes 12\u00a0500\u00a0000 eller 12,5\u00a0mill.',
    en: 'Write the amount in digits, for example 12\u00a0500\u00a0000 or 12.5\u00a0million.',
  },
  negative: {
    nb: 'Skriv et beløp som er 0 eller høyere.',
    nn: 'Skriv eit beløp som er 0 eller høgare.',
    en: 'Write an amount of 0 or more.',
  },
  notWhole: {
    nb: 'Skriv beløpet i hele kroner, uten øre.',
    nn: 'Skriv beløpet i heile kroner, utan øre.',
    en: 'Write the amount in whole kroner, without øre.',
  },
  tooLarge: {
    nb: 'Skriv et beløp på høyst {max, number} kroner.',
    nn: 'Skriv eit beløp på høgst {max, number} kroner.',
    en: 'Write an amount of at most {max, number} kroner.',
  },
};
