import type { LetterTexts } from './letter-texts.ts';

/** Letters to readers of the register: whether they want to be told of what is new in a search, and what is new. */
export const alertLetters = {
  alertConfirm: {
    subject: {
      nb: 'Bekreft varsel fra Samblikk',
      nn: 'Stadfest varsel frå Samblikk',
      en: 'Confirm your alert from Samblikk',
    },
    text: {
      nb: `Hei!

Noen har bedt om varsel til denne adressen når det kommer nye eller endrede tiltak i dette søket:
{search}

Åpne lenken og si ja for å få varselet, høyst én e-post om dagen:
{link}

Sier du ikke ja innen 48 timer, sletter vi adressen. Har du ikke bedt om dette, kan du se bort fra e-posten.

Samblikk`,
      nn: `Hei!

Nokon har bede om varsel til denne adressa når det kjem nye eller endra tiltak i dette søket:
{search}

Opne lenkja og sei ja for å få varselet, høgst éin e-post om dagen:
{link}

Seier du ikkje ja innan 48 timar, slettar vi adressa. Har du ikkje bede om dette, kan du sjå bort frå e-posten.

Samblikk`,
      en: `Hello,

Somebody has asked for an alert to this address when measures are new or changed in this search:
{search}

Open the link and say yes to have the alert, at most one e-mail a day:
{link}

Unless you say yes within 48 hours, we delete the address. If you did not ask for this, you can ignore this e-mail.

Samblikk`,
    },
  },
  alertNews: {
    subject: {
      nb: '{count, plural, one {# nytt eller endret tiltak} other {# nye eller endrede tiltak}}: {search}',
      nn: '{count, plural, one {# nytt eller endra tiltak} other {# nye eller endra tiltak}}: {search}',
      en: '{count, plural, one {# new or changed measure} other {# new or changed measures}}: {search}',
    },
    text: {
      nb: `Hei!

Dette er nytt i søket ditt ({search}):

{list}

Se alle treffene:
{page}

Stopp varselet:
{link}

Samblikk`,
      nn: `Hei!

Dette er nytt i søket ditt ({search}):

{list}

Sjå alle treffa:
{page}

Stopp varselet:
{link}

Samblikk`,
      en: `Hello,

This is new in your search ({search}):

{list}

See all results:
{page}

Stop the alert:
{link}

Samblikk`,
    },
  },
} as const satisfies LetterTexts;
