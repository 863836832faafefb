import type { LetterTexts } from './letter-texts.ts';

/** Letters about what is submitted: the receipt, which staff may edit, so that only values by name stand in it; and a wish that it be submitted. */
export const answerLetters = {
  receipt: {
    subject: {
      nb: 'Kvittering {receipt}: {agency} har sendt inn for {year}',
      nn: 'Kvittering {receipt}: {agency} har sendt inn for {year}',
      en: 'Receipt {receipt}: {agency} has submitted for {year}',
    },
    text: {
      nb: `{agency} har sendt inn svaret i kartleggingen av digitaliseringstiltak for {year}: {answered}. Takk!

Referanse: {receipt}
Tidspunkt: {time}
Sendt inn av: {by}
Fingeravtrykk av innholdet: {hash}

Logg inn for å se alt som ble sendt inn, eller laste det ned som PDF:
{link}

Samblikk`,
      nn: `{agency} har sendt inn svaret i kartlegginga av digitaliseringstiltak for {year}: {answered}. Takk!

Referanse: {receipt}
Tidspunkt: {time}
Sendt inn av: {by}
Fingeravtrykk av innhaldet: {hash}

Logg inn for å sjå alt som vart sendt inn, eller laste det ned som PDF:
{link}

Samblikk`,
      en: `{agency} has submitted its answer in the survey of digitalisation measures for {year}: {answered}. Thank you!

Reference: {receipt}
Time: {time}
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
