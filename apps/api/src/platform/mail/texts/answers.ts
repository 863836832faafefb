import type { LetterTexts } from './letter-texts.ts';

/** Letters about what is submitted: the receipt, and a wish that it be submitted. */
export const answerLetters = {
  receipt: {
    subject: {
      nb: 'Kvittering {receipt}: {agency} har sendt inn for {year}',
      nn: 'Kvittering {receipt}: {agency} har sendt inn for {year}',
      en: 'Receipt {receipt}: {agency} has submitted for {year}',
    },
    text: {
      nb: `{nothing, select, yes {{agency} har svart at de ikke har digitaliseringstiltak å melde for {year}.} other {{agency} har sendt inn {count, plural, one {# tiltak} other {# tiltak}} i kartleggingen av digitaliseringstiltak for {year}.}} Takk!

Referanse: {receipt}
Tidspunkt: {time}{late, select, yes { (etter fristen)} other {}}
Sendt inn av: {by}
Fingeravtrykk av innholdet: {hash}

Logg inn for å se alt som ble sendt inn, eller laste det ned som PDF:
{link}

Samblikk`,
      nn: `{nothing, select, yes {{agency} har svart at dei ikkje har digitaliseringstiltak å melde for {year}.} other {{agency} har sendt inn {count, plural, one {# tiltak} other {# tiltak}} i kartlegginga av digitaliseringstiltak for {year}.}} Takk!

Referanse: {receipt}
Tidspunkt: {time}{late, select, yes { (etter fristen)} other {}}
Sendt inn av: {by}
Fingeravtrykk av innhaldet: {hash}

Logg inn for å sjå alt som vart sendt inn, eller laste det ned som PDF:
{link}

Samblikk`,
      en: `{nothing, select, yes {{agency} has answered that it has no digitalisation measures to report for {year}.} other {{agency} has submitted {count, plural, one {# measure} other {# measures}} in the survey of digitalisation measures for {year}.}} Thank you!

Reference: {receipt}
Time: {time}{late, select, yes { (after the deadline)} other {}}
Submitted by: {by}
Fingerprint of the content: {hash}

Sign in to see all that was submitted, or to download it as PDF:
{link}

Samblikk`,
    },
  },
  submissionAsked: {
    subject: {
      nb: '{by} ber om at svaret fra {agency} for {year} blir sendt inn',
      nn: '{by} ber om at svaret frå {agency} for {year} blir sendt inn',
      en: '{by} asks for the answer of {agency} for {year} to be submitted',
    },
    text: {
      nb: `Hei!

{by} har fylt ut kartleggingen av digitaliseringstiltak for {agency} og ber noen som kan sende inn, om å gjøre det.{deadline, select, none {} other { Fristen er {deadline}.}}

Logg inn, se over svaret og send inn:
{link}

Samblikk`,
      nn: `Hei!

{by} har fylt ut kartlegginga av digitaliseringstiltak for {agency} og ber nokon som kan sende inn, om å gjere det.{deadline, select, none {} other { Fristen er {deadline}.}}

Logg inn, sjå over svaret og send inn:
{link}

Samblikk`,
      en: `Hello,

{by} has filled in the survey of digitalisation measures for {agency} and asks someone who may submit it to do so.{deadline, select, none {} other { The deadline is {deadline}.}}

Sign in, look the answer over and submit it:
{link}

Samblikk`,
    },
  },
} as const satisfies LetterTexts;
