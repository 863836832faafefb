import type { Text } from '@samblikk/questionnaire';

/** What the checklist before a freeze says; of none, that it is as it should be. */
export const concernTexts = {
  'concern.list': {
    nb: 'Sjekkliste før låsing',
    nn: 'Sjekkliste før låsing',
    en: 'Checklist before locking',
  },
  'concern.listText': {
    nb: 'Det som er åpent, kan rettes først. Skal runden låses likevel, bekrefter du hvert punkt.',
    nn: 'Det som er ope, kan rettast først. Skal runden låsast likevel, stadfestar du kvart punkt.',
    en: 'What is open can be mended first. To lock the round all the same, confirm each point.',
  },
  'concern.fine': { nb: 'I orden', nn: 'I orden', en: 'In order' },
  'concern.open': { nb: 'Åpent', nn: 'Ope', en: 'Open' },
  'concern.told': { nb: 'Til orientering', nn: 'Til orientering', en: 'For your information' },
  'concern.show': {
    nb: 'Se {n, plural, one {hvem eller hva det er} other {alle #}}',
    nn: 'Sjå {n, plural, one {kven eller kva det er} other {alle #}}',
    en: 'See {n, plural, one {who or what it is} other {all #}}',
  },
  'concern.confirm': {
    nb: 'Jeg vet om dette, og runden skal låses likevel',
    nn: 'Eg veit om dette, og runden skal låsast likevel',
    en: 'I know of this, and the round is to be locked all the same',
  },
  'concern.beforeDeadline': {
    nb: '{n, plural, =0 {Fristen er ute} other {Fristen er ikke ute}}',
    nn: '{n, plural, =0 {Fristen er ute} other {Fristen er ikkje ute}}',
    en: '{n, plural, =0 {The deadline has passed} other {The deadline has not passed}}',
  },
  'concern.deadline': { nb: 'Fristen er {time}', nn: 'Fristen er {time}', en: 'The deadline is {time}' },
  'concern.notSubmitted': {
    nb: '{n, plural, =0 {Alle virksomheter har sendt inn} one {# virksomhet har ikke sendt inn} other {# virksomheter har ikke sendt inn}}',
    nn: '{n, plural, =0 {Alle verksemder har sendt inn} one {# verksemd har ikkje sendt inn} other {# verksemder har ikkje sendt inn}}',
    en: '{n, plural, =0 {All agencies have submitted} one {# agency has not submitted} other {# agencies have not submitted}}',
  },
  'concern.begun': {
    nb: '{measures, plural, one {# tiltak er begynt på} other {# tiltak er begynt på}}',
    nn: '{measures, plural, one {# tiltak er påbyrja} other {# tiltak er påbyrja}}',
    en: '{measures, plural, one {# measure begun} other {# measures begun}}',
  },
  'concern.openQueries': {
    nb: '{n, plural, =0 {Alle spørsmål fra dere er besvart} one {# virksomhet har spørsmål fra dere som ikke er besvart} other {# virksomheter har spørsmål fra dere som ikke er besvart}}',
    nn: '{n, plural, =0 {Det er svart på alle spørsmål frå dykk} one {# verksemd har spørsmål frå dykk som det ikkje er svart på} other {# verksemder har spørsmål frå dykk som det ikkje er svart på}}',
    en: '{n, plural, =0 {All questions from you are answered} one {# agency has questions from you that are not answered} other {# agencies have questions from you that are not answered}}',
  },
  'concern.queries': {
    nb: '{queries, plural, one {# spørsmål} other {# spørsmål}}',
    nn: '{queries, plural, one {# spørsmål} other {# spørsmål}}',
    en: '{queries, plural, one {# question} other {# questions}}',
  },
  'concern.moreTime': {
    nb: '{n, plural, =0 {Ingen har mer tid som ikke er ute} one {# virksomhet har fått mer tid} other {# virksomheter har fått mer tid}}',
    nn: '{n, plural, =0 {Ingen har meir tid som ikkje er ute} one {# verksemd har fått meir tid} other {# verksemder har fått meir tid}}',
    en: '{n, plural, =0 {Nobody has more time that is not over} one {# agency has been given more time} other {# agencies have been given more time}}',
  },
  'concern.until': { nb: 'til {time}', nn: 'til {time}', en: 'until {time}' },
  'concern.undecidedExemptions': {
    nb: '{n, plural, =0 {Alle krav om unntak er avgjort} one {# tiltak har krav om unntak som ikke er avgjort; svarene holdes unna} other {# tiltak har krav om unntak som ikke er avgjort; svarene holdes unna}}',
    nn: '{n, plural, =0 {Alle krav om unntak er avgjorde} one {# tiltak har krav om unntak som ikkje er avgjorde; svara blir haldne unna} other {# tiltak har krav om unntak som ikkje er avgjorde; svara blir haldne unna}}',
    en: '{n, plural, =0 {All claims of exemption are decided} one {# measure has claims of exemption that are not decided; the answers are kept back} other {# measures have claims of exemption that are not decided; the answers are kept back}}',
  },
  'concern.claims': {
    nb: '{claims, plural, one {# krav} other {# krav}}',
    nn: '{claims, plural, one {# krav} other {# krav}}',
    en: '{claims, plural, one {# claim} other {# claims}}',
  },
  'concern.personalData': {
    nb: '{n, plural, =0 {Ingen personopplysninger er funnet i tekst som blir offentlig} one {# sted i tekst som blir offentlig, ser ut som personopplysninger} other {# steder i tekst som blir offentlig, ser ut som personopplysninger}}',
    nn: '{n, plural, =0 {Ingen personopplysingar er funne i tekst som blir offentleg} one {# stad i tekst som blir offentleg, ser ut som personopplysingar} other {# stader i tekst som blir offentleg, ser ut som personopplysingar}}',
    en: '{n, plural, =0 {No personal data were found in text that becomes public} one {# place in text that becomes public looks like personal data} other {# places in text that becomes public look like personal data}}',
  },
  'concern.missingAnswers': {
    nb: '{n, plural, =0 {Ingen innsendte tiltak mangler svar} one {# innsendt tiltak mangler svar} other {# innsendte tiltak mangler svar}}',
    nn: '{n, plural, =0 {Ingen innsende tiltak manglar svar} one {# innsendt tiltak manglar svar} other {# innsende tiltak manglar svar}}',
    en: '{n, plural, =0 {No submitted measure lacks answers} one {# submitted measure lacks answers} other {# submitted measures lack answers}}',
  },
  'concern.openCorrections': {
    nb: '{n, plural, =0 {Alle forslag til retting er avgjort} one {# tiltak har forslag til retting som ikke er avgjort} other {# tiltak har forslag til retting som ikke er avgjort}}',
    nn: '{n, plural, =0 {Alle forslag til retting er avgjorde} one {# tiltak har forslag til retting som ikkje er avgjorde} other {# tiltak har forslag til retting som ikkje er avgjorde}}',
    en: '{n, plural, =0 {All proposed corrections are settled} one {# measure has proposed corrections that are not settled} other {# measures have proposed corrections that are not settled}}',
  },
  'concern.corrections': {
    nb: '{corrections, plural, one {# forslag} other {# forslag}}',
    nn: '{corrections, plural, one {# forslag} other {# forslag}}',
    en: '{corrections, plural, one {# proposal} other {# proposals}}',
  },
  'concern.lateAnswers': {
    nb: '{n, plural, =0 {Ingen svar kom etter fristen} one {# virksomhet sendte inn etter fristen; svarene er med, og merket} other {# virksomheter sendte inn etter fristen; svarene er med, og merket}}',
    nn: '{n, plural, =0 {Ingen svar kom etter fristen} one {# verksemd sende inn etter fristen; svara er med, og merkte} other {# verksemder sende inn etter fristen; svara er med, og merkte}}',
    en: '{n, plural, =0 {No answers came after the deadline} one {# agency submitted after the deadline; the answers are included, and marked} other {# agencies submitted after the deadline; the answers are included, and marked}}',
  },
  'concern.measures': {
    nb: '{measures, plural, one {# tiltak} other {# tiltak}}',
    nn: '{measures, plural, one {# tiltak} other {# tiltak}}',
    en: '{measures, plural, one {# measure} other {# measures}}',
  },
} as const satisfies Readonly<Record<string, Text>>;
