import type { LetterTexts } from './letter-texts.ts';

/** Letters about who answers: an invitation, a part given to a colleague, and that it is finished. */
export const colleagueLetters = {
  accessInvitation: {
    subject: {
      nb: 'Du er invitert til å svare for {agency} i Samblikk',
      nn: 'Du er invitert til å svare for {agency} i Samblikk',
      en: 'You are invited to answer for {agency} in Samblikk',
    },
    text: {
      nb: `Hei!

{inviter} har invitert deg til å {task} kartleggingen av digitaliseringstiltak for {agency}.

Åpne lenken og logg inn. Den kan brukes én gang, og virker til {expires, date, day}:
{link}

Kjenner du ikke til dette, kan du se bort fra e-posten.

Samblikk`,
      nn: `Hei!

{inviter} har invitert deg til å {task} kartlegginga av digitaliseringstiltak for {agency}.

Opne lenkja og logg inn. Ho kan brukast éin gong, og verkar til {expires, date, day}:
{link}

Kjenner du ikkje til dette, kan du sjå bort frå e-posten.

Samblikk`,
      en: `Hello,

{inviter} has invited you to {task} the survey of digitalisation measures for {agency}.

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
} as const satisfies LetterTexts;
