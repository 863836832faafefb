import type { LetterTexts } from './letter-texts.ts';

/** Letters about errors that readers report: to the agency that answers, and to the reader who left an address. */
export const errorReportLetters = {
  errorReports: {
    subject: {
      nb: '{count, plural, one {Det er meldt en feil i et tiltak} other {Det er meldt # feil i tiltakene}}, svar innen {day}',
      nn: '{count, plural, one {Det er meldt ein feil i eit tiltak} other {Det er meldt # feil i tiltaka}}, svar innan {day}',
      en: '{count, plural, one {An error has been reported in a measure} other {# errors have been reported in measures}}, answer by {day}',
    },
    text: {
      nb: `Hei!

Lesere av det offentlige registeret har meldt {count, plural, one {en feil} other {# feil}} i tiltakene til {agency}. {late, select, yes {Fristen for å svare var {day}.} other {Svar innen {day}.}}

Logg inn for å lese hva som er meldt, og svare:
{link}

Har leseren lagt igjen en adresse, sender vi svaret dit. Er noe feil, retter dere det i svaret på kartleggingen, eller ber Digitaliseringsdirektoratet om å rette det.

Samblikk`,
      nn: `Hei!

Lesarar av det offentlege registeret har meldt {count, plural, one {ein feil} other {# feil}} i tiltaka til {agency}. {late, select, yes {Fristen for å svare var {day}.} other {Svar innan {day}.}}

Logg inn for å lese kva som er meldt, og svare:
{link}

Har lesaren lagt att ei adresse, sender vi svaret dit. Er noko feil, rettar de det i svaret på kartlegginga, eller bed Digitaliseringsdirektoratet om å rette det.

Samblikk`,
      en: `Hello,

Readers of the public register have reported {count, plural, one {an error} other {# errors}} in measures of {agency}. {late, select, yes {The answer was due on {day}.} other {Answer by {day}.}}

Sign in to read what was reported, and answer:
{link}

If the reader left an address, we send your answer there. If something is wrong, correct it in your answer to the survey, or ask the Norwegian Digitalisation Agency to correct it.

Samblikk`,
    },
  },
  errorAnswered: {
    subject: {
      nb: 'Svar på feilen du meldte i tiltak {number}',
      nn: 'Svar på feilen du melde i tiltak {number}',
      en: 'Answer to the error you reported in measure {number}',
    },
    text: {
      nb: `Hei!

Du meldte en feil i tiltak {number}{about, select, question { («{question}»)} other {}}:

«{report}»

{outcome, select, accepted {{agency} er enig i at det er feil.} rejected {{agency} mener at det som står, er riktig.} other {{agency} mener at meldingen ikke gjelder innholdet i tiltaket.}} Svaret er:

«{answer}»

Det som blir rettet, vises i den neste utgaven av registeret. Tiltaket:
{link}

Adressen din er slettet, og denne e-posten slettes hos oss etter 30 dager.

Samblikk`,
      nn: `Hei!

Du melde ein feil i tiltak {number}{about, select, question { («{question}»)} other {}}:

«{report}»

{outcome, select, accepted {{agency} er samd i at det er feil.} rejected {{agency} meiner at det som står, er rett.} other {{agency} meiner at meldinga ikkje gjeld innhaldet i tiltaket.}} Svaret er:

«{answer}»

Det som blir retta, viser i den neste utgåva av registeret. Tiltaket:
{link}

Adressa di er sletta, og denne e-posten blir sletta hos oss etter 30 dagar.

Samblikk`,
      en: `Hello,

You reported an error in measure {number}{about, select, question { (“{question}”)} other {}}:

“{report}”

{outcome, select, accepted {{agency} agrees that it is an error.} rejected {{agency} holds that what stands is right.} other {{agency} holds that the report is not about the contents of the measure.}} The answer is:

“{answer}”

What is corrected shows in the next release of the register. The measure:
{link}

Your address is deleted, and we delete this e-mail after 30 days.

Samblikk`,
    },
  },
} as const satisfies LetterTexts;
