/** Someone to sign in as. Every person here is invented. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly agencyName: string;
  /** Organisation number of the agency or ministry the person acts for. */
  readonly orgnr: string;
  /** What the organisation has let the person do, as the login provider tells it. */
  readonly actions: readonly string[];
  /** What that lets the person do in Samblikk, for lists. */
  readonly roles: readonly string[];
  readonly email: string;
  readonly language: 'nb' | 'nn' | 'en';
  /** A number that looks like a national identity number and cannot be one: its day does not exist. */
  readonly pid: string;
}

const digdir = { orgnr: '991825827', agencyName: 'Digitaliseringsdirektoratet' };

/** The people of the test login. Some share an agency, to see two people answer at the same time. */
export const demoPeople: readonly DemoPerson[] = [
  {
    id: 'digdir-fyller-ut',
    name: 'Frida Fyller',
    ...digdir,
    actions: ['write'],
    roles: ['fill'],
    email: 'frida.fyller@digdir.example',
    language: 'nb',
    pid: '99855012301',
  },
  {
    id: 'digdir-sender-inn',
    name: 'Sander Sender',
    ...digdir,
    actions: ['write', 'submit'],
    roles: ['fill', 'submit'],
    email: 'sander.sender@digdir.example',
    language: 'nn',
    pid: '99855012302',
  },
  {
    id: 'nav-sender-inn',
    name: 'Nora Navarsete',
    orgnr: '889640782',
    agencyName: 'Arbeids- og velferdsetaten (Nav)',
    actions: ['write', 'submit'],
    roles: ['fill', 'submit'],
    email: 'nora.navarsete@nav.example',
    language: 'nb',
    pid: '99855012303',
  },
  {
    id: 'skatteetaten-sender-inn',
    name: 'Skjalg Skattem',
    orgnr: '974761076',
    agencyName: 'Skatteetaten',
    actions: ['write', 'submit'],
    roles: ['fill', 'submit'],
    email: 'skjalg.skattem@skatteetaten.example',
    language: 'nb',
    pid: '99855012304',
  },
  {
    id: 'kartverket-sender-inn',
    name: 'Kari Kartvik',
    orgnr: '971040238',
    agencyName: 'Kartverket',
    actions: ['write', 'submit'],
    roles: ['fill', 'submit'],
    email: 'kari.kartvik@kartverket.example',
    language: 'nn',
    pid: '99855012305',
  },
  {
    id: 'brreg-leser',
    name: 'Lars Leser',
    orgnr: '974760673',
    agencyName: 'Brønnøysundregistrene',
    actions: ['read'],
    roles: ['read'],
    email: 'lars.leser@brreg.example',
    language: 'nb',
    pid: '99855012306',
  },
  {
    id: 'digdir-administrator',
    name: 'Ada Admin',
    ...digdir,
    actions: ['admin'],
    roles: ['admin'],
    email: 'ada.admin@digdir.example',
    language: 'nb',
    pid: '99855012307',
  },
  {
    id: 'digdir-analytiker',
    name: 'Anton Analyse',
    ...digdir,
    actions: ['analyst'],
    roles: ['analyst'],
    email: 'anton.analyse@digdir.example',
    language: 'en',
    pid: '99855012308',
  },
  {
    id: 'dfd-samordner',
    name: 'Samira Samordner',
    orgnr: '932384469',
    agencyName: 'Digitaliserings- og forvaltningsdepartementet',
    actions: ['coordinator'],
    roles: ['coordinator'],
    email: 'samira.samordner@dfd.example',
    language: 'nb',
    pid: '99855012309',
  },
];
