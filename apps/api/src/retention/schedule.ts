import type { retentionWays } from '@samblikk/contract';
import type { Text } from '@samblikk/questionnaire';

/** One line of the retention schedule: a kind of data, for how long it is kept and why, and what happens then. */
export interface RetentionKind {
  readonly kind: string;
  readonly what: Text;
  readonly kept: Text;
  readonly why: Text;
  readonly after: Text;
  readonly way: (typeof retentionWays)[number];
}

const t = (nb: string, nn: string, en: string): Text => ({ nb, nn, en });

/** Rounds after a round that must have closed before its contacts go: an agency that skips a year still meets its own. */
export const laterRounds = 2;
/** Years after its deadline that a round's contacts go all the same. */
export const yearsAtMost = 10;
/** Years that letters, and people who do not sign in, are kept. */
export const yearsOfLetters = 2;
export const yearsUnseen = 2;
/** Years that addresses of invitations nobody can use any more are kept. */
export const yearsOfInvitations = 1;
/** Years that what readers report as wrong is kept. */
export const yearsOfErrorReports = 2;

const twoRounds = t(
  'Til to senere runder er avsluttet, og høyst ti år etter fristen',
  'Til to seinare rundar er avslutta, og høgst ti år etter fristen',
  'Until two later rounds have closed, and at most ten years after the deadline',
);
const forGood = t('For godt', 'For godt', 'For good');
const nothing = t('Ingenting', 'Ingenting', 'Nothing');

/** Years that names of those who judge likely doubles are kept. */
export const yearsOfVerdicts = 2;

