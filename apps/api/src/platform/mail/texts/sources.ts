import type { LetterTexts } from './letter-texts.ts';

/** Letters to an agency about the files we watch for it. */
export const sourceLetters = {
  sourceNeeds: {
    subject: {
      nb: '{failed, select, yes {Vi får ikke lest listen «{source}»} other {Listen «{source}» trenger dere}}',
      nn: '{failed, select, yes {Vi får ikkje lese lista «{source}»} other {Lista «{source}» treng dykk}}',
      en: '{failed, select, yes {We cannot read the list “{source}”} other {The list “{source}” needs you}}',
    },
    text: {
      nb: `Hei!

{failed, select, yes {Samblikk får ikke hentet eller lest listen «{source}» til {agency}. Ingenting er endret, og vi prøver igjen.} other {Samblikk har lest listen «{source}» til {agency}. {count, plural, one {Én ting} other {# ting}} kunne vi ikke avgjøre selv: rader vi ikke forstår, ord vi ikke kjenner, eller svar som dere har endret i skjemaet.}}

Logg inn for å se hva det gjelder:
{link}

Det dere har skrevet i skjemaet, blir aldri overskrevet, og ingenting blir sendt inn av seg selv.

Samblikk`,
      nn: `Hei!

{failed, select, yes {Samblikk får ikkje henta eller lese lista «{source}» til {agency}. Ingenting er endra, og vi prøver igjen.} other {Samblikk har lese lista «{source}» til {agency}. {count, plural, one {Éin ting} other {# ting}} kunne vi ikkje avgjere sjølve: rader vi ikkje forstår, ord vi ikkje kjenner, eller svar som de har endra i skjemaet.}}

Logg inn for å sjå kva det gjeld:
{link}

Det de har skrive i skjemaet, blir aldri overskrive, og ingenting blir sendt inn av seg sjølv.

Samblikk`,
      en: `Hello,

{failed, select, yes {Samblikk cannot fetch or read the list “{source}” of {agency}. Nothing has been changed, and we try again.} other {Samblikk has read the list “{source}” of {agency}. There {count, plural, one {is one thing} other {are # things}} we could not settle by ourselves: rows we do not understand, words we do not know, or answers that you have changed in the form.}}

Sign in to see what it is:
{link}

What you have typed in the form is never overwritten, and nothing is sent in by itself.

Samblikk`,
    },
  },
} as const satisfies LetterTexts;
