import type { LetterTexts } from './letter-texts.ts';

/**
 * Letters of a round that staff may edit: only values by name stand in them, `{agencies}`, so that a text can be written without
 * knowing ICU. And the letter to staff the day before the calendar does something.
 */
export const messageLetters = {
  invitation: {
    subject: {
      nb: 'Kartlegging av digitaliseringstiltak {year}: svar innen {deadline}',
      nn: 'Kartlegging av digitaliseringstiltak {year}: svar innan {deadline}',
      en: 'Survey of digitalisation measures {year}: answer by {deadline}',
    },
    text: {
      nb: `Hei!

Digitaliseringsdirektoratet kartlegger hvert år hva statlige virksomheter planlegger og gjør for å digitalisere. Nå er kartleggingen for {year} åpen for {agencies}.

Svarfristen er {deadline}. Det dere svarte sist, ligger klart til å bekreftes eller endres.

Logg inn for å svare:
{link}

Samblikk`,
      nn: `Hei!

Digitaliseringsdirektoratet kartlegg kvart år kva statlege verksemder planlegg og gjer for å digitalisere. No er kartlegginga for {year} open for {agencies}.

Svarfristen er {deadline}. Det de svara sist, ligg klart til å stadfestast eller endrast.

Logg inn for å svare:
{link}

Samblikk`,
      en: `Hello,

Each year the Norwegian Digitalisation Agency surveys what state agencies plan and do to digitalise. The survey of {year} is now open for {agencies}.

The deadline is {deadline}. What you answered last time is there to be confirmed or changed.

Sign in to answer:
{link}

Samblikk`,
    },
  },
  reminder: {
    subject: {
      nb: 'Påminnelse: kartlegging av digitaliseringstiltak {year}, frist {deadline}',
      nn: 'Påminning: kartlegging av digitaliseringstiltak {year}, frist {deadline}',
      en: 'Reminder: survey of digitalisation measures {year}, deadline {deadline}',
    },
    text: {
      nb: `Hei!

Vi har ikke fått svar fra {agencies} i kartleggingen av digitaliseringstiltak for {year}. Svarfristen er {deadline}.

Har dere ingen tiltak å melde, kan dere svare det med ett trykk.

Logg inn for å svare:
{link}

Samblikk`,
      nn: `Hei!

Vi har ikkje fått svar frå {agencies} i kartlegginga av digitaliseringstiltak for {year}. Svarfristen er {deadline}.

Har de ingen tiltak å melde, kan de svare det med eitt trykk.

Logg inn for å svare:
{link}

Samblikk`,
      en: `Hello,

We have not had an answer from {agencies} to the survey of digitalisation measures of {year}. The deadline is {deadline}.

If you have no measures to report, one press says so.

Sign in to answer:
{link}

Samblikk`,
    },
  },
  nudge: {
    subject: {
      nb: 'Svaret for {year} er ikke sendt inn ennå',
      nn: 'Svaret for {year} er ikkje sendt inn enno',
      en: 'The answer for {year} has not been submitted yet',
    },
    text: {
      nb: `Hei!

Slik står det til med svaret i kartleggingen av digitaliseringstiltak for {year}:

{status}

Svaret teller først når det er sendt inn. Svarfristen er {deadline}.

Logg inn for å gå videre der dere slapp:
{link}

Samblikk`,
      nn: `Hei!

Slik står det til med svaret i kartlegginga av digitaliseringstiltak for {year}:

{status}

Svaret tel først når det er sendt inn. Svarfristen er {deadline}.

Logg inn for å gå vidare der de slapp:
{link}

Samblikk`,
      en: `Hello,

This is how the answer to the survey of digitalisation measures of {year} stands:

{status}

The answer counts when it has been submitted. The deadline is {deadline}.

Sign in to go on where you left off:
{link}

Samblikk`,
    },
  },
  lastNotice: {
    subject: {
      nb: 'Fristen for kartleggingen {year} er ute: svar senest {lastDay}',
      nn: 'Fristen for kartlegginga {year} er ute: svar seinast {lastDay}',
      en: 'The deadline of the {year} survey has passed: answer by {lastDay} at the latest',
    },
    text: {
      nb: `Hei!

Fristen for kartleggingen av digitaliseringstiltak for {year} er ute, og vi har ikke fått svar fra {agencies}. Dere kan fortsatt svare til {lastDay}. Svaret blir merket som sendt etter fristen.

Logg inn for å svare:
{link}

Samblikk`,
      nn: `Hei!

Fristen for kartlegginga av digitaliseringstiltak for {year} er ute, og vi har ikkje fått svar frå {agencies}. De kan framleis svare til {lastDay}. Svaret blir merkt som sendt etter fristen.

Logg inn for å svare:
{link}

Samblikk`,
      en: `Hello,

The deadline of the survey of digitalisation measures of {year} has passed, and we have not had an answer from {agencies}. You may still answer until {lastDay}. The answer is marked as sent after the deadline.

Sign in to answer:
{link}

Samblikk`,
    },
  },
  queries: {
    subject: {
      nb: 'Spørsmål og beskjeder om det dere har svart i kartleggingen for {year}',
      nn: 'Spørsmål og beskjedar om det de har svart i kartlegginga for {year}',
      en: 'Questions and notices about what you answered in the survey of {year}',
    },
    text: {
      nb: `Hei!

Digitaliseringsdirektoratet har spørsmål eller beskjeder om det {agencies} har sendt inn i kartleggingen av digitaliseringstiltak for {year}:

{questions}

Logg inn for å lese og svare:
{link}

Samblikk`,
      nn: `Hei!

Digitaliseringsdirektoratet har spørsmål eller beskjedar om det {agencies} har sendt inn i kartlegginga av digitaliseringstiltak for {year}:

{questions}

Logg inn for å lese og svare:
{link}

Samblikk`,
      en: `Hello,

The Norwegian Digitalisation Agency has questions or notices about what {agencies} submitted to the survey of digitalisation measures of {year}:

{questions}

Sign in to read and reply:
{link}

Samblikk`,
    },
  },
  thanks: {
    subject: {
      nb: 'Takk for svaret: kartleggingen for {year} er publisert',
      nn: 'Takk for svaret: kartlegginga for {year} er publisert',
      en: 'Thank you for answering: the survey of {year} has been published',
    },
    text: {
      nb: `Hei!

Takk for at {agencies} svarte i kartleggingen av digitaliseringstiltak for {year}. Resultatene er nå publisert, og alle kan se dem, søke i tiltakene og ta med seg tallene:
{link}

Samblikk`,
      nn: `Hei!

Takk for at {agencies} svara i kartlegginga av digitaliseringstiltak for {year}. Resultata er no publiserte, og alle kan sjå dei, søkje i tiltaka og ta med seg tala:
{link}

Samblikk`,
      en: `Hello,

Thank you for the answer of {agencies} to the survey of digitalisation measures of {year}. The results have been published, and everyone can see them, search the measures and take the figures along:
{link}

Samblikk`,
    },
  },
  calendarFailed: {
    subject: {
      nb: 'Runden {year}: {event, select, open {den åpnet ikke} freeze {den ble ikke låst} snapshot {øyeblikksbildet ble ikke laget} other {den ble ikke publisert}}',
      nn: 'Runden {year}: {event, select, open {han opna ikkje} freeze {han vart ikkje låst} snapshot {augeblinksbiletet vart ikkje laga} other {han vart ikkje publisert}}',
      en: 'The {year} round: {event, select, open {it did not open} freeze {it was not locked} snapshot {the snapshot was not made} other {it was not published}}',
    },
    text: {
      nb: `Hei!

Runden for {year} skulle {event, select, open {åpne} freeze {låses} snapshot {få et øyeblikksbilde} other {publiseres}} {time}, men det lot seg ikke gjøre.

{missing}

Den prøver ikke igjen av seg selv. Flytt datoen, eller gjør det for hånd:
{link}

Samblikk`,
      nn: `Hei!

Runden for {year} skulle {event, select, open {opne} freeze {låsast} snapshot {få eit augeblinksbilete} other {publiserast}} {time}, men det let seg ikkje gjere.

{missing}

Han prøver ikkje igjen av seg sjølv. Flytt datoen, eller gjer det for hand:
{link}

Samblikk`,
      en: `Hello,

The {year} round was to {event, select, open {open} freeze {be locked} snapshot {get a snapshot} other {be published}} {time}, but that could not be done.

{missing}

It does not try again by itself. Move the date, or do it by hand:
{link}

Samblikk`,
    },
  },
  calendarNotice: {
    subject: {
      nb: 'I morgen i runden {year}: {event, select, open {den åpner} reminder {påminnelse sendes} deadline {fristen går ut} close {den lukkes} freeze {den låses} snapshot {et øyeblikksbilde låses} expiry {unntak går ut} other {den publiseres}}',
      nn: 'I morgon i runden {year}: {event, select, open {han opnar} reminder {påminning blir send} deadline {fristen går ut} close {han blir lukka} freeze {han blir låst} snapshot {eit augeblinksbilete blir låst} expiry {unntak går ut} other {han blir publisert}}',
      en: 'Tomorrow in the {year} round: {event, select, open {it opens} reminder {a reminder goes out} deadline {the deadline passes} close {it closes} freeze {it is locked} snapshot {a snapshot is locked} expiry {exemptions end} other {it is published}}',
    },
    text: {
      nb: `Hei!

{event, select, open {Runden for {year} åpner {time}. Da blir {agencies, plural, one {# virksomhet} other {# virksomheter}} invitert til å svare, med {letters, plural, one {# e-post} other {# e-poster}}.} reminder {Påminnelsen i runden for {year} blir sendt {time} til {agencies, plural, one {# virksomhet} other {# virksomheter}} som ikke har sendt inn, med {letters, plural, one {# e-post} other {# e-poster}}.} deadline {Fristen i runden for {year} går ut {time}. Da får {agencies, plural, one {# virksomhet} other {# virksomheter}} som ikke har sendt inn, et siste varsel, med {letters, plural, one {# e-post} other {# e-poster}}.} close {Runden for {year} lukkes {time}.} freeze {Runden for {year} låses {time}, og det som er sendt inn, blir den første utgaven.} snapshot {Oppdateringene i runden for {year} låses {time}, i en ny utgave. Er ingenting sendt inn siden forrige, blir det ingen.} expiry {Unntak fra offentlighet i runden for {year} går ut. Svarene blir åpnet {time}, i en ny utgave som publiseres av seg selv.} other {Runden for {year} blir publisert {time}. Da får {agencies, plural, one {# virksomhet} other {# virksomheter}} takk for svaret, med {letters, plural, one {# e-post} other {# e-poster}}.}}

{missing}

{event, select, freeze {Se sjekklisten, og rett det som må rettes før da:} snapshot {Se sjekklisten, og rett det som må rettes før da:} expiry {Se på unntakene. Godta dem på nytt hvis svarene må være lukket lenger:} other {Se på kalenderen, og endre den om noe må vente:}}
{link}

Samblikk`,
      nn: `Hei!

{event, select, open {Runden for {year} opnar {time}. Då blir {agencies, plural, one {# verksemd} other {# verksemder}} inviterte til å svare, med {letters, plural, one {# e-post} other {# e-postar}}.} reminder {Påminninga i runden for {year} blir send {time} til {agencies, plural, one {# verksemd} other {# verksemder}} som ikkje har sendt inn, med {letters, plural, one {# e-post} other {# e-postar}}.} deadline {Fristen i runden for {year} går ut {time}. Då får {agencies, plural, one {# verksemd} other {# verksemder}} som ikkje har sendt inn, eit siste varsel, med {letters, plural, one {# e-post} other {# e-postar}}.} close {Runden for {year} blir lukka {time}.} freeze {Runden for {year} blir låst {time}, og det som er sendt inn, blir den første utgåva.} snapshot {Oppdateringane i runden for {year} blir låste {time}, i ei ny utgåve. Er ingenting sendt inn sidan førre, blir det inga.} expiry {Unntak frå offentlegheit i runden for {year} går ut. Svara blir opna {time}, i ei ny utgåve som blir publisert av seg sjølv.} other {Runden for {year} blir publisert {time}. Då får {agencies, plural, one {# verksemd} other {# verksemder}} takk for svaret, med {letters, plural, one {# e-post} other {# e-postar}}.}}

{missing}

{event, select, freeze {Sjå sjekklista, og rett det som må rettast før då:} snapshot {Sjå sjekklista, og rett det som må rettast før då:} expiry {Sjå på unntaka. Godta dei på nytt om svara må vere lukka lenger:} other {Sjå på kalenderen, og endre han om noko må vente:}}
{link}

Samblikk`,
      en: `Hello,

{event, select, open {The {year} round opens {time}. Then {agencies, plural, one {# agency is} other {# agencies are}} invited to answer, by {letters, plural, one {# e-mail} other {# e-mails}}.} reminder {The reminder of the {year} round goes out {time} to {agencies, plural, one {# agency that has} other {# agencies that have}} not submitted, by {letters, plural, one {# e-mail} other {# e-mails}}.} deadline {The deadline of the {year} round passes {time}. Then {agencies, plural, one {# agency that has} other {# agencies that have}} not submitted get a last notice, by {letters, plural, one {# e-mail} other {# e-mails}}.} close {The {year} round closes {time}.} freeze {The {year} round is locked {time}, and what has been submitted becomes the first release.} snapshot {The updates of the {year} round are locked {time}, in a new release. If nothing was submitted since the one before, none is made.} expiry {Exemptions from publication in the {year} round end. The answers are opened {time}, in a new release that is published by itself.} other {The {year} round is published {time}. Then {agencies, plural, one {# agency is} other {# agencies are}} thanked for the answer, by {letters, plural, one {# e-mail} other {# e-mails}}.}}

{missing}

{event, select, freeze {See the checklist, and mend what must be mended before then:} snapshot {See the checklist, and mend what must be mended before then:} expiry {Look at the exemptions. Accept them again if the answers must stay closed for longer:} other {Look at the calendar, and change it if something must wait:}}
{link}

Samblikk`,
    },
  },
} as const satisfies LetterTexts;