/** The retention schedule: every kind of data that says something about a person, and what is kept for good. */
export const retentionSchedule = [
  {
    kind: 'contacts',
    what: t(
      'Kontaktadresser i svarene, og postkassene til virksomhetene',
      'Kontaktadresser i svara, og postkassene til verksemdene',
      'Contact addresses in answers, and the mailboxes of agencies',
    ),
    kept: twoRounds,
    why: t(
      'Neste runde ber virksomheten bekrefte dem, også om den hopper over et år',
      'Neste runde ber verksemda stadfeste dei, også om ho hoppar over eit år',
      'The next round asks the agency to confirm them, also when it skips a year',
    ),
    after: t(
      'Tas ut av hver versjon av svarene; resten av svaret og avtrykket av det står',
      'Blir tekne ut av kvar versjon av svara; resten av svaret og avtrykket av det står',
      'Taken out of every revision; the rest of the answer and its hash stay',
    ),
    way: 'erased',
  },
  {
    kind: 'names',
    what: t(
      'Navn på dem i virksomhetene som skrev, sendte inn og svarte',
      'Namn på dei i verksemdene som skreiv, sende inn og svara',
      'Names of those at the agencies who wrote, sent in and replied',
    ),
    kept: twoRounds,
    why: t(
      'Kolleger ser hvem som skrev, og Digdir hvem de kan spørre',
      'Kollegaer ser kven som skreiv, og Digdir kven dei kan spørje',
      'Colleagues see who wrote, and staff whom to ask',
    ),
    after: t(
      'Blir til et pseudonym, likt for samme navn. Navn på ansatte i Digdir som bestemte noe, står',
      'Blir til eit pseudonym, likt for same namn. Namn på tilsette i Digdir som avgjorde noko, står',
      'Become a pseudonym, the same for the same name. Names of staff who decided something stay',
    ),
    way: 'erased',
  },
  {
    kind: 'letters',
    what: t('Mottaker og tekst i brev', 'Mottakar og tekst i brev', 'Receivers and texts of letters'),
    kept: t('To år etter at brevet ble skrevet', 'To år etter at brevet vart skrive', 'Two years after it was written'),
    why: t(
      'Digdir kan vise hva virksomheten fikk vite i runden, og i den neste',
      'Digdir kan vise kva verksemda fekk vite i runden, og i den neste',
      'Staff can show what the agency was told in the round, and in the next',
    ),
    after: t(
      'Adressen blir til et pseudonym og teksten slettes; slag, virksomhet og tid står',
      'Adressa blir til eit pseudonym og teksten blir sletta; slag, verksemd og tid står',
      'The address becomes a pseudonym and the text is deleted; kind, agency and time stay',
    ),
    way: 'erased',
  },
  {
    kind: 'people',
    what: t(
      'Navn, adresse og innloggingsnøkkel til brukere',
      'Namn, adresse og innloggingsnøkkel til brukarar',
      'Names, addresses and login keys of users',
    ),
    kept: t(
      'To år etter siste innlogging, for den som ikke har en tilgang noen har gitt',
      'To år etter siste innlogging, for den som ikkje har ein tilgang nokon har gjeve',
      'Two years after the last login, for those without a role that somebody gave',
    ),
    why: t(
      'En runde er årlig; den som kommer igjen, skal være den samme',
      'Ein runde er årleg; den som kjem att, skal vere den same',
      'A round is yearly; who comes again is to be the same',
    ),
    after: t(
      'Blir til et pseudonym. Den som logger inn igjen, er en ny bruker',
      'Blir til eit pseudonym. Den som loggar inn att, er ein ny brukar',
      'Become a pseudonym. Who signs in again is a new user',
    ),
    way: 'erased',
  },
  {
    kind: 'invitations',
    what: t('Adresser i invitasjoner', 'Adresser i invitasjonar', 'Addresses of invitations'),
    kept: t('Ett år etter at de gikk ut', 'Eitt år etter at dei gjekk ut', 'One year after they expired'),
    why: t(
      'Virksomheten kan se hvem den inviterte',
      'Verksemda kan sjå kven ho inviterte',
      'The agency can see whom it invited',
    ),
    after: t('Blir til et pseudonym', 'Blir til eit pseudonym', 'Become a pseudonym'),
    way: 'erased',
  },
  {
    kind: 'verdicts',
    what: t(
      'Navn på samordnere som har vurdert mulig dobbeltarbeid',
      'Namn på samordnarar som har vurdert mogleg dobbeltarbeid',
      'Names of coordinators who judged possible double work',
    ),
    kept: t('To år etter vurderingen', 'To år etter vurderinga', 'Two years after the verdict'),
    why: t(
      'Den som er uenig, kan spørre hvem som mente det',
      'Den som er usamd, kan spørje kven som meinte det',
      'Who disagrees can ask whose opinion it was',
    ),
    after: t(
      'Blir til et pseudonym; vurderingen, grunnen og tiden står. Skriv ikke om personer i grunnen',
      'Blir til eit pseudonym; vurderinga, grunnen og tida står. Skriv ikkje om personar i grunnen',
      'Become a pseudonym; verdict, reason and time stay. Do not write about people in the reason',
    ),
    way: 'erased',
  },
  {
    kind: 'errorReports',
    what: t(
      'Feil som lesere har meldt, svarene, og navn på dem som svarte',
      'Feil som lesarar har meldt, svara, og namn på dei som svara',
      'Errors that readers reported, the answers, and names of those who answered',
    ),
    kept: t(
      'To år etter svaret. Adressen til leseren til svaret er sendt, brevet i 30 dager',
      'To år etter svaret. Adressa til lesaren til svaret er sendt, brevet i 30 dagar',
      'Two years after the answer. The reader’s address until the answer is sent, the letter for 30 days',
    ),
    why: t(
      'Virksomheten retter det i neste runde, og Digdir følger opp',
      'Verksemda rettar det i neste runde, og Digdir følgjer opp',
      'The agency corrects it in the next round, and staff follow up',
    ),
    after: t(
      'Teksten slettes og navnet blir til et pseudonym; hvilket tiltak, tid og utfall står',
      'Teksten blir sletta og namnet blir til eit pseudonym; kva tiltak, tid og utfall står',
      'The text is deleted and the name becomes a pseudonym; measure, time and outcome stay',
    ),
    way: 'erased',
  },
  {
    kind: 'sessions',
    what: t('Innlogginger', 'Innloggingar', 'Sessions'),
    kept: t('Til de går ut eller noen logger ut', 'Til dei går ut eller nokon loggar ut', 'Until they expire or end'),
    why: t('Uten dem er ingen innlogget', 'Utan dei er ingen innlogga', 'Without them nobody is signed in'),
    after: t('Slettes innen fem minutter', 'Blir sletta innan fem minutt', 'Deleted within five minutes'),
    way: 'swept',
  },
  {
    kind: 'uploads',
    what: t('Regneark som ingen tok inn', 'Rekneark som ingen tok inn', 'Spreadsheets that nobody took in'),
    kept: t('Ett døgn', 'Eitt døgn', 'A day'),
    why: t('Man kan gjøre seg ferdig i morgen', 'Ein kan gjere seg ferdig i morgon', 'One can finish tomorrow'),
    after: t('Slettes innen fem minutter', 'Blir sletta innan fem minutt', 'Deleted within five minutes'),
    way: 'swept',
  },
  {
    kind: 'deliveries',
    what: t(
      'Rapporter om hva faste lister og egne systemer leverte',
      'Rapportar om kva faste lister og eigne system leverte',
      'Reports of what watched lists and own systems delivered',
    ),
    kept: t('400 dager', '400 dagar', '400 days'),
    why: t(
      'Virksomheten ser hva som ble tatt inn, og hva som ikke ble forstått, til neste runde er over',
      'Verksemda ser kva som vart teke inn, og kva som ikkje vart forstått, til neste runde er over',
      'The agency sees what was taken in, and what was not understood, until the next round is over',
    ),
    after: t(
      'Rapporten slettes; når og hvor mye som kom, står',
      'Rapporten blir sletta; når og kor mykje som kom, står',
      'The report is deleted; when and how much came stays',
    ),
    way: 'swept',
  },
  {
    kind: 'presence',
    what: t('Hvem som er i et tiltak nå', 'Kven som er i eit tiltak no', 'Who is in a measure now'),
    kept: t('Noen minutter', 'Nokre minutt', 'Some minutes'),
    why: t(
      'Kolleger ser at noen andre skriver',
      'Kollegaer ser at nokon andre skriv',
      'Colleagues see that somebody else writes',
    ),
    after: t('Slettes innen fem minutter', 'Blir sletta innan fem minutt', 'Deleted within five minutes'),
    way: 'swept',
  },
  {
    kind: 'alerts',
    what: t(
      'Adresser til dem som vil ha varsel om nye tiltak',
      'Adresser til dei som vil ha varsel om nye tiltak',
      'Addresses of those who want to be told of new measures',
    ),
    kept: t(
      'Til den som har dem, stopper varselet; uten ja fra dem i 48 timer',
      'Til den som har dei, stoppar varselet; utan ja frå dei i 48 timar',
      'Until their owner stops it; without their yes for 48 hours',
    ),
    why: t(
      'Uten dem kommer ikke varselet fram',
      'Utan dei kjem ikkje varselet fram',
      'Without them it would not arrive',
    ),
    after: t(
      'Slettes med det samme, brevene innen 48 timer',
      'Blir sletta med det same, breva innan 48 timar',
      'Deleted at once, the letters within 48 hours',
    ),
    way: 'swept',
  },
  {
    way: 'kept',
    kind: 'answers',
    what: t(
      'Svar, innsendinger, rettinger, avgjørelser og utgaver',
      'Svar, innsendingar, rettingar, avgjerder og utgåver',
      'Answers, submissions, corrections, decisions and releases',
    ),
    kept: forGood,
    why: t(
      'De er det offentliges dokumentasjon (arkivlova), og statistikken må kunne etterprøves',
      'Dei er dokumentasjonen til det offentlege (arkivlova), og statistikken må kunne etterprøvast',
      'They document what the state did (arkivlova), and statistics must be verifiable',
    ),
    after: nothing,
  },
  {
    way: 'kept',
    kind: 'plans',
    what: t(
      'Finansieringsplaner, svarene på fordelingen, og hva som ble åpnet',
      'Finansieringsplanar, svara på fordelinga, og kva som vart opna',
      'Financing plans, the answers to the sharing, and what was opened',
    ),
    kept: forGood,
    why: t(
      'De dokumenterer hva partene ble enige om; de har ingen navn, bare hvem i brukerlista',
      'Dei dokumenterer kva partane vart samde om; dei har ingen namn, berre kven i brukarlista',
      'They document what the actors agreed on; they have no names, only who in the list of users',
    ),
    after: nothing,
  },
  {
    way: 'kept',
    kind: 'audit',
    what: t('Revisjonssporet', 'Revisjonssporet', 'The audit chain'),
    kept: forGood,
    why: t(
      'Det viser at ingenting er endret; det har verken svar, adresser eller navn',
      'Det viser at ingenting er endra; det har verken svar, adresser eller namn',
      'It proves that nothing was changed; it has neither answers, addresses nor names',
    ),
    after: nothing,
  },
  {
    way: 'kept',
    kind: 'notes',
    what: t('Digdirs notater om virksomheter', 'Notata til Digdir om verksemder', 'Notes of staff about agencies'),
    kept: forGood,
    why: t(
      'De følger virksomheten fra år til år; skriv ikke om personer i dem',
      'Dei følgjer verksemda frå år til år; skriv ikkje om personar i dei',
      'They follow the agency from year to year; do not write about people in them',
    ),
    after: nothing,
  },
] as const satisfies readonly RetentionKind[];

export type ErasedKind = Extract<(typeof retentionSchedule)[number], { way: 'erased' }>['kind'];
