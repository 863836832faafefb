import { staffText } from '../staff/index.ts';

/** The words of the pages where errors that readers report are answered and followed up. */
export const useErrorReportText = staffText({
  title: { nb: 'Meldte feil: {agency}', nn: 'Melde feil: {agency}', en: 'Reported errors: {agency}' },
  allTitle: { nb: 'Meldte feil', nn: 'Melde feil', en: 'Reported errors' },
  answering: { nb: 'Svar på kartleggingen', nn: 'Svar på kartlegginga', en: 'Answer the survey' },
  rounds: { nb: 'Runder', nn: 'Rundar', en: 'Rounds' },
  lead: {
    nb: 'Lesere av det offentlige registeret mener at noe er feil i tiltakene deres. Svar hver av dem innen fristen. Svaret endrer ikke tiltaket: er noe feil, retter dere det i svaret på kartleggingen, eller ber Digdir om å rette det.',
    nn: 'Lesarar av det offentlege registeret meiner at noko er feil i tiltaka dykkar. Svar kvar av dei innan fristen. Svaret endrar ikkje tiltaket: er noko feil, rettar de det i svaret på kartlegginga, eller bed Digdir om å rette det.',
    en: 'Readers of the public register believe that something is wrong in your measures. Answer each of them in time. The answer does not change the measure: if something is wrong, correct it in your answer to the survey, or ask Digdir to.',
  },
  allLead: {
    nb: 'Det lesere av registeret har meldt, og hva virksomhetene har svart. De har 15 virkedager, og blir minnet på det dagen før fristen og dagen etter. Svarer ingen, kan dere svare for dem.',
    nn: 'Det lesarar av registeret har meldt, og kva verksemdene har svara. Dei har 15 vyrkedagar, og blir minte på det dagen før fristen og dagen etter. Svarar ingen, kan de svare for dei.',
    en: 'What readers of the register have reported, and what the agencies answered. They have 15 working days, and are reminded the day before the last and the day after. If nobody answers, you may answer for them.',
  },
  none: { nb: 'Ingen feil er meldt.', nn: 'Ingen feil er melde.', en: 'No errors are reported.' },
  shown: {
    nb: '{count, plural, =0 {Ingen} one {# feil} other {# feil}}',
    nn: '{count, plural, =0 {Ingen} one {# feil} other {# feil}}',
    en: '{count, plural, =0 {None} one {# error} other {# errors}}',
  },
  waiting: {
    nb: '{count, plural, one {# feil venter på svar} other {# feil venter på svar}}',
    nn: '{count, plural, one {# feil ventar på svar} other {# feil ventar på svar}}',
    en: '{count, plural, one {# error waits for an answer} other {# errors wait for answers}}',
  },
  answered: {
    nb: '{count, plural, one {# besvart} other {# besvarte}}',
    nn: '{count, plural, one {# svara på} other {# svara på}}',
    en: '{count, plural, one {# answered} other {# answered}}',
  },
  noticeTitle: {
    nb: '{count, plural, one {En leser har meldt en feil i et av tiltakene deres} other {Lesere har meldt # feil i tiltakene deres}}',
    nn: '{count, plural, one {Ein lesar har meldt ein feil i eit av tiltaka dykkar} other {Lesarar har meldt # feil i tiltaka dykkar}}',
    en: '{count, plural, one {A reader has reported an error in one of your measures} other {Readers have reported # errors in your measures}}',
  },
  noticeLink: { nb: 'Les og svar innen {day}', nn: 'Les og svar innan {day}', en: 'Read and answer by {day}' },
  noticeLate: {
    nb: 'Les og svar nå. Fristen var {day}',
    nn: 'Les og svar no. Fristen var {day}',
    en: 'Read and answer now. It was due on {day}',
  },
  noticeOld: { nb: 'Meldte feil', nn: 'Melde feil', en: 'Reported errors' },
  'show.overdue': { nb: 'Over fristen', nn: 'Over fristen', en: 'Overdue' },
  'show.open': { nb: 'Venter på svar', nn: 'Ventar på svar', en: 'Waiting' },
  'show.answered': { nb: 'Besvart', nn: 'Svara på', en: 'Answered' },
  'show.all': { nb: 'Alle', nn: 'Alle', en: 'All' },
  shows: { nb: 'Vis', nn: 'Vis', en: 'Show' },
  gone: { nb: 'Ikke offentlig lenger', nn: 'Ikkje offentleg lenger', en: 'Not public any more' },
  about: {
    nb: 'Gjelder: {question}, utgaven for {edition}',
    nn: 'Gjeld: {question}, utgåva for {edition}',
    en: 'About: {question}, the {edition} edition',
  },
  aboutAll: {
    nb: 'Gjelder hele tiltaket, utgaven for {edition}',
    nn: 'Gjeld heile tiltaket, utgåva for {edition}',
    en: 'About the whole measure, the {edition} edition',
  },
  reported: {
    nb: 'Meldt {time}. Svar innen {day}.',
    nn: 'Meldt {time}. Svar innan {day}.',
    en: 'Reported {time}. Answer by {day}.',
  },
  overdue: { nb: 'Fristen er ute', nn: 'Fristen er ute', en: 'Overdue' },
  untold: {
    nb: 'Virksomheten har ikke fått beskjed: ingen der har en adresse vi kjenner. Det kan også ta noen minutter.',
    nn: 'Verksemda har ikkje fått beskjed: ingen der har ei adresse vi kjenner. Det kan også ta nokre minutt.',
    en: 'The agency has not been told: nobody there has an address we know. It may also take some minutes.',
  },
  wantsReply: {
    nb: 'Leseren får svaret ditt på e-post, ordrett. Vi viser ikke hvem det er.',
    nn: 'Lesaren får svaret ditt på e-post, ordrett. Vi viser ikkje kven det er.',
    en: 'The reader is sent your answer by e-mail, word for word. We do not show who it is.',
  },
  wantsNone: {
    nb: 'Leseren la ikke igjen noen adresse. Svaret står bare her.',
    nn: 'Lesaren la ikkje att noka adresse. Svaret står berre her.',
    en: 'The reader left no address. The answer stands only here.',
  },
  outcome: { nb: 'Hva er riktig?', nn: 'Kva er rett?', en: 'What is right?' },
  outcomeMissing: { nb: 'Velg ett av svarene.', nn: 'Vel eitt av svara.', en: 'Choose one of the answers.' },
  'outcome.accepted': {
    nb: 'Det er feil, og blir rettet',
    nn: 'Det er feil, og blir retta',
    en: 'It is wrong, and will be corrected',
  },
  'outcome.rejected': { nb: 'Det som står, er riktig', nn: 'Det som står, er rett', en: 'What stands is right' },
  'outcome.irrelevant': {
    nb: 'Meldingen gjelder ikke innholdet i tiltaket',
    nn: 'Meldinga gjeld ikkje innhaldet i tiltaket',
    en: 'The report is not about the contents of the measure',
  },
  words: { nb: 'Svar til leseren', nn: 'Svar til lesaren', en: 'Answer to the reader' },
  wordsMissing: {
    nb: 'Skriv hva du svarer leseren.',
    nn: 'Skriv kva du svarar lesaren.',
    en: 'Write what you answer the reader.',
  },
  send: { nb: 'Send svaret', nn: 'Send svaret', en: 'Send the answer' },
  openForm: { nb: 'Svar på denne …', nn: 'Svar på denne …', en: 'Answer this …' },
  sent: { nb: 'Svaret er sendt.', nn: 'Svaret er sendt.', en: 'The answer is sent.' },
  done: {
    nb: 'Noen har alt svart på denne. Last siden på nytt for å se svaret.',
    nn: 'Nokon har alt svara på denne. Last sida på nytt for å sjå svaret.',
    en: 'Somebody has answered this already. Load the page anew to see the answer.',
  },
  failed: {
    nb: 'Svaret ble ikke sendt: {reason}',
    nn: 'Svaret vart ikkje sendt: {reason}',
    en: 'The answer was not sent: {reason}',
  },
  by: { nb: '{name} svarte {time}', nn: '{name} svara {time}', en: '{name} answered {time}' },
  toMeasure: {
    nb: 'Se tiltaket slik alle leser det',
    nn: 'Sjå tiltaket slik alle les det',
    en: 'See the measure as everyone reads it',
  },
});
