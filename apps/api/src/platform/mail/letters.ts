import { type Language, locales, type Text } from '@samblikk/questionnaire';
import { IntlMessageFormat } from 'intl-messageformat';

/** An e-mail as it is sent: plain text only, which every reader shows and no filter suspects. */
export interface Letter {
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

/** What is written to people, as ICU messages. */
const letters = {
  invitation: {
    subject: {
      nb: 'Du er invitert til å svare for {agency} i Samblikk',
      nn: 'Du er invitert til å svare for {agency} i Samblikk',
      en: 'You are invited to answer for {agency} in Samblikk',
    },
    text: {
      nb: `Hei!

{inviter} har invitert deg til å {role, select, fill {fylle ut} submit {fylle ut og sende inn} other {lese}} kartleggingen av digitaliseringstiltak for {agency}.

Åpne lenken og logg inn. Den kan brukes én gang, og virker til {expires, date, day}:
{link}

Kjenner du ikke til dette, kan du se bort fra e-posten.

Samblikk`,
      nn: `Hei!

{inviter} har invitert deg til å {role, select, fill {fylle ut} submit {fylle ut og sende inn} other {lese}} kartlegginga av digitaliseringstiltak for {agency}.

Opne lenkja og logg inn. Ho kan brukast éin gong, og verkar til {expires, date, day}:
{link}

Kjenner du ikkje til dette, kan du sjå bort frå e-posten.

Samblikk`,
      en: `Hello,

{inviter} has invited you to {role, select, fill {fill in} submit {fill in and send in} other {read}} the survey of digitalisation measures for {agency}.

Open the link and sign in. It can be used once, and works until {expires, date, day}:
{link}

If you do not know what this is about, you can ignore this e-mail.

Samblikk`,
    },
  },
  delegationByInvitation: {
    subject: {
      nb: '{agency} ber deg svare på en del av kartleggingen innen {due, date, day}',
      nn: '{agency} ber deg svare på ein del av kartlegginga innan {due, date, day}',
      en: '{agency} asks you to answer a part of the survey by {due, date, day}',
    },
    text: {
      nb: `Hei!

{inviter} i {agency} ber deg svare på {whole, select, yes {tiltak {number}} other {delen «{section}» av tiltak {number}}} i kartleggingen av digitaliseringstiltak, innen {due, date, day}.

Åpne lenken og logg inn. Den kan brukes én gang, og virker til {expires, date, day}:
{link}

Kjenner du ikke til dette, kan du se bort fra e-posten.

Samblikk`,
      nn: `Hei!

{inviter} i {agency} ber deg svare på {whole, select, yes {tiltak {number}} other {delen «{section}» av tiltak {number}}} i kartlegginga av digitaliseringstiltak, innan {due, date, day}.

Opne lenkja og logg inn. Ho kan brukast éin gong, og verkar til {expires, date, day}:
{link}

Kjenner du ikkje til dette, kan du sjå bort frå e-posten.

Samblikk`,
      en: `Hello,

{inviter} at {agency} asks you to answer {whole, select, yes {measure {number}} other {the part “{section}” of measure {number}}} in the survey of digitalisation measures, by {due, date, day}.

Open the link and sign in. It can be used once, and works until {expires, date, day}:
{link}

If you do not know what this is about, you can ignore this e-mail.

Samblikk`,
    },
  },
  delegation: {
    subject: {
      nb: '{agency} ber deg svare på en del av kartleggingen innen {due, date, day}',
      nn: '{agency} ber deg svare på ein del av kartlegginga innan {due, date, day}',
      en: '{agency} asks you to answer a part of the survey by {due, date, day}',
    },
    text: {
      nb: `Hei!

{inviter} ber deg svare på {whole, select, yes {tiltak {number}} other {delen «{section}» av tiltak {number}}} for {agency}, innen {due, date, day}. Logg inn, så finner du det her:
{link}

Samblikk`,
      nn: `Hei!

{inviter} ber deg svare på {whole, select, yes {tiltak {number}} other {delen «{section}» av tiltak {number}}} for {agency}, innan {due, date, day}. Logg inn, så finn du det her:
{link}

Samblikk`,
      en: `Hello,

{inviter} asks you to answer {whole, select, yes {measure {number}} other {the part “{section}” of measure {number}}} for {agency}, by {due, date, day}. Sign in, and you find it here:
{link}

Samblikk`,
    },
  },
  delegationFinished: {
    subject: {
      nb: '{colleague} er ferdig med tiltak {number}',
      nn: '{colleague} er ferdig med tiltak {number}',
      en: '{colleague} has finished with measure {number}',
    },
    text: {
      nb: `Hei!

{colleague} sier fra at {whole, select, yes {tiltak {number}} other {delen «{section}» av tiltak {number}}} for {agency} er ferdig. Se over svarene her:
{link}

Samblikk`,
      nn: `Hei!

{colleague} seier frå at {whole, select, yes {tiltak {number}} other {delen «{section}» av tiltak {number}}} for {agency} er ferdig. Sjå over svara her:
{link}

Samblikk`,
      en: `Hello,

{colleague} tells that {whole, select, yes {measure {number}} other {the part “{section}” of measure {number}}} for {agency} is finished. Look the answers over here:
{link}

Samblikk`,
    },
  },
  query: {
    subject: {
      nb: 'Et spørsmål om tiltak {number} i kartleggingen for {year}',
      nn: 'Eit spørsmål om tiltak {number} i kartlegginga for {year}',
      en: 'A question about measure {number} in the survey of {year}',
    },
    text: {
      nb: `Hei!

Digitaliseringsdirektoratet har et spørsmål om tiltak {number}, som {agency} har sendt inn i kartleggingen av digitaliseringstiltak for {year}.{reopened, select, yes { Dere kan endre svaret til og med {until, date, day}.} other {}}

Logg inn for å lese spørsmålet og svare:
{link}

Samblikk`,
      nn: `Hei!

Digitaliseringsdirektoratet har eit spørsmål om tiltak {number}, som {agency} har sendt inn i kartlegginga av digitaliseringstiltak for {year}.{reopened, select, yes { De kan endre svaret til og med {until, date, day}.} other {}}

Logg inn for å lese spørsmålet og svare:
{link}

Samblikk`,
      en: `Hello,

The Norwegian Digitalisation Agency has a question about measure {number}, which {agency} has sent in to the survey of digitalisation measures for {year}.{reopened, select, yes { You may change the answer until and including {until, date, day}.} other {}}

Sign in to read the question and reply:
{link}

Samblikk`,
    },
  },
  receipt: {
    subject: {
      nb: 'Kvittering {receipt}: {agency} har sendt inn for {year}',
      nn: 'Kvittering {receipt}: {agency} har sendt inn for {year}',
      en: 'Receipt {receipt}: {agency} has sent in for {year}',
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
      en: `{nothing, select, yes {{agency} has answered that it has no digitalisation measures to report for {year}.} other {{agency} has sent in {count, plural, one {# measure} other {# measures}} in the survey of digitalisation measures for {year}.}} Thank you!

Reference: {receipt}
Time: {time}{late, select, yes { (after the deadline)} other {}}
Sent in by: {by}
Fingerprint of the content: {hash}

Sign in to see all that was sent in, or to download it as PDF:
{link}

Samblikk`,
    },
  },
  submissionAsked: {
    subject: {
      nb: '{by} ber om at svaret fra {agency} for {year} blir sendt inn',
      nn: '{by} ber om at svaret frå {agency} for {year} blir sendt inn',
      en: '{by} asks for the answer of {agency} for {year} to be sent in',
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

{by} has filled in the survey of digitalisation measures for {agency} and asks someone who may send it in to do so.{deadline, select, none {} other { The deadline is {deadline}.}}

Sign in, look the answer over and send it in:
{link}

Samblikk`,
    },
  },
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

The Norwegian Digitalisation Agency has opened the survey of {year} again for {agency}. You may answer until {until}. What you send in is marked as sent after the deadline.

Sign in to answer:
{link}

Samblikk`,
    },
  },
} as const satisfies Record<string, { subject: Text; text: Text }>;

export type LetterName = keyof typeof letters;
export const letterNames = Object.keys(letters) as LetterName[];

/** Writes a letter. @throws when a value that its text names is missing */
export function compose(
  name: LetterName,
  to: string,
  language: Language,
  values: Readonly<Record<string, string | number | Date>>,
): Letter {
  const write = (text: Text) =>
    String(
      new IntlMessageFormat(
        text[language],
        locales[language],
        { date: { day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Oslo' } } },
        { ignoreTag: true },
      ).format({ ...values }),
    );
  // A name with a line break in it must not become a header of its own.
  const subject = write(letters[name].subject).replace(/\s+/g, ' ');
  return { to, language, subject, text: write(letters[name].text) };
}
