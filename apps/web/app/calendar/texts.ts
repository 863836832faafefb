import { staffText } from '../staff/index.ts';

/** The words of what a round does by itself. */
export const useCalendarText = staffText({
  title: { nb: 'Kalender for runden {year}', nn: 'Kalender for runden {year}', en: 'Calendar of the {year} round' },
  lead: {
    nb: 'Runden gjør dette av seg selv. Dere får e-post dagen før hver hendelse.',
    nn: 'Runden gjer dette av seg sjølv. De får e-post dagen før kvar hending.',
    en: 'The round does this by itself. You are told by e-mail the day before each event.',
  },
  heading: { nb: 'Dette skjer av seg selv', nn: 'Dette skjer av seg sjølv', en: 'This happens by itself' },
  none: {
    nb: 'Runden har ingen datoer ennå.',
    nn: 'Runden har ingen datoar enno.',
    en: 'The round has no dates yet.',
  },
  next: { nb: 'Neste', nn: 'Neste', en: 'Next' },
  told: { nb: 'Dere fikk beskjed {time}', nn: 'De fekk beskjed {time}', en: 'You were told {time}' },
  letters: {
    nb: '{outcome}, {letters, plural, one {# e-post} other {# e-poster}}',
    nn: '{outcome}, {letters, plural, one {# e-post} other {# e-postar}}',
    en: '{outcome}, {letters, plural, one {# e-mail} other {# e-mails}}',
  },
  'event.open': {
    nb: 'Runden åpner, med invitasjon',
    nn: 'Runden opnar, med invitasjon',
    en: 'The round opens, with an invitation',
  },
  'event.reminder': { nb: 'Påminnelse', nn: 'Påminning', en: 'Reminder' },
  'event.deadline': {
    nb: 'Fristen går ut, med siste varsel',
    nn: 'Fristen går ut, med siste varsel',
    en: 'The deadline passes, with a last notice',
  },
  'event.close': { nb: 'Runden lukkes', nn: 'Runden blir lukka', en: 'The round closes' },
  'event.freeze': {
    nb: 'Svarene låses i en utgave',
    nn: 'Svara blir låste i ei utgåve',
    en: 'The answers are frozen in a release',
  },
  'event.publish': {
    nb: 'Utgaven publiseres, med takk for svaret',
    nn: 'Utgåva blir publisert, med takk for svaret',
    en: 'The release is published, with thanks for answering',
  },
  'outcome.done': { nb: 'Gjort', nn: 'Gjort', en: 'Done' },
  'outcome.already': { nb: 'Var gjort før', nn: 'Var gjort før', en: 'Was done before' },
  'outcome.passed': {
    nb: 'Ikke sendt: det neste i kalenderen var også passert',
    nn: 'Ikkje send: det neste i kalenderen var òg passert',
    en: 'Not sent: what comes next in the calendar had passed too',
  },
  'outcome.noPopulation': {
    nb: 'Ikke gjort: runden spør ingen virksomheter. Velg hvem den spør, og flytt datoen eller åpne for hånd',
    nn: 'Ikkje gjort: runden spør ingen verksemder. Vel kven han spør, og flytt datoen eller opne for hand',
    en: 'Not done: the round asks no agencies. Choose whom it asks, and move the date or open by hand',
  },
  'outcome.noAnswers': {
    nb: 'Ikke gjort: ingen har svart',
    nn: 'Ikkje gjort: ingen har svart',
    en: 'Not done: nobody has answered',
  },
  'outcome.notOpen': {
    nb: 'Ikke gjort: runden tok ikke imot svar',
    nn: 'Ikkje gjort: runden tok ikkje imot svar',
    en: 'Not done: the round took no answers',
  },
  'outcome.notPublic': {
    nb: 'Ikke gjort: ingen utgave kan publiseres',
    nn: 'Ikkje gjort: inga utgåve kan publiserast',
    en: 'Not done: there is no release that may be published',
  },
  'would.done': { nb: 'Blir gjort', nn: 'Blir gjort', en: 'Will be done' },
  'would.already': { nb: 'Er gjort fra før', nn: 'Er gjort frå før', en: 'Is done already' },
  dates: { nb: 'Endre datoene', nn: 'Endre datoane', en: 'Change the dates' },
  datesText: {
    nb: 'Det som er gjort, blir ikke gjort om igjen om datoen flyttes bakover. En hendelse som flyttes fram i tid, blir gjort da.',
    nn: 'Det som er gjort, blir ikkje gjort om att om datoen blir flytt bakover. Ei hending som blir flytt fram i tid, blir gjord då.',
    en: 'What has been done is not undone when its date is moved. An event that is moved to a later day is done then.',
  },
  opensAt: { nb: 'Åpner', nn: 'Opnar', en: 'Opens' },
  deadline: { nb: 'Frist', nn: 'Frist', en: 'Deadline' },
  lateUntil: { nb: 'Siste dag for sene svar', nn: 'Siste dag for seine svar', en: 'Last day for late answers' },
  freezeAt: { nb: 'Låses', nn: 'Blir låst', en: 'Freezes' },
  publishAt: { nb: 'Publiseres', nn: 'Blir publisert', en: 'Is published' },
  reminder: { nb: 'Påminnelse {number}', nn: 'Påminning {number}', en: 'Reminder {number}' },
  'opensAt.rule': {
    nb: 'Klokka 08.00. Før dette kan ingen svare.',
    nn: 'Klokka 08.00. Før dette kan ingen svare.',
    en: 'At 08:00. Before that nobody can answer.',
  },
  'reminder.rule': {
    nb: 'Etter at runden åpner og før fristen, klokka 09.00. Går til dem som ikke har sendt inn. La den stå tom for å droppe den.',
    nn: 'Etter at runden opnar og før fristen, klokka 09.00. Går til dei som ikkje har sendt inn. Lat henne stå tom for å droppe henne.',
    en: 'After the round opens and before the deadline, at 09:00. Goes to those who have not submitted. Leave it blank to drop it.',
  },
  'deadline.rule': {
    nb: 'Etter at runden åpner. Ut dagen, til 23.59.',
    nn: 'Etter at runden opnar. Ut dagen, til 23.59.',
    en: 'After the round opens. All of the day, until 23:59.',
  },
  'lateUntil.rule': {
    nb: 'Fristen eller senere. Etter denne dagen er runden lukket.',
    nn: 'Fristen eller seinare. Etter denne dagen er runden lukka.',
    en: 'The deadline or later. After this day the round is closed.',
  },
  'freezeAt.rule': {
    nb: 'Etter siste dag for sene svar, klokka 12.00.',
    nn: 'Etter siste dag for seine svar, klokka 12.00.',
    en: 'After the last day for late answers, at 12:00.',
  },
  'publishAt.rule': {
    nb: 'Etter at svarene er låst, klokka 09.00. Da kan alle se utgaven.',
    nn: 'Etter at svara er låste, klokka 09.00. Då kan alle sjå utgåva.',
    en: 'After the answers are frozen, at 09:00. Then everyone can see the release.',
  },
  notBefore: {
    nb: 'Dette må være etter «{earlier}».',
    nn: 'Dette må vere etter «{earlier}».',
    en: 'This must be after “{earlier}”.',
  },
  notAfter: {
    nb: 'Dette må være før «{later}».',
    nn: 'Dette må vere før «{later}».',
    en: 'This must be before “{later}”.',
  },
  sameDay: {
    nb: 'En annen påminnelse er på denne dagen.',
    nn: 'Ei anna påminning er på denne dagen.',
    en: 'Another reminder is on this day.',
  },
  save: { nb: 'Lagre datoene', nn: 'Lagre datoane', en: 'Save the dates' },
  saved: { nb: 'Datoene er lagret.', nn: 'Datoane er lagra.', en: 'The dates have been saved.' },
  refused: { nb: 'Det gikk ikke: {reason}', nn: 'Det gjekk ikkje: {reason}', en: 'That did not work: {reason}' },
  dryRun: { nb: 'Prøv året', nn: 'Prøv året', en: 'Try the year out' },
  dryRunLink: {
    nb: 'Se hele året på forhånd, uten at noe blir gjort',
    nn: 'Sjå heile året på førehand, utan at noko blir gjort',
    en: 'See the whole year beforehand, without anything being done',
  },
  dryRunTitle: { nb: 'Runden {year} på forhånd', nn: 'Runden {year} på førehand', en: 'The {year} round beforehand' },
  dryRunLead: {
    nb: 'Slik går resten av året om ingenting skjer før da: hva som blir gjort når, og hvem som får e-post. Ingenting blir endret eller sendt.',
    nn: 'Slik går resten av året om ingenting skjer før då: kva som blir gjort når, og kven som får e-post. Ingenting blir endra eller sendt.',
    en: 'This is how the rest of the year goes if nothing happens until then: what is done when, and who gets an e-mail. Nothing is changed or sent.',
  },
  nothingLeft: { nb: 'Ingenting står igjen.', nn: 'Ingenting står att.', en: 'Nothing is left.' },
  staffTold: { nb: 'Dere får beskjed om: {event}', nn: 'De får beskjed om: {event}', en: 'You are told of: {event}' },
  count: {
    nb: '{letters, plural, one {# e-post} other {# e-poster}}',
    nn: '{letters, plural, one {# e-post} other {# e-postar}}',
    en: '{letters, plural, one {# e-mail} other {# e-mails}}',
  },
});
