import type { Text } from '@samblikk/questionnaire';
import { directoryDetails } from './problem-details-directory.ts';
import { financingDetails } from './problem-details-financing.ts';
import { intakeDetails } from './problem-details-intake.ts';
import { pxwebDetails } from './problem-details-pxweb.ts';

/**
 * What a problem may say beside its title (problem.ts): what exactly is wrong here, in the reader’s language. ICU messages;
 * all parameters are texts.
 */
export const details = {
  ...intakeDetails,
  ...directoryDetails,
  ...financingDetails,
  ...pxwebDetails,
  cursorUnreadable: {
    nb: 'Markøren er ikke en av våre. Bruk «next» fra forrige side slik den er.',
    nn: 'Markøren er ikkje ein av våre. Bruk «next» frå førre side slik han er.',
    en: 'The cursor is none of ours. Use “next” of the page before as it is.',
  },
  cursorOfOther: {
    nb: 'Markøren hører til et annet søk. Endrer du søket, må du begynne på nytt uten markør.',
    nn: 'Markøren høyrer til eit anna søk. Endrar du søket, må du byrje på nytt utan markør.',
    en: 'The cursor belongs to another search. Begin again without a cursor when the search changes.',
  },
  cursorStale: {
    nb: 'Søket gir ikke lenger de samme tiltakene som da markøren ble laget. Begynn på nytt uten markør.',
    nn: 'Søket gir ikkje lenger dei same tiltaka som då markøren vart laga. Byrj på nytt utan markør.',
    en: 'The search no longer finds the measures it found when the cursor was made. Begin again without a cursor.',
  },
  notShown: {
    nb: 'Tiltak {number} viser ikke noe svar på «{question}».',
    nn: 'Tiltak {number} viser ikkje noko svar på «{question}».',
    en: 'Measure {number} shows no answer to “{question}”.',
  },
  noPortfolio: {
    nb: 'Det er ingen lagret portefølje «{slug}».',
    nn: 'Det er ingen lagra portefølje «{slug}».',
    en: 'There is no kept portfolio “{slug}”.',
  },
  numbersNotPublic: {
    nb: 'En lagret portefølje er åpen for alle, og kan ikke ha tiltak som ikke er offentlige: {numbers}.',
    nn: 'Ein lagra portefølje er open for alle, og kan ikkje ha tiltak som ikkje er offentlege: {numbers}.',
    en: 'A kept portfolio is open to all, and cannot have measures that are not public: {numbers}.',
  },
  noRoundOfMinistry: {
    nb: 'Ingen runde spør virksomheter under {ministry}.',
    nn: 'Ingen runde spør verksemder under {ministry}.',
    en: 'No round asks agencies under {ministry}.',
  },
  noErrorReport: {
    nb: 'Virksomheten har ingen slik feilmelding.',
    nn: 'Verksemda har inga slik feilmelding.',
    en: 'The agency has no such error report.',
  },
  noRound: {
    nb: 'Det er ingen runde for {year}.',
    nn: 'Det er ingen runde for {year}.',
    en: 'There is no round for {year}.',
  },
  noEdition: {
    nb: 'Spørreskjemaet har ingen utgave {edition}.',
    nn: 'Spørjeskjemaet har ingen utgåve {edition}.',
    en: 'There is no edition {edition}.',
  },
  noEditionForYear: {
    nb: 'Det er ingen utgave av spørreskjemaet for {year}. Oppgi en.',
    nn: 'Det er inga utgåve av spørjeskjemaet for {year}. Oppgi ei.',
    en: 'There is no edition for {year}; name one.',
  },
  otherEdition: {
    nb: 'Runden for {year} bruker utgave {edition}.',
    nn: 'Runden for {year} bruker utgåve {edition}.',
    en: 'The round of {year} has edition {edition}.',
  },
  editionIsNot: {
    nb: 'Runden for {year} bruker utgave {edition}, ikke {asked}.',
    nn: 'Runden for {year} bruker utgåve {edition}, ikkje {asked}.',
    en: 'The round of {year} has edition {edition}, not {asked}.',
  },
  datesOutOfOrder: {
    nb: '{later} er før {earlier}.',
    nn: '{later} er før {earlier}.',
    en: '{later} is before {earlier}.',
  },
  noFact: {
    nb: 'Skjemaet for {year} har ikke noe faktum «{id}» med verdien «{value}».',
    nn: 'Skjemaet for {year} har ikkje noko faktum «{id}» med verdien «{value}».',
    en: 'The questionnaire of {year} has no fact “{id}” with the value “{value}”.',
  },
  reminderOutside: {
    nb: 'Påminnelser kommer etter at runden åpner, og før fristen.',
    nn: 'Påminningar kjem etter at runden opnar, og før fristen.',
    en: 'Reminders come after the round opens and before the deadline.',
  },
  snapshotBeforeFreeze: {
    nb: 'Øyeblikksbilder kommer etter at runden er låst.',
    nn: 'Augeblinksbilete kjem etter at runden er låst.',
    en: 'Snapshots come after the round is frozen.',
  },
  snapshotSameDay: {
    nb: 'To øyeblikksbilder er på samme dag.',
    nn: 'To augeblinksbilete er på same dag.',
    en: 'Two snapshots are on the same day.',
  },
  reminderSameDay: {
    nb: 'To påminnelser er på samme dag.',
    nn: 'To påminningar er på same dag.',
    en: 'Two reminders are on the same day.',
  },
  invitationOver: {
    nb: 'Invitasjonen er brukt, trukket tilbake eller for gammel. Velg «Ikke send», og la virksomheten invitere på nytt.',
    nn: 'Invitasjonen er brukt, trekt tilbake eller for gammal. Vel «Ikkje send», og la verksemda invitere på nytt.',
    en: 'The invitation has been used, taken back or is too old. Choose “Do not send”, and let the agency invite again.',
  },
  cannotHaveReturned: {
    nb: 'E-posten er ikke sendt, eller det er alt notert at den ikke kom fram.',
    nn: 'E-posten er ikkje send, eller det er alt notert at han ikkje kom fram.',
    en: 'The e-mail has not been sent, or it is already noted that it did not arrive.',
  },
  noMessage: { nb: 'Det er ingen slik e-post.', nn: 'Det er ingen slik e-post.', en: 'There is no such e-mail.' },
  unknownPlaceholder: {
    nb: 'Teksten har {names}, som ikke kan fylles ut her. Det som kan stå i krøllparenteser, er: {known}.',
    nn: 'Teksten har {names}, som ikkje kan fyllast ut her. Det som kan stå i krøllparentesar, er: {known}.',
    en: 'The text has {names}, which cannot be filled in here. What may stand in braces is: {known}.',
  },
  missingPlaceholder: {
    nb: 'Teksten mangler {names}. Det må være med.',
    nn: 'Teksten manglar {names}. Det må vere med.',
    en: 'The text lacks {names}, which must be there.',
  },
  strayBrace: {
    nb: 'Teksten har en krøllparentes for mye eller for lite. Skriv dem bare rundt navn, som i eksemplene.',
    nn: 'Teksten har ein krøllparentes for mykje eller for lite. Skriv dei berre rundt namn, som i døma.',
    en: 'The text has a brace too many or too few. Write them only around names, as in the examples.',
  },
  noPopulation: {
    nb: 'Runden for {year} spør ingen virksomheter. Velg hvem den skal spørre, før den åpner.',
    nn: 'Runden for {year} spør ingen verksemder. Vel kven han skal spørje, før han opnar.',
    en: 'The round of {year} asks no agencies. Choose whom it asks before it opens.',
  },
  agencyStays: {
    nb: '{name} har svart eller har tiltak i runden for {year} og kan ikke tas ut av den.',
    nn: '{name} har svart eller har tiltak i runden for {year} og kan ikkje takast ut av han.',
    en: '{name} has answered or has measures in the round of {year} and cannot be taken out of it.',
  },
  roundAnswered: {
    nb: 'Noen har svart i runden for {year}. Den kan ikke slettes.',
    nn: 'Nokon har svart i runden for {year}. Han kan ikkje slettast.',
    en: 'Someone has answered in the round of {year}. It cannot be deleted.',
  },
  hasAnswered: {
    nb: 'Virksomheten har svart i runden for {year}.',
    nn: 'Verksemda har svart i runden for {year}.',
    en: 'The agency has answered in the round of {year}.',
  },
  notDeclined: {
    nb: 'Det er ikke skrevet at virksomheten lar være å svare i runden for {year}.',
    nn: 'Det er ikkje skrive at verksemda lèt vere å svare i runden for {year}.',
    en: 'It is not written that the agency declines the round of {year}.',
  },
  noNote: {
    nb: 'Virksomheten har ikke et slikt notat.',
    nn: 'Verksemda har ikkje eit slikt notat.',
    en: 'The agency has no such note.',
  },
  takesNoAnswers: {
    nb: 'Runden for {year} tar ikke imot svar nå.',
    nn: 'Runden for {year} tek ikkje imot svar no.',
    en: 'The round of {year} takes no answers now.',
  },
  notBegun: {
    nb: 'Runden for {year} har ikke begynt.',
    nn: 'Runden for {year} har ikkje byrja.',
    en: 'The round of {year} has not begun.',
  },
  takesAnswers: { nb: 'Runden tar imot svar nå.', nn: 'Runden tek imot svar no.', en: 'The round takes answers now.' },
  askedAlready: { nb: 'Det er bedt om allerede.', nn: 'Det er bede om alt.', en: 'It is asked already.' },
  noRequestWaits: {
    nb: 'Virksomheten venter ikke på svar om mer tid.',
    nn: 'Verksemda ventar ikkje på svar om meir tid.',
    en: 'The agency does not wait for an answer about more time.',
  },
  askedBy: { nb: '{name} ba om det {at}.', nn: '{name} bad om det {at}.', en: '{name} asked at {at}.' },
  agencyNotAsked: {
    nb: 'Runden for {year} spør ikke virksomheten {orgnr}.',
    nn: 'Runden for {year} spør ikkje verksemda {orgnr}.',
    en: 'The round of {year} does not ask agency {orgnr}.',
  },
  noAgency: {
    nb: 'Ingen virksomhet har organisasjonsnummer {orgnr} i dag.',
    nn: 'Inga verksemd har organisasjonsnummer {orgnr} i dag.',
    en: 'There is no agency with number {orgnr} today.',
  },
  noMeasure: {
    nb: 'Runden for {year} har ikke dette tiltaket.',
    nn: 'Runden for {year} har ikkje dette tiltaket.',
    en: 'There is no such measure in the round of {year}.',
  },
  notInRound: {
    nb: 'Tiltaket er ikke med i runden.',
    nn: 'Tiltaket er ikkje med i runden.',
    en: 'The measure is not in the round.',
  },
  noPublicMeasure: {
    nb: 'Det er ikke noe offentlig tiltak {number}.',
    nn: 'Det er ikkje noko offentleg tiltak {number}.',
    en: 'There is no public measure {number}.',
  },
  noEarlierMeasure: {
    nb: 'Virksomheten har ikke et slikt tiltak fra en tidligere runde, eller har tatt det med videre.',
    nn: 'Verksemda har ikkje eit slikt tiltak frå ein tidlegare runde, eller har teke det med vidare.',
    en: 'The agency has no such measure from an earlier round, or has taken it along.',
  },
  noMeasureToTake: {
    nb: 'Virksomheten har ikke tiltaket {measure} å ta med videre, eller har alt tatt det med.',
    nn: 'Verksemda har ikkje tiltaket {measure} å ta med vidare, eller har alt teke det med.',
    en: 'The agency has no measure {measure} to take along, or has taken it along already.',
  },
  noCorrection: {
    nb: 'Tiltaket har ingen slik retting.',
    nn: 'Tiltaket har inga slik retting.',
    en: 'The measure has no such correction.',
  },
  notCorrectable: {
    nb: 'Svaret på {question} kan ikke rettes av andre enn virksomheten.',
    nn: 'Svaret på {question} kan ikkje rettast av andre enn verksemda.',
    en: 'Only the agency itself can correct the answer to {question}.',
  },
  notAskedHere: {
    nb: 'Tiltaket blir ikke spurt om {question}.',
    nn: 'Tiltaket blir ikkje spurt om {question}.',
    en: 'The measure is not asked about {question}.',
  },
  correctionWaits: {
    nb: 'Det er alt foreslått en retting av dette svaret. Trekk den først.',
    nn: 'Det er alt føreslått ei retting av dette svaret. Trekk ho først.',
    en: 'A correction of this answer is proposed already. Take it back first.',
  },
  sameAnswer: {
    nb: 'Rettingen er lik svaret som gjelder nå.',
    nn: 'Rettinga er lik svaret som gjeld no.',
    en: 'The correction is the same as the answer that stands.',
  },
  sentInSince: {
    nb: 'Virksomheten har sendt inn nye svar siden du så på tiltaket.',
    nn: 'Verksemda har sendt inn nye svar sidan du såg på tiltaket.',
    en: 'The agency has sent in new answers since you looked at the measure.',
  },
  agencyMayAnswer: {
    nb: 'Virksomheten har til {at} på seg til å svare.',
    nn: 'Verksemda har til {at} på seg til å svare.',
    en: 'The agency may answer until {at}.',
  },
  noVersion: {
    nb: 'Det er ingen versjon {version}.',
    nn: 'Det er ingen versjon {version}.',
    en: 'There is no version {version}.',
  },
  noVersionYet: {
    nb: 'Det er ingen versjon {version}. Den nyeste er {newest}.',
    nn: 'Det er ingen versjon {version}. Den nyaste er {newest}.',
    en: 'There is no version {version}; the newest is {newest}.',
  },
  noReceipt: {
    nb: 'Virksomheten har ingen slik kvittering i denne runden.',
    nn: 'Verksemda har inga slik kvittering i denne runden.',
    en: 'The agency has no such receipt in this round.',
  },
  onlyDelegated: {
    nb: 'Bare delen du er bedt om, kan besvares.',
    nn: 'Berre delen du er beden om, kan svarast på.',
    en: 'Only the section that was delegated may be answered.',
  },
  noDelegationToYou: {
    nb: 'Ingenting av tiltaket er gitt til deg.',
    nn: 'Ingenting av tiltaket er gitt til deg.',
    en: 'Nothing of the measure is delegated to you.',
  },
  noDelegation: {
    nb: 'Tiltaket har ingen slik delegering.',
    nn: 'Tiltaket har inga slik delegering.',
    en: 'The measure has no such delegation.',
  },
  noSection: {
    nb: 'Utgave {edition} har ingen del {section}.',
    nn: 'Utgåve {edition} har ingen del {section}.',
    en: 'Edition {edition} has no section {section}.',
  },
  noColleague: {
    nb: 'Ingen med en rolle i virksomheten har denne id-en.',
    nn: 'Ingen med ei rolle i verksemda har denne id-en.',
    en: 'Nobody with a role at the agency has this id.',
  },
  noRole: {
    nb: 'Personen har ingen slik rolle i virksomheten.',
    nn: 'Personen har inga slik rolle i verksemda.',
    en: 'The person has no such role at the agency.',
  },
  noInvitation: {
    nb: 'Virksomheten har ingen slik invitasjon.',
    nn: 'Verksemda har ingen slik invitasjon.',
    en: 'The agency has no such invitation.',
  },
  doublesOfOthers: {
    nb: 'Ingen av de to tiltakene er fra en virksomhet under dette departementet.',
    nn: 'Ingen av dei to tiltaka er frå ei verksemd under dette departementet.',
    en: 'Neither of the two measures is of an agency under this ministry.',
  },
  peopleOnly: {
    nb: 'Dette er for personer, og ikke for systemer.',
    nn: 'Dette er for personar, og ikkje for system.',
    en: 'This is for people, and not for systems.',
  },
  notAsked: {
    nb: 'Utgave {edition} spør ikke om {question}.',
    nn: 'Utgåve {edition} spør ikkje om {question}.',
    en: 'Edition {edition} does not ask {question}.',
  },
  noQuery: {
    nb: 'Tiltaket har ikke et slikt spørsmål fra saksbehandler.',
    nn: 'Tiltaket har ikkje eit slikt spørsmål frå saksbehandlar.',
    en: 'The measure has no such question from staff.',
  },
  lastDayPassed: { nb: 'Siste dag er passert.', nn: 'Siste dag er passert.', en: 'The last day has passed.' },
  saySomething: {
    nb: 'Skriv noe, eller endre svaret.',
    nn: 'Skriv noko, eller endre svaret.',
    en: 'Say something, or change the answer.',
  },
  noTableAddress: {
    nb: '«{address}» er ikke adressen til en tabell.',
    nn: '«{address}» er ikkje adressa til ein tabell.',
    en: '“{address}” is not the address of a table.',
  },
  noFigure: {
    nb: 'Rapporten for {year} har ingen figur {figure}.',
    nn: 'Rapporten for {year} har ingen figur {figure}.',
    en: 'The report of {year} has no figure {figure}.',
  },
  noProfile: {
    nb: 'Registeret har ingen side for dette.',
    nn: 'Registeret har inga side for dette.',
    en: 'The register has no page for this.',
  },
  noRelease: { nb: 'Utgaven finnes ikke.', nn: 'Utgåva finst ikkje.', en: 'There is no such release.' },
  noReleaseForYear: {
    nb: 'Det er ingen publisert utgave for {year}.',
    nn: 'Det er inga publisert utgåve for {year}.',
    en: 'There is no release for {year}.',
  },
  noReleaseNumber: {
    nb: 'Det er ingen utgave nummer {number} for {year}.',
    nn: 'Det er inga utgåve nummer {number} for {year}.',
    en: 'There is no release number {number} for {year}.',
  },
  releaseNeedsRound: {
    nb: 'Et utgavenummer gjelder én runde: oppgi `round` også.',
    nn: 'Eit utgåvenummer gjeld éin runde: oppgi `round` òg.',
    en: 'A release number needs one round.',
  },
  roundIsYears: {
    nb: '`round` er årstall, skilt med komma.',
    nn: '`round` er årstal, skilde med komma.',
    en: '`round` is years, joined by comma.',
  },
  unknownVariable: {
    nb: 'Kjenner ikke variabelen {variable}. Disse finnes: {known}.',
    nn: 'Kjenner ikkje variabelen {variable}. Desse finst: {known}.',
    en: 'The variable {variable} is not known. Known: {known}.',
  },
  noCategories: {
    nb: '{variable} er et beløp, og kan ikke telles etter. Disse kan: {known}.',
    nn: '{variable} er eit beløp, og kan ikkje teljast etter. Desse kan: {known}.',
    en: '{variable} is an amount, and cannot be counted by. Known: {known}.',
  },
  noAmount: {
    nb: '{variable} er ikke et beløp. Disse er det: {known}.',
    nn: '{variable} er ikkje eit beløp. Desse er det: {known}.',
    en: '{variable} is not an amount. Known: {known}.',
  },
  amountMissing: {
    nb: '`of` må si hvilket beløp. Disse finnes: {known}.',
    nn: '`of` må seie kva for beløp. Desse finst: {known}.',
    en: '`of` must say which amount. Known: {known}.',
  },
  unknownCode: {
    nb: 'Koden finnes ikke for {variable}. Disse finnes: {known}.',
    nn: 'Koden finst ikkje for {variable}. Desse finst: {known}.',
    en: '{variable} has no such code. Known: {known}.',
  },
  overlap: {
    nb: '{variable} kan ha flere svar, så tiltakene kan ikke deles i dem med og dem uten. Sammenlign med alle: `against=all`.',
    nn: '{variable} kan ha fleire svar, så tiltaka kan ikkje delast i dei med og dei utan. Samanlikn med alle: `against=all`.',
    en: '{variable} may have several answers, so the measures cannot be parted in those with and those without. Compare with all: `against=all`.',
  },
  sameVariable: {
    nb: '{variable} står på to av sidene i tabellen. Velg en annen variabel for én av dem.',
    nn: '{variable} står på to av sidene i tabellen. Vel ein annan variabel for ei av dei.',
    en: '{variable} is on two sides of the table. Choose another variable for one of them.',
  },
  tooManySides: {
    nb: 'En sammenligning tar plassen til `columns` eller `layers`. Ta bort én av dem.',
    nn: 'Ei samanlikning tek plassen til `columns` eller `layers`. Ta bort ei av dei.',
    en: 'A comparison takes the place of `columns` or `layers`. Take one of them away.',
  },
  tooManyCells: {
    nb: 'Tabellen ville fått {cells} celler. Høyst {most} kan lages på én gang: ta bort en variabel, eller velg en med færre kategorier.',
    nn: 'Tabellen ville fått {cells} celler. Høgst {most} kan lagast på éin gong: ta bort ein variabel, eller vel ein med færre kategoriar.',
    en: 'The table would have {cells} cells. At most {most} can be made at once: take a variable away, or choose one with fewer categories.',
  },
  databaseAway: { nb: 'Databasen svarer ikke.', nn: 'Databasen svarar ikkje.', en: 'The database does not answer.' },
  badHost: { nb: 'Host er ikke et vertsnavn.', nn: 'Host er ikkje eit vertsnamn.', en: 'Host is no host name.' },
  wait: {
    nb: 'Vent {seconds, plural, one {# sekund} other {# sekunder}}.',
    nn: 'Vent {seconds, plural, one {# sekund} other {# sekund}}.',
    en: 'Wait {seconds, plural, one {# second} other {# seconds}}.',
  },
  bodyLimit: {
    nb: 'Høyst {bytes} bytes i én forespørsel.',
    nn: 'Høgst {bytes} bytes i éin førespurnad.',
    en: 'At most {bytes} bytes in one request.',
  },
  notStorable: { nb: 'En verdi kan ikke lagres.', nn: 'Ein verdi kan ikkje lagrast.', en: 'A value cannot be stored.' },
  notJson: { nb: 'Innholdet er ikke JSON.', nn: 'Innhaldet er ikkje JSON.', en: 'The body is not JSON.' },
  exemptionNeedsWords: {
    nb: 'Skriv hvorfor, eller hva dere lurer på. Virksomheten leser det.',
    nn: 'Skriv kvifor, eller kva de lurer på. Verksemda les det.',
    en: 'Write why, or what you ask. The agency reads it.',
  },
  exemptionEndsBefore: {
    nb: 'Dagen unntaket faller bort, er alt passert.',
    nn: 'Dagen unntaket fell bort, er alt passert.',
    en: 'The day the exemption ends has passed already.',
  },
  exemptionAnswerBy: {
    nb: 'Virksomheten må få svare til {day} eller senere.',
    nn: 'Verksemda må få svare til {day} eller seinare.',
    en: 'The agency must be able to answer until {day} or later.',
  },
  nothingBefore: {
    nb: 'Dette er rundens første utgave. Si med «with» hvilken utgave den skal sammenlignes med.',
    nn: 'Dette er den første utgåva i runden. Sei med «with» kva utgåve ho skal samanliknast med.',
    en: 'This is the first release of the round. Say by “with” which release it is to be compared with.',
  },
  scheduleInPast: {
    nb: 'Tidspunktet er passert. Velg et som kommer, eller publiser nå.',
    nn: 'Tidspunktet er passert. Vel eit som kjem, eller publiser no.',
    en: 'The moment has passed. Choose one to come, or publish now.',
  },
  noBody: { nb: 'Innholdet mangler.', nn: 'Innhaldet manglar.', en: 'The body is missing.' },
  mediaType: {
    nb: 'Innholdet har en annen Content-Type enn adressen tar imot.',
    nn: 'Innhaldet har ein annan Content-Type enn adressa tek imot.',
    en: 'The address takes no body of this Content-Type.',
  },
  invalidParams: { nb: 'Adressen: {faults}', nn: 'Adressa: {faults}', en: 'Address: {faults}' },
  invalidQuery: { nb: 'Parametrene: {faults}', nn: 'Parametrane: {faults}', en: 'Query: {faults}' },
  invalidHeaders: { nb: 'Hodene: {faults}', nn: 'Hovuda: {faults}', en: 'Headers: {faults}' },
  invalidBody: { nb: 'Innholdet: {faults}', nn: 'Innhaldet: {faults}', en: 'Body: {faults}' },
} as const satisfies Record<string, Text>;

