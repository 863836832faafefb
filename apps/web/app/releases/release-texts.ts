import type { Text } from '@samblikk/questionnaire';

/** What is said of a release, and around its preview. */
export const releaseTexts = {
  'previewOf.title': {
    nb: 'Forhåndsvisning av utgave {year}.{number}.',
    nn: 'Førehandsvising av utgåve {year}.{number}.',
    en: 'Preview of release {year}.{number}.',
  },
  'release.title': {
    nb: 'Utgave {year}.{number}',
    nn: 'Utgåve {year}.{number}',
    en: 'Release {year}.{number}',
  },
  'release.here': {
    nb: 'Utgave {year}.{number}',
    nn: 'Utgåve {year}.{number}',
    en: 'Release {year}.{number}',
  },
  'release.open': {
    nb: 'Se utgave {year}.{number}',
    nn: 'Sjå utgåve {year}.{number}',
    en: 'See release {year}.{number}',
  },
  'release.back': {
    nb: 'Tilbake til publiseringen av {year}',
    nn: 'Tilbake til publiseringa av {year}',
    en: 'Back to the publication of {year}',
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
  'release.quality': {
    nb: 'Svar og kvalitet',
    nn: 'Svar og kvalitet',
    en: 'Response and quality',
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
    nb: 'Publiser utgave {year}.{number}',
    nn: 'Publiser utgåve {year}.{number}',
    en: 'Publish release {year}.{number}',
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
    nb: 'Utgave {year}.{number} er publisert.',
    nn: 'Utgåve {year}.{number} er publisert.',
    en: 'Release {year}.{number} has been published.',
  },
  'release.done.scheduled': {
    nb: 'Utgave {year}.{number} blir publisert av seg selv på tidspunktet dere har satt.',
    nn: 'Utgåve {year}.{number} blir publisert av seg sjølv på tidspunktet de har sett.',
    en: 'Release {year}.{number} will be published by itself at the time you have set.',
  },
  'release.done.held': {
    nb: 'Utgave {year}.{number} blir ikke publisert før dere gjør det selv.',
    nn: 'Utgåve {year}.{number} blir ikkje publisert før de gjer det sjølve.',
    en: 'Release {year}.{number} will not be published until you do it yourselves.',
  },
  'release.schedule': {
    nb: 'Eller publiser på et tidspunkt',
    nn: 'Eller publiser på eit tidspunkt',
    en: 'Or publish at a set time',
  },
  'release.scheduleChange': {
    nb: 'Endre tidspunktet',
    nn: 'Endre tidspunktet',
    en: 'Change the time',
  },
  'release.day': { nb: 'Dag', nn: 'Dag', en: 'Day' },
  'release.clock': {
    nb: 'Klokkeslett i Norge',
    nn: 'Klokkeslett i Noreg',
    en: 'Time by the clock in Norway',
  },
  'release.clockFault': {
    nb: 'Skriv klokkeslettet med timer og minutter, for eksempel 09:00',
    nn: 'Skriv klokkeslettet med timar og minutt, til dømes 09:00',
    en: 'Write the time with hours and minutes, for example 09:00',
  },
  'release.scheduleYes': {
    nb: 'Publiser på dette tidspunktet',
    nn: 'Publiser på dette tidspunktet',
    en: 'Publish at this time',
  },
  'release.scheduleAgain': {
    nb: 'Lagre det nye tidspunktet',
    nn: 'Lagre det nye tidspunktet',
    en: 'Save the new time',
  },
  'release.scheduleCancel': {
    nb: 'Ikke publiser av seg selv',
    nn: 'Ikkje publiser av seg sjølv',
    en: 'Do not publish by itself',
  },
  'release.home': { nb: 'Forsiden', nn: 'Framsida', en: 'The front page' },
  'release.about': { nb: 'Om dataene', nn: 'Om dataa', en: 'About the data' },
  'release.changes': {
    nb: 'Hva alle kan lese om endringene',
    nn: 'Kva alle kan lese om endringane',
    en: 'What everyone can read about the changes',
  },
  'release.done.withdrawn': {
    nb: 'Utgave {year}.{number} er trukket tilbake.',
    nn: 'Utgåve {year}.{number} er trekt tilbake.',
    en: 'Release {year}.{number} has been withdrawn.',
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
  'previewOf.withdrawMeasure': {
    nb: 'Trekk tiltaket tilbake …',
    nn: 'Trekk tiltaket tilbake …',
    en: 'Withdraw the measure …',
  },
  'previewOf.back': {
    nb: 'Om utgaven',
    nn: 'Om utgåva',
    en: 'About the release',
  },
} as const satisfies Readonly<Record<string, Text>>;
