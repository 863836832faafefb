import { staffText } from '../../staff/index.ts';

/** As `useText`, of the words of the page that staff begin with. */
export const useStartText = staffText({
  title: { nb: 'Oversikt over runden {year}', nn: 'Oversikt over runden {year}', en: 'Overview of the {year} round' },
  'none.title': { nb: 'Det er ingen runde ennå', nn: 'Det er ingen runde enno', en: 'There is no round yet' },
  'none.text': {
    nb: 'Begynn med å lage en: sett datoene, og velg hvilke virksomheter den skal spørre. Ingen får noe fra dere før runden åpner.',
    nn: 'Byrja med å lage ein: set datoane, og vel kva verksemder han skal spørje. Ingen får noko frå dykk før runden opnar.',
    en: 'Begin by making one: set the dates, and choose which agencies it asks. Nobody hears from you before the round opens.',
  },
  'none.wait': {
    nb: 'Når en administrator har laget en runde, ser du den her.',
    nn: 'Når ein administrator har laga ein runde, ser du han her.',
    en: 'When an administrator has made a round, you see it here.',
  },
  'none.new': { nb: 'Lag den første runden', nn: 'Lag den første runden', en: 'Make the first round' },
  rounds: { nb: 'Velg runde', nn: 'Vel runde', en: 'Choose round' },
  newRound: { nb: 'Ny runde', nn: 'Ny runde', en: 'New round' },
  'time.planned': {
    nb: '{days, plural, =0 {Runden åpner i dag} =1 {Runden åpner i morgen} other {Runden åpner om # dager}}, {time}.',
    nn: '{days, plural, =0 {Runden opnar i dag} =1 {Runden opnar i morgon} other {Runden opnar om # dagar}}, {time}.',
    en: '{days, plural, =0 {The round opens today} =1 {The round opens tomorrow} other {The round opens in # days}}, {time}.',
  },
  'time.unplanned': {
    nb: 'Runden er ikke åpnet, og har ingen dato for når den åpner.',
    nn: 'Runden er ikkje opna, og har ingen dato for når han opnar.',
    en: 'The round has not opened, and has no date for when it does.',
  },
  'time.open': {
    nb: '{days, plural, =0 {Fristen er i dag} =1 {Fristen er i morgen} other {# dager igjen til fristen}}, {time}.',
    nn: '{days, plural, =0 {Fristen er i dag} =1 {Fristen er i morgon} other {# dagar igjen til fristen}}, {time}.',
    en: '{days, plural, =0 {The deadline is today} =1 {The deadline is tomorrow} other {# days left until the deadline}}, {time}.',
  },
  'time.openEnded': {
    nb: 'Runden er åpen, og har ingen frist.',
    nn: 'Runden er open, og har ingen frist.',
    en: 'The round is open, and has no deadline.',
  },
  'time.late': {
    nb: 'Fristen er ute. Sene svar tas imot {days, plural, =0 {ut dagen i dag} =1 {til i morgen} other {i # dager til}}, {time}.',
    nn: 'Fristen er ute. Seine svar blir tekne imot {days, plural, =0 {ut dagen i dag} =1 {til i morgon} other {i # dagar til}}, {time}.',
    en: 'The deadline has passed. Late answers are taken {days, plural, =0 {until the end of today} =1 {until tomorrow} other {for # more days}}, {time}.',
  },
  'time.closed': {
    nb: 'Runden er lukket og tar ikke imot svar.',
    nn: 'Runden er lukka og tek ikkje imot svar.',
    en: 'The round is closed and takes no answers.',
  },
  'rate.heading': { nb: 'Hvem har svart', nn: 'Kven har svart', en: 'Who has answered' },
  'rate.share': { nb: '{share} har svart', nn: '{share} har svart', en: '{share} have answered' },
  'rate.none': { nb: 'Runden spør ingen ennå', nn: 'Runden spør ingen enno', en: 'The round asks nobody yet' },
  'rate.of': {
    nb: '{answered} av {invited, plural, one {# virksomhet} other {# virksomheter}}. {begun} er i gang.',
    nn: '{answered} av {invited, plural, one {# verksemd} other {# verksemder}}. {begun} er i gang.',
    en: '{answered} of {invited, plural, one {# agency} other {# agencies}}. {begun} have begun.',
  },
  'rate.declined': {
    nb: '{declined, plural, one {# har} other {# har}} sagt fra at de ikke svarer, og regnes som ikke besvart.',
    nn: '{declined, plural, one {# har} other {# har}} sagt frå at dei ikkje svarer, og blir rekna som ikkje svara.',
    en: '{declined, plural, one {# has} other {# have}} said that they will not answer, and count as not answered.',
  },
  'rate.list': { nb: 'Se hvem', nn: 'Sjå kven', en: 'See who' },
  'rate.toRemind': {
    nb: '{count, plural, one {Den som mangler} other {De # som mangler}}',
    nn: '{count, plural, one {Den som manglar} other {Dei # som manglar}}',
    en: '{count, plural, one {The one that is missing} other {The # that are missing}}',
  },
  'waiting.heading': { nb: 'Venter på dere', nn: 'Ventar på dykk', en: 'Waiting for you' },
  'waiting.none': {
    nb: 'Ingenting venter på dere nå.',
    nn: 'Ingenting ventar på dykk no.',
    en: 'Nothing waits for you now.',
  },
  'waiting.moreTime': {
    nb: '{count, plural, one {# virksomhet ber} other {# virksomheter ber}} om mer tid',
    nn: '{count, plural, one {# verksemd ber} other {# verksemder ber}} om meir tid',
    en: '{count, plural, one {# agency asks} other {# agencies ask}} for more time',
  },
  'waiting.queriesAnswered': {
    nb: '{count, plural, one {# spørsmål er besvart} other {# spørsmål er besvart}}, og venter på at dere ser på det',
    nn: '{count, plural, one {# spørsmål er svara på} other {# spørsmål er svara på}}, og ventar på at de ser på det',
    en: '{count, plural, one {# question is answered} other {# questions are answered}}, and waits for you to look at it',
  },
  'waiting.releasesHeld': {
    nb: '{count, plural, one {# utgave er} other {# utgaver er}} laget, og venter på å bli publisert',
    nn: '{count, plural, one {# utgåve er} other {# utgåver er}} laga, og ventar på å bli publisert',
    en: '{count, plural, one {# release is} other {# releases are}} made, and waits to be published',
  },
  'next.heading': { nb: 'Dette skjer av seg selv', nn: 'Dette skjer av seg sjølv', en: 'What happens by itself' },
  'next.none': {
    nb: 'Kalenderen har ikke mer som skal skje.',
    nn: 'Kalenderen har ikkje meir som skal skje.',
    en: 'The calendar has nothing more to do.',
  },
  'next.open': { nb: 'Runden åpner', nn: 'Runden opnar', en: 'The round opens' },
  'next.close': { nb: 'Runden lukkes', nn: 'Runden blir lukka', en: 'The round closes' },
  'next.freeze': {
    nb: 'Runden låses i en utgave',
    nn: 'Runden blir låst i ei utgåve',
    en: 'The round is locked in a release',
  },
  'curve.heading': { nb: 'Svarene dag for dag', nn: 'Svara dag for dag', en: 'The answers day by day' },
  'curve.text': {
    nb: 'Hvor stor del av virksomhetene som hadde svart, regnet i dager fra fristen.',
    nn: 'Kor stor del av verksemdene som hadde svart, rekna i dagar frå fristen.',
    en: 'The share of agencies that had answered, in days from the deadline.',
  },
  'curve.label': {
    nb: 'Svarandel dag for dag i {years}. Tallene står i tabellen under.',
    nn: 'Svardel dag for dag i {years}. Tala står i tabellen under.',
    en: 'Response rate day by day in {years}. The numbers are in the table below.',
  },
  'curve.series': {
    nb: '{year}: {answered} av {invited}',
    nn: '{year}: {answered} av {invited}',
    en: '{year}: {answered} of {invited}',
  },
  'curve.table': { nb: 'Vis tallene i en tabell', nn: 'Vis tala i ein tabell', en: 'Show the numbers in a table' },
  'curve.caption': {
    nb: 'Virksomheter som hadde svart ved slutten av dagen',
    nn: 'Verksemder som hadde svart ved slutten av dagen',
    en: 'Agencies that had answered by the end of the day',
  },
  'curve.day': { nb: 'Dag', nn: 'Dag', en: 'Day' },
  'curve.on': { nb: 'Fristen', nn: 'Fristen', en: 'The deadline' },
  'curve.from': {
    nb: '{days, plural, one {# dag før} other {# dager før}}',
    nn: '{days, plural, one {# dag før} other {# dagar før}}',
    en: '{days, plural, one {# day before} other {# days before}}',
  },
  'curve.after': {
    nb: '{days, plural, one {# dag etter} other {# dager etter}}',
    nn: '{days, plural, one {# dag etter} other {# dagar etter}}',
    en: '{days, plural, one {# day after} other {# days after}}',
  },
  'ministries.heading': { nb: 'Etter departement', nn: 'Etter departement', en: 'By ministry' },
  'ministries.caption': {
    nb: 'Svarandel etter departement, av virksomhetene runden spør',
    nn: 'Svardel etter departement, av verksemdene runden spør',
    en: 'Response rate by ministry, of the agencies the round asks',
  },
  'ministries.ministry': { nb: 'Departement', nn: 'Departement', en: 'Ministry' },
  'ministries.answered': { nb: 'Har svart', nn: 'Har svart', en: 'Have answered' },
  'ministries.invited': { nb: 'Av', nn: 'Av', en: 'Of' },
  'ministries.share': { nb: 'Andel', nn: 'Del', en: 'Share' },
});
