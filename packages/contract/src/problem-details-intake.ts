import type { Text } from '@samblikk/questionnaire';

/** What problems say of answers that come in otherwise than by the form: files, lists, tokens of agencies’ systems. */
export const intakeDetails = {
  fileAtFault: { nb: 'Se `issues`.', nn: 'Sjå `issues`.', en: 'See `issues`.' },
  sendMultipart: { nb: 'Send multipart/form-data.', nn: 'Send multipart/form-data.', en: 'Send multipart/form-data.' },
  sendOneFile: { nb: 'Send én fil, som `file`.', nn: 'Send éi fil, som `file`.', en: 'Send one file, as `file`.' },
  sendBothFiles: {
    nb: 'Begge filene må sendes: `population` og `answers`.',
    nn: 'Begge filene må sendast: `population` og `answers`.',
    en: 'Both files must be sent: `population` and `answers`.',
  },
  noSuchFile: {
    nb: 'Ingen fil heter {name} her.',
    nn: 'Inga fil heiter {name} her.',
    en: 'No file is asked for by the name {name}.',
  },
  noSuchField: {
    nb: 'Ikke noe felt heter {name} her.',
    nn: 'Ikkje noko felt heiter {name} her.',
    en: 'No field is asked for by the name {name}.',
  },
  dryRunIsBoolean: {
    nb: '`dryRun` må være true eller false.',
    nn: '`dryRun` må vere true eller false.',
    en: '`dryRun` must be true or false.',
  },
  nothingImported: {
    nb: '{errors} feil og {warnings} varsler. Ingenting ble importert.',
    nn: '{errors} feil og {warnings} varsel. Ingenting vart importert.',
    en: '{errors} errors and {warnings} warnings; nothing was imported.',
  },
  noList: {
    nb: 'Listen finnes ikke, eller er for gammel.',
    nn: 'Lista finst ikkje, eller er for gammal.',
    en: 'There is no such list, or it has expired.',
  },
  listTakenIn: { nb: 'Listen er importert.', nn: 'Lista er importert.', en: 'The list was imported.' },
  listNotPreviewed: {
    nb: 'Listen er ikke forhåndsvist.',
    nn: 'Lista er ikkje førehandsvist.',
    en: 'The list was never previewed.',
  },
  listChanged: {
    nb: 'Noe er endret siden forhåndsvisningen.',
    nn: 'Noko er endra sidan førehandsvisinga.',
    en: 'Something has changed since the preview.',
  },
  rowsNotReady: {
    nb: '{faulty} rader har feil. {unconfirmed} rader ville gjort offentlig det som er unntatt, og er ikke bekreftet.',
    nn: '{faulty} rader har feil. {unconfirmed} rader ville gjort offentleg det som er unnateke, og er ikkje stadfesta.',
    en: '{faulty} rows have errors; {unconfirmed} would make public what is withheld, and are not confirmed.',
  },
  noImport: {
    nb: 'Virksomheten har ingen slik import i runden.',
    nn: 'Verksemda har ingen slik import i runden.',
    en: 'The agency has no such import in the round.',
  },
  importUndone: { nb: 'Importen er angret.', nn: 'Importen er angra.', en: 'The import was undone.' },
  noSheet: {
    nb: 'Filen har ikke ark {sheet}.',
    nn: 'Fila har ikkje ark {sheet}.',
    en: 'The file has no sheet {sheet}.',
  },
  noTarget: {
    nb: 'Ingen kolonne kan holde {target}.',
    nn: 'Ingen kolonne kan halde {target}.',
    en: 'No column can hold {target}.',
  },
  twoColumns: {
    nb: 'To kolonner holder {target}.',
    nn: 'To kolonnar held {target}.',
    en: 'Two columns hold {target}.',
  },
  noCategory: {
    nb: '{question} har ikke alternativet {code}.',
    nn: '{question} har ikkje alternativet {code}.',
    en: '{question} has no category {code}.',
  },
  noSource: {
    nb: 'Virksomheten har ingen slik kilde.',
    nn: 'Verksemda har inga slik kjelde.',
    en: 'The agency has no such source.',
  },
  noDelivery: {
    nb: 'Kilden har ingen slik leveranse.',
    nn: 'Kjelda har ingen slik leveranse.',
    en: 'The source has no such delivery.',
  },
  notWatched: {
    nb: 'Kilden har ingen adresse som hentes.',
    nn: 'Kjelda har inga adresse som blir henta.',
    en: 'The source has no address that is fetched.',
  },
  notSentTo: {
    nb: 'Filer sendes ikke til denne kilden: den hentes fra en adresse, eller er et system.',
    nn: 'Filer blir ikkje sende til denne kjelda: ho blir henta frå ei adresse, eller er eit system.',
    en: 'Files are not sent to this source: it is fetched from an address, or is a system.',
  },
  badAddress: {
    nb: 'Adressen kan ikke brukes. {why}',
    nn: 'Adressa kan ikkje brukast. {why}',
    en: 'The address cannot be used. {why}',
  },
  noRoundToDeliverTo: {
    nb: 'Ingen kartlegging tar imot svar fra virksomheten nå.',
    nn: 'Inga kartlegging tek imot svar frå verksemda no.',
    en: 'No survey takes answers from the agency now.',
  },
  noTokens: {
    nb: 'Her tas det ikke imot nøkler fra Maskinporten.',
    nn: 'Her blir det ikkje teke imot nøklar frå Maskinporten.',
    en: 'Tokens from Maskinporten are not taken here.',
  },
  tokenInvalid: {
    nb: 'Nøkkelen fra Maskinporten holder ikke ({reason}).',
    nn: 'Nøkkelen frå Maskinporten held ikkje ({reason}).',
    en: 'The token from Maskinporten does not hold ({reason}).',
  },
  tokenAudience: {
    nb: 'Nøkkelen er laget for en annen mottaker.',
    nn: 'Nøkkelen er laga for ein annan mottakar.',
    en: 'The token is for another audience.',
  },
  noTokenKeys: {
    nb: 'Får ikke tak i nøklene til Maskinporten.',
    nn: 'Får ikkje tak i nøklane til Maskinporten.',
    en: 'The keys of Maskinporten cannot be had.',
  },
  tokenScope: {
    nb: 'Nøkkelen mangler scope {scope}.',
    nn: 'Nøkkelen manglar scope {scope}.',
    en: 'The token lacks the scope {scope}.',
  },
  tokenConsumer: {
    nb: 'Nøkkelen navngir ingen virksomhet: `consumer` må være 0192 og et organisasjonsnummer.',
    nn: 'Nøkkelen namngir inga verksemd: `consumer` må vere 0192 og eit organisasjonsnummer.',
    en: 'The token names no agency: `consumer` must be 0192 and an organisation number.',
  },
  tokenAgency: {
    nb: 'Nøkkelen er for {consumer}, og adressen for {orgnr}.',
    nn: 'Nøkkelen er for {consumer}, og adressa for {orgnr}.',
    en: 'The token is for {consumer}, and the address for {orgnr}.',
  },
} as const satisfies Record<string, Text>;
