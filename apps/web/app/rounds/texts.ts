import { locales, type Text } from '@samblikk/questionnaire';
import { createIntl, type IntlShape } from 'react-intl';
import { type Language, useLanguage } from '../i18n/index.ts';
import { planningTexts } from './planning-texts.ts';

// The words of Digdir's pages, apart from those that answering needs: a page of the form is not to load them.

const texts = {
  ...planningTexts,
  'previewOf.title': {
    nb: 'Forhåndsvisning av utgave {number} for {year}.',
    nn: 'Førehandsvising av utgåve {number} for {year}.',
    en: 'Preview of release {number} for {year}.',
  },
  'followUp.count': {
    nb: '{submitted} av {all} virksomheter har sendt inn. {begun} er i gang.',
    nn: '{submitted} av {all} verksemder har sendt inn. {begun} er i gang.',
    en: '{submitted} of {all} agencies have submitted. {begun} have begun.',
  },
  'followUp.caption': {
    nb: 'Virksomheter i runden {year}',
    nn: 'Verksemder i runden {year}',
    en: 'Agencies in the {year} round',
  },
  'followUp.agency': {
    nb: 'Virksomhet',
    nn: 'Verksemd',
    en: 'Agency',
  },
  'followUp.ministry': {
    nb: 'Departement',
    nn: 'Departement',
    en: 'Ministry',
  },
  'followUp.state': {
    nb: 'Status',
    nn: 'Status',
    en: 'Status',
  },
  'followUp.measures': {
    nb: 'Tiltak',
    nn: 'Tiltak',
    en: 'Measures',
  },
  'followUp.submittedAt': {
    nb: 'Sendt inn',
    nn: 'Sendt inn',
    en: 'Submitted',
  },
  'followUp.notStarted': {
    nb: 'Ikke startet',
    nn: 'Ikkje starta',
    en: 'Not started',
  },
  'followUp.begun': {
    nb: 'I gang',
    nn: 'I gang',
    en: 'Begun',
  },
  'followUp.submitted': {
    nb: 'Sendt inn',
    nn: 'Sendt inn',
    en: 'Submitted',
  },
  'followUp.export': {
    nb: 'Last ned det som er sendt inn',
    nn: 'Last ned det som er sendt inn',
    en: 'Download what has been submitted',
  },
  'followUp.exportText': {
    nb: 'Filene har alle svar, også dem som er unntatt offentlighet. Behandle dem deretter.',
    nn: 'Filene har alle svar, også dei som er unnatekne offentlegheit. Behandle dei deretter.',
    en: 'The files hold all answers, also those exempt from publication. Handle them accordingly.',
  },
  'followUp.release': {
    nb: 'Utgaver',
    nn: 'Utgåver',
    en: 'Releases',
  },
  'followUp.noRelease': {
    nb: 'Runden er ikke låst ennå.',
    nn: 'Runden er ikkje låst enno.',
    en: 'The round has not been locked yet.',
  },
  'followUp.freeze': {
    nb: 'Lås runden i en ny utgave',
    nn: 'Lås runden i ei ny utgåve',
    en: 'Lock the round in a new release',
  },
  'followUp.freezeText': {
    nb: 'Alt som er sendt inn til nå, blir en ny utgave, som ikke kan endres. Bare dere ser den til dere publiserer den.',
    nn: 'Alt som er sendt inn til no, blir ei ny utgåve, som ikkje kan endrast. Berre de ser henne til de publiserer henne.',
    en: 'Everything that has been submitted so far becomes a new release, which cannot be changed. Only you see it until you publish it.',
  },
  'followUp.freezeYes': {
    nb: 'Lås runden nå',
    nn: 'Lås runden no',
    en: 'Lock the round now',
  },
  'followUp.frozen': {
    nb: 'Utgave {number} er laget. Se over den før den publiseres.',
    nn: 'Utgåve {number} er laga. Sjå over henne før ho blir publisert.',
    en: 'Release {number} has been made. Look through it before it is published.',
  },
  'followUp.unchanged': {
    nb: 'Ingenting er endret siden utgave {number}.',
    nn: 'Ingenting er endra sidan utgåve {number}.',
    en: 'Nothing has changed since release {number}.',
  },
  'followUp.queries': {
    nb: 'Spørsmål',
    nn: 'Spørsmål',
    en: 'Questions',
  },
  'followUp.queryCount': {
    nb: '{open, plural, one {# åpent} other {# åpne}}, {answered, plural, one {# besvart} other {# besvarte}}',
    nn: '{open, plural, one {# ope} other {# opne}}, {answered} svara på',
    en: '{open} open, {answered} answered',
  },
  'followUp.made': {
    nb: 'Låst {time}, med {measures} tiltak',
    nn: 'Låst {time}, med {measures} tiltak',
    en: 'Locked {time}, with {measures} measures',
  },
  'followUp.unconfirmed': {
    nb: 'Noe mangler i runden. Les hva det er, bekreft at den skal låses likevel, og prøv igjen.',
    nn: 'Noko manglar i runden. Les kva det er, stadfest at han skal låsast likevel, og prøv igjen.',
    en: 'Something is missing in the round. Read what it is, confirm that the round is to be locked all the same, and try again.',
  },
  'concern.title': {
    nb: 'Runden {year} er ikke ferdig',
    nn: 'Runden {year} er ikkje ferdig',
    en: 'The round of {year} is not complete',
  },
  'concern.beforeDeadline': {
    nb: 'Fristen er ikke ute. Den er {time}.',
    nn: 'Fristen er ikkje ute. Han er {time}.',
    en: 'The deadline has not passed. It is {time}.',
  },
  'concern.notSubmitted': {
    nb: '{n, plural, one {# virksomhet har ikke sendt inn} other {# virksomheter har ikke sendt inn}}',
    nn: '{n, plural, one {# verksemd har ikkje sendt inn} other {# verksemder har ikkje sendt inn}}',
    en: '{n, plural, one {# agency has not submitted} other {# agencies have not submitted}}',
  },
  'concern.begun': {
    nb: '{name} ({measures, plural, one {# tiltak er begynt på} other {# tiltak er begynt på}})',
    nn: '{name} ({measures, plural, one {# tiltak er påbyrja} other {# tiltak er påbyrja}})',
    en: '{name} ({measures, plural, one {# measure begun} other {# measures begun}})',
  },
  'concern.openQueries': {
    nb: '{n, plural, one {# virksomhet har spørsmål fra dere som ikke er besvart} other {# virksomheter har spørsmål fra dere som ikke er besvart}}',
    nn: '{n, plural, one {# verksemd har spørsmål frå dykk som det ikkje er svart på} other {# verksemder har spørsmål frå dykk som det ikkje er svart på}}',
    en: '{n, plural, one {# agency has questions from you that are not answered} other {# agencies have questions from you that are not answered}}',
  },
  'concern.queries': {
    nb: '{name} ({queries, plural, one {# spørsmål} other {# spørsmål}})',
    nn: '{name} ({queries, plural, one {# spørsmål} other {# spørsmål}})',
    en: '{name} ({queries, plural, one {# question} other {# questions}})',
  },
  'concern.moreTime': {
    nb: '{n, plural, one {# virksomhet har fått mer tid} other {# virksomheter har fått mer tid}}',
    nn: '{n, plural, one {# verksemd har fått meir tid} other {# verksemder har fått meir tid}}',
    en: '{n, plural, one {# agency has been given more time} other {# agencies have been given more time}}',
  },
  'concern.until': {
    nb: '{name} (til {time})',
    nn: '{name} (til {time})',
    en: '{name} (until {time})',
  },
  'concern.confirm': {
    nb: 'Lås runden selv om dette mangler',
    nn: 'Lås runden sjølv om dette manglar',
    en: 'Lock the round although this is missing',
  },
  'release.title': {
    nb: 'Utgave {number} for {year}',
    nn: 'Utgåve {number} for {year}',
    en: 'Release {number} for {year}',
  },
  'release.here': {
    nb: 'Utgave {number}',
    nn: 'Utgåve {number}',
    en: 'Release {number}',
  },
  'release.open': {
    nb: 'Se utgave {number}',
    nn: 'Sjå utgåve {number}',
    en: 'See release {number}',
  },
  'release.back': {
    nb: 'Tilbake til oppfølgingen av {year}',
    nn: 'Tilbake til oppfølginga av {year}',
    en: 'Back to the follow-up of {year}',
  },
  'release.tag.held': {
    nb: 'Ikke publisert',
    nn: 'Ikkje publisert',
    en: 'Not published',
  },
  'release.tag.scheduled': {
    nb: 'Publiseres {time}',
    nn: 'Blir publisert {time}',
    en: 'To be published {time}',
  },
  'release.tag.published': {
    nb: 'Publisert',
    nn: 'Publisert',
    en: 'Published',
  },
  'release.tag.current': {
    nb: 'Publisert og gjeldende',
    nn: 'Publisert og gjeldande',
    en: 'Published and current',
  },
  'release.tag.withdrawn': {
    nb: 'Trukket tilbake',
    nn: 'Trekt tilbake',
    en: 'Withdrawn',
  },
  'release.state.held': {
    nb: 'Ikke publisert. Bare dere i Digdir ser den.',
    nn: 'Ikkje publisert. Berre de i Digdir ser henne.',
    en: 'Not published. Only you at Digdir see it.',
  },
  'release.state.scheduled': {
    nb: 'Ikke publisert. Den blir synlig for alle {time}.',
    nn: 'Ikkje publisert. Ho blir synleg for alle {time}.',
    en: 'Not published. Everyone will see it from {time}.',
  },
  'release.state.current': {
    nb: 'Publisert. Dette er tallene som gjelder for runden.',
    nn: 'Publisert. Dette er tala som gjeld for runden.',
    en: 'Published. These are the current figures of the round.',
  },
  'release.state.published': {
    nb: 'Publisert. En nyere utgave gjelder for runden.',
    nn: 'Publisert. Ei nyare utgåve gjeld for runden.',
    en: 'Published. A newer release is the current one.',
  },
  'release.state.withdrawn': {
    nb: 'Trukket tilbake {time} av {name}.',
    nn: 'Trekt tilbake {time} av {name}.',
    en: 'Withdrawn {time} by {name}.',
  },
  'release.dataAsOf': { nb: 'Data per', nn: 'Data per', en: 'Data as of' },
  'release.newestAnswer': {
    nb: 'Nyeste svar i utgaven',
    nn: 'Nyaste svar i utgåva',
    en: 'Newest answer in the release',
  },
  'release.frozenAt': {
    nb: 'Låst',
    nn: 'Låst',
    en: 'Locked',
  },
  'release.measures': {
    nb: 'Tiltak',
    nn: 'Tiltak',
    en: 'Measures',
  },
  'release.public': {
    nb: 'Tiltak alle kan lese',
    nn: 'Tiltak alle kan lese',
    en: 'Measures everyone can read',
  },
  'release.answered': {
    nb: 'Virksomheter som svarte',
    nn: 'Verksemder som svarte',
    en: 'Agencies that answered',
  },
  'release.hash': {
    nb: 'Kontrollsum',
    nn: 'Kontrollsum',
    en: 'Checksum',
  },
  'release.preview': {
    nb: 'Se utgaven slik den blir',
    nn: 'Sjå utgåva slik ho blir',
    en: 'See the release as it will be',
  },
  'release.previewText': {
    nb: 'Sidene viser det samme som alle får se når utgaven er publisert.',
    nn: 'Sidene viser det same som alle får sjå når utgåva er publisert.',
    en: 'The pages show what everyone will see when the release has been published.',
  },
  'release.contents': {
    nb: 'Innholdet i utgaven',
    nn: 'Innhaldet i utgåva',
    en: 'What the release contains',
  },
  'release.contentsText': {
    nb: 'Sidene viser denne utgaven, også når en annen er gjeldende.',
    nn: 'Sidene viser denne utgåva, også når ei anna gjeld.',
    en: 'The pages show this release, also when another one is current.',
  },
  'release.figures': {
    nb: 'Figurene i årsrapporten',
    nn: 'Figurane i årsrapporten',
    en: 'The figures of the yearly report',
  },
  'release.table': {
    nb: 'Tabeller',
    nn: 'Tabellar',
    en: 'Tables',
  },
  'release.register': {
    nb: 'Registeret',
    nn: 'Registeret',
    en: 'The register',
  },
  'release.publish': {
    nb: 'Publiser',
    nn: 'Publiser',
    en: 'Publish',
  },
  'release.publishText': {
    nb: 'Alle kan se utgaven så snart den er publisert. Etterpå kan den bare trekkes tilbake, med en begrunnelse.',
    nn: 'Alle kan sjå utgåva så snart ho er publisert. Etterpå kan ho berre trekkjast tilbake, med ei grunngiving.',
    en: 'Everyone can see the release as soon as it is published. After that it can only be withdrawn, with a reason.',
  },
  'release.publishYes': {
    nb: 'Publiser utgave {number}',
    nn: 'Publiser utgåve {number}',
    en: 'Publish release {number}',
  },
  'release.withdraw': {
    nb: 'Trekk utgaven tilbake',
    nn: 'Trekk utgåva tilbake',
    en: 'Withdraw the release',
  },
  'release.withdrawText': {
    nb: 'Utgaven forsvinner fra tall, register og filer. Adressene til den viser begrunnelsen, og forrige publiserte utgave blir gjeldende igjen. Det kan ikke angres.',
    nn: 'Utgåva forsvinn frå tal, register og filer. Adressene til henne viser grunngivinga, og den førre publiserte utgåva gjeld igjen. Det kan ikkje gjerast om.',
    en: 'The release disappears from figures, register and files. Its addresses show the reason, and the previous published release is current again. This cannot be undone.',
  },
  'release.withdrawOlderText': {
    nb: 'Utgaven forsvinner fra tall, register og filer. Adressene til den viser begrunnelsen. Det kan ikke angres.',
    nn: 'Utgåva forsvinn frå tal, register og filer. Adressene til henne viser grunngivinga. Det kan ikkje gjerast om.',
    en: 'The release disappears from figures, register and files. Its addresses show the reason. This cannot be undone.',
  },
  'release.withdrawOpen': {
    nb: 'Trekk tilbake …',
    nn: 'Trekk tilbake …',
    en: 'Withdraw …',
  },
  'release.reason.nb': {
    nb: 'Begrunnelse på bokmål, som alle kan lese',
    nn: 'Grunngiving på bokmål, som alle kan lese',
    en: 'Reason in bokmål, which everyone can read',
  },
  'release.reason.nn': {
    nb: 'Begrunnelse på nynorsk',
    nn: 'Grunngiving på nynorsk',
    en: 'Reason in nynorsk',
  },
  'release.reason.en': {
    nb: 'Begrunnelse på engelsk',
    nn: 'Grunngiving på engelsk',
    en: 'Reason in English',
  },
  'release.withdrawYes': {
    nb: 'Trekk utgaven tilbake',
    nn: 'Trekk utgåva tilbake',
    en: 'Withdraw the release',
  },
  'release.done.published': {
    nb: 'Utgave {number} er publisert.',
    nn: 'Utgåve {number} er publisert.',
    en: 'Release {number} has been published.',
  },
  'release.done.withdrawn': {
    nb: 'Utgave {number} er trukket tilbake.',
    nn: 'Utgåve {number} er trekt tilbake.',
    en: 'Release {number} has been withdrawn.',
  },
  'release.alreadyDone': {
    nb: 'Dette er allerede gjort.',
    nn: 'Dette er alt gjort.',
    en: 'This has already been done.',
  },
  'previewOf.held': {
    nb: 'Den er ikke publisert.',
    nn: 'Ho er ikkje publisert.',
    en: 'It is not published.',
  },
  'previewOf.scheduled': {
    nb: 'Den er ikke publisert ennå.',
    nn: 'Ho er ikkje publisert enno.',
    en: 'It is not published yet.',
  },
  'previewOf.published': {
    nb: 'Den er publisert.',
    nn: 'Ho er publisert.',
    en: 'It is published.',
  },
  'previewOf.withdrawn': {
    nb: 'Den er trukket tilbake.',
    nn: 'Ho er trekt tilbake.',
    en: 'It has been withdrawn.',
  },
  'previewOf.back': {
    nb: 'Om utgaven',
    nn: 'Om utgåva',
    en: 'About the release',
  },
} as const satisfies Readonly<Record<string, Text>>;

type Values = Record<string, string | number>;
const made = new Map<Language, IntlShape>();

function wordsIn(language: Language): IntlShape {
  const known = made.get(language);
  if (known) return known;
  const messages = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]]));
  const intl = createIntl({ locale: locales[language], messages });
  made.set(language, intl);
  return intl;
}

/** As `useText`, of the words of Digdir’s pages. */
export function useStaffText(): (key: keyof typeof texts, values?: Values) => string {
  const intl = wordsIn(useLanguage());
  return (key, values) => intl.formatMessage({ id: key }, values);
}
