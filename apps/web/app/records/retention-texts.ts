import { staffText } from '../staff/index.ts';

export const useRetentionText = staffText({
  title: { nb: 'Oppbevaring', nn: 'Oppbevaring', en: 'Retention' },
  rounds: { nb: 'Runder', nn: 'Rundar', en: 'Rounds' },
  lead: {
    nb: 'Hvor lenge hvert slag opplysninger blir tatt vare på, hvorfor, og hva som skjer når tiden er ute. Det skjer av seg selv hver natt.',
    nn: 'Kor lenge kvart slag opplysningar blir teke vare på, kvifor, og kva som skjer når tida er ute. Det skjer av seg sjølv kvar natt.',
    en: 'How long each kind of data is kept, why, and what happens when its time is over. It happens by itself each night.',
  },
  due: { nb: 'Klart til å slettes', nn: 'Klart til å slettast', en: 'Due to be erased' },
  nothingDue: {
    nb: 'Ingenting er klart til å slettes nå.',
    nn: 'Ingenting er klart til å slettast no.',
    en: 'Nothing is due now.',
  },
  rows: {
    nb: '{rows, plural, one {# rad} other {# rader}}',
    nn: '{rows, plural, one {# rad} other {# rader}}',
    en: '{rows, plural, one {# row} other {# rows}}',
  },
  ofRound: { nb: '{what}, runden {year}', nn: '{what}, runden {year}', en: '{what}, the {year} round' },
  erase: { nb: 'Slett nå', nn: 'Slett no', en: 'Erase now' },
  eraseHelp: {
    nb: 'Det kan ikke angres. Svar, innsendinger, utgaver og avtrykkene av dem står. Ta ut arkivet av runden først hvis navnene skal bevares der.',
    nn: 'Det kan ikkje angrast. Svar, innsendingar, utgåver og avtrykka av dei står. Ta ut arkivet av runden først dersom namna skal takast vare på der.',
    en: 'It cannot be undone. Answers, submissions, releases and their hashes stay. Take the archive of the round first if the names are to be kept there.',
  },
  yes: { nb: 'Ja, slett', nn: 'Ja, slett', en: 'Yes, erase' },
  erased: {
    nb: '{rows, plural, =0 {Ingenting var igjen å slette.} one {Slettet i # rad.} other {Slettet i # rader.}}',
    nn: '{rows, plural, =0 {Ingenting var att å slette.} one {Sletta i # rad.} other {Sletta i # rader.}}',
    en: '{rows, plural, =0 {Nothing was left to erase.} one {Erased in # row.} other {Erased in # rows.}}',
  },
  refused: {
    nb: 'Det gikk ikke. Prøv igjen.',
    nn: 'Det gjekk ikkje. Prøv igjen.',
    en: 'It did not work. Try again.',
  },
  byRound: { nb: 'Runde for runde', nn: 'Runde for runde', en: 'Round by round' },
  byRoundLead: {
    nb: 'Når kontaktadresser og navn i hver runde slettes:',
    nn: 'Når kontaktadresser og namn i kvar runde blir sletta:',
    en: 'When contact addresses and names of each round are erased:',
  },
  over: { nb: 'Tiden er ute', nn: 'Tida er ute', en: 'Its time is over' },
  after: {
    nb: 'Når {laterRounds, plural, one {én senere runde} other {to senere runder}} er avsluttet',
    nn: 'Når {laterRounds, plural, one {éin seinare runde} other {to seinare rundar}} er avslutta',
    en: 'When {laterRounds, plural, one {one later round has} other {two later rounds have}} closed',
  },
  whenClosed: { nb: 'Når runden er avsluttet', nn: 'Når runden er avslutta', en: 'When the round has closed' },
  atLatest: { nb: '{when}, senest {day}', nn: '{when}, seinast {day}', en: '{when}, at the latest {day}' },
  schedule: { nb: 'Hva som gjelder', nn: 'Kva som gjeld', en: 'The schedule' },
  kept: { nb: 'Hvor lenge', nn: 'Kor lenge', en: 'For how long' },
  why: { nb: 'Hvorfor', nn: 'Kvifor', en: 'Why' },
  next: { nb: 'Deretter', nn: 'Deretter', en: 'Then' },
  done: { nb: 'Slettet', nn: 'Sletta', en: 'Erased' },
  nothingDone: {
    nb: 'Ingenting er slettet ennå.',
    nn: 'Ingenting er sletta enno.',
    en: 'Nothing has been erased yet.',
  },
});