export type DetailCode = keyof typeof details;
/** A detail, with its parameters where it has some. */
export type Detail = DetailCode | readonly [code: DetailCode, params: Readonly<Record<string, string | number>>];

/** What is wrong with one value, by the code of the check (zod) that it did not pass. */
export const valueFaults = {
  invalid_type: {
    nb: 'skal være {expected, select, string {en tekst} number {et tall} int {et heltall} boolean {sant eller usant} array {en liste} object {et objekt} other {av en annen type}}',
    nn: 'skal vere {expected, select, string {ein tekst} number {eit tal} int {eit heiltal} boolean {sant eller usant} array {ei liste} object {eit objekt} other {av ein annan type}}',
    en: 'must be {expected, select, string {a string} number {a number} int {a whole number} boolean {true or false} array {a list} object {an object} other {of another type}}',
  },
  too_big: { nb: 'høyst {maximum}', nn: 'høgst {maximum}', en: 'at most {maximum}' },
  too_small: { nb: 'minst {minimum}', nn: 'minst {minimum}', en: 'at least {minimum}' },
  invalid_format: { nb: 'har ikke riktig form', nn: 'har ikkje rett form', en: 'does not have the right form' },
  invalid_value: { nb: 'skal være en av {values}', nn: 'skal vere ein av {values}', en: 'must be one of {values}' },
  unrecognized_keys: { nb: 'kjenner ikke {keys}', nn: 'kjenner ikkje {keys}', en: 'does not know {keys}' },
  other: { nb: 'kan ikke leses', nn: 'kan ikkje lesast', en: 'cannot be read' },
} as const satisfies Record<string, Text>;
