import type { SheetData } from '@samblikk/files';
import { workbook } from './testing.ts';

/** What thirty invented measures are called; in bokmål, nynorsk and English, as lists are. */
const titles = [
  'Digital søknad om tilskudd',
  'Ny saksbehandlingsløsning',
  'Felles API-katalog',
  'Chatbot på nettsidene',
  'Flytting til sky',
  'Automatisk journalføring',
  'Nytt intranett',
  'Sporing av kjøretøy',
  'Robotisert fakturakontroll',
  'Innsyn i eigne data',
  'Opprydding i fagsystem',
  'Dataplattform',
  'Elektronisk signering',
  'Ny timeregistrering',
  'Sensorer i bygg',
  'Kunstig intelligens i postmottaket',
  'Digital eksamen',
  'Betre søk på nettsidene',
  'Identity management renewal',
  'Open data portal',
  'Kartløsning i felt',
  'Digital post til innbyggere',
  'Felles varslingstjeneste',
  'Ny telefoni',
  'Arkiv som teneste',
  'Universell utforming av skjema',
  'Bedre datakvalitet i registeret',
  'Samordnet kontaktinformasjon',
  'Selvbetjening for kommuner',
  'Beredskapsportal',
] as const;

const cycle = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const phases = ['Idé', 'konsept', 'Planlegging', 'Gjennomføring', 'Drift', 'planning', 'Pågår', 'Gjennomføringsfasen'];

/**
 * A list as an agency keeps it: a title and a blank row above the headings, headings of its own, amounts in millions and as
 * people type them, three languages, columns to tick, dates in four ways, a blank row, and a line with the sum.
 */
export const messyRows: SheetData = [
  ['Porteføljeoversikt IT – oppdatert mars', null],
  [],
  [
    'Nr',
    'Prosjektnavn',
    'Kort om prosjektet',
    'Prosjektleder (e-post)',
    'Status',
    'Totalramme (MNOK)',
    'Budsjett 2026',
    'Finansiert?',
    'Oppstart',
    'Skytjenester',
    'Robotteknologi',
    'IoT (internet of things)',
    'Målgruppe',
    'Kan publiseres?',
    'Stikkord',
    'Avdeling',
    'Merknad',
  ],
  ...titles.map((title, at) => [
    at + 1,
    title,
    `Vi skal levere ${title.toLowerCase()} slik at det blir enklere for dem som trenger det.`,
    cycle(['Kari Nordmann <kari@virksomhet.example>', 'ola@virksomhet.example'], at),
    cycle(phases, at),
    cycle([12.5, 3, '1,2', null, 0.4, '55 mill', '-'], at),
    cycle(['2 mill', 500_000, '750 000 kr', null, '1.250.000', 'ca. 300 tusen'], at),
    cycle(['Ja', 'nei', 'Delvis', 'x'], at),
    cycle([new Date(Date.UTC(2026, 0, 15)), '01.09.2025', '2026-05-01', '08.2026', null], at),
    cycle(['x', null, 'X'], at),
    cycle([null, '✓', null, null], at),
    cycle([null, null, null, 'ja'], at),
    cycle(['Innbyggere', 'Ansatte, kommuner', 'private virksomheter; Innbyggere', 'innbyggere og ansatte'], at),
    cycle(['Ja', 'Ja', 'Nei', 'Delvis'], at),
    cycle(['ai, sky', 'arkiv', null], at),
    cycle(['IT', 'HR', 'Fag'], at),
    cycle([null, 'Avventer avklaring', null], at),
  ]),
  [],
  [null, null, null, null, null, 'Sum', 9_999_999],
] as SheetData;

export const messyWorkbook = (): Promise<Buffer> => workbook(messyRows);
