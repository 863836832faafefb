import type { LetterTexts } from './letter-texts.ts';

/** Letters about the time there is to answer. */
export const roundLetters = {
  moreTimeAsked: {
    subject: {
      nb: '{agency} ber om mer tid i runden {year}',
      nn: '{agency} ber om meir tid i runden {year}',
      en: '{agency} asks for more time in the round of {year}',
    },
    text: {
      nb: `Hei!

{by} i {agency} ber om å få svare på kartleggingen for {year} etter at den er lukket. Begrunnelsen er:

«{reason}»

Logg inn for å åpne runden for virksomheten:
{link}

Samblikk`,
      nn: `Hei!

{by} i {agency} ber om å få svare på kartlegginga for {year} etter at ho er lukka. Grunngivinga er:

«{reason}»

Logg inn for å opne runden for verksemda:
{link}

Samblikk`,
      en: `Hello,

{by} at {agency} asks to answer the survey of {year} after it has closed. The reason given is:

“{reason}”

Sign in to open the round for the agency:
{link}

Samblikk`,
    },
  },
  moreTimeGranted: {
    subject: {
      nb: '{agency} kan svare for {year} til {until}',
      nn: '{agency} kan svare for {year} til {until}',
      en: '{agency} may answer for {year} until {until}',
    },
    text: {
      nb: `Hei!

Digitaliseringsdirektoratet har åpnet kartleggingen for {year} på nytt for {agency}. Dere kan svare til {until}. Det dere sender inn, blir merket som sendt etter fristen.

Logg inn for å svare:
{link}

Samblikk`,
      nn: `Hei!

Digitaliseringsdirektoratet har opna kartlegginga for {year} på nytt for {agency}. De kan svare til {until}. Det de sender inn, blir merkt som sendt etter fristen.

Logg inn for å svare:
{link}

Samblikk`,
      en: `Hello,

The Norwegian Digitalisation Agency has opened the survey of {year} again for {agency}. You may answer until {until}. What you submit is marked as sent after the deadline.

Sign in to answer:
{link}

Samblikk`,
    },
  },
  moreTimeRefused: {
    subject: {
      nb: '{agency} får ikke mer tid i runden {year}',
      nn: '{agency} får ikkje meir tid i runden {year}',
      en: '{agency} gets no more time in the round of {year}',
    },
    text: {
      nb: `Hei!

{agency} har bedt om å få svare på kartleggingen for {year} etter at den er lukket. Digitaliseringsdirektoratet har sagt nei. Begrunnelsen er:

«{reason}»

Det dere alt har sendt inn, står som det er. Har noe endret seg, kan dere be om mer tid på nytt. Logg inn for å gjøre det:
{link}

Samblikk`,
      nn: `Hei!

{agency} har bede om å få svare på kartlegginga for {year} etter at ho er lukka. Digitaliseringsdirektoratet har sagt nei. Grunngivinga er:

«{reason}»

Det de alt har sendt inn, står som det er. Har noko endra seg, kan de be om meir tid på nytt. Logg inn for å gjere det:
{link}

Samblikk`,
      en: `Hello,

{agency} has asked to answer the survey of {year} after it has closed. The Norwegian Digitalisation Agency has said no. The reason given is:

“{reason}”

What you have submitted stands as it is. If something has changed, you may ask for more time again. Sign in to do so:
{link}

Samblikk`,
    },
  },
} as const satisfies LetterTexts;
