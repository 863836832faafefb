import { format, type Text } from '@samblikk/questionnaire';
import { useLanguage } from '../i18n/index.ts';
import { previewTexts } from './preview-texts.ts';

/** What the pages for bringing one's own spreadsheet say. Kept here, so that no other page carries it. */
const texts = {
  title: {
    nb: 'Last opp et regneark',
    nn: 'Last opp eit rekneark',
    en: 'Import a spreadsheet',
  },
  steps: { nb: 'Steg', nn: 'Steg', en: 'Steps' },
  stepFile: { nb: 'Fil', nn: 'Fil', en: 'File' },
  stepColumns: { nb: 'Kolonner', nn: 'Kolonner', en: 'Columns' },
  stepPreview: { nb: 'Forhåndsvisning', nn: 'Førehandsvising', en: 'Preview' },
  lead: {
    nb: 'Har dere allerede en liste over tiltakene? Last den opp slik dere bruker den. Vi foreslår hva kolonnene er, og viser alle endringer før noe blir lagret.',
    nn: 'Har de alt ei liste over tiltaka? Last ho opp slik de bruker ho. Vi føreslår kva kolonnene er, og viser alle endringar før noko blir lagra.',
    en: 'Do you already keep a list of the measures? Upload it the way you use it. We suggest what the columns are, and show every change before anything is saved.',
  },
  closed: {
    nb: 'Runden tar ikke imot svar nå, eller du kan ikke endre svarene til virksomheten.',
    nn: 'Runden tek ikkje imot svar no, eller du kan ikkje endre svara til verksemda.',
    en: 'The round takes no answers now, or you cannot change the agency’s answers.',
  },
  template: { nb: 'Eller start med våre ark', nn: 'Eller start med våre ark', en: 'Or start with our sheets' },
  templateText: {
    nb: 'Arket har én rad per tiltak, ferdig utfylt med det vi vet fra før.',
    nn: 'Arket har éi rad per tiltak, ferdig utfylt med det vi veit frå før.',
    en: 'The sheet has one row per measure, filled in with what we already know.',
  },
  templateXlsx: { nb: 'Last ned Excel-ark', nn: 'Last ned Excel-ark', en: 'Download Excel workbook' },
  templateCsv: { nb: 'Last ned CSV', nn: 'Last ned CSV', en: 'Download CSV' },
  file: { nb: 'Velg fil', nn: 'Vel fil', en: 'Choose a file' },
  fileHelp: {
    nb: 'Excel (.xlsx) eller CSV. Høyst {rows, number} rader og {size} MB. Ingen makroer, og aldri gradert informasjon.',
    nn: 'Excel (.xlsx) eller CSV. Høgst {rows, number} rader og {size} MB. Ingen makroar, og aldri gradert informasjon.',
    en: 'Excel (.xlsx) or CSV. At most {rows, number} rows and {size} MB. No macros, and never classified information.',
  },
  fileFormulas: {
    nb: 'Har listen formler, leser vi verdiene som sto der da filen ble lagret.',
    nn: 'Har lista formlar, les vi verdiane som stod der då fila vart lagra.',
    en: 'If the list has formulas, we read the values they had when the file was saved.',
  },
  separator: {
    nb: 'Skilletegn mellom kolonnene i en CSV-fil',
    nn: 'Skiljeteikn mellom kolonnene i ei CSV-fil',
    en: 'What separates the columns of a CSV file',
  },
  separatorGuess: { nb: 'Finn ut av det', nn: 'Finn ut av det', en: 'Find out' },
  separator_comma: { nb: 'Komma', nn: 'Komma', en: 'Comma' },
  separator_semicolon: { nb: 'Semikolon', nn: 'Semikolon', en: 'Semicolon' },
  separator_tab: { nb: 'Tabulator', nn: 'Tabulator', en: 'Tab' },
  separator_bar: { nb: 'Loddrett strek', nn: 'Loddrett strek', en: 'Vertical bar' },
  fileMissing: { nb: 'Velg en fil først.', nn: 'Vel ei fil først.', en: 'Choose a file first.' },
  fileTooLarge: {
    nb: 'Filen er større enn {size} MB. Ta bort det som ikke gjelder tiltakene, og prøv igjen.',
    nn: 'Fila er større enn {size} MB. Ta bort det som ikkje gjeld tiltaka, og prøv igjen.',
    en: 'The file is larger than {size} MB. Remove what is not about the measures, and try again.',
  },
  upload: {
    nb: 'Last opp og se på kolonnene',
    nn: 'Last opp og sjå på kolonnene',
    en: 'Upload and look at the columns',
  },
  reading: { nb: 'Leser filen …', nn: 'Les fila …', en: 'Reading the file …' },
  working: { nb: 'Ser gjennom listen …', nn: 'Ser gjennom lista …', en: 'Looking through the list …' },
  taking: {
    nb: '{rows, plural, =0 {Lagrer …} one {Lagrer …} other {Lagrer # rader … Lange lister kan ta et minutt eller to. La siden stå åpen.}}',
    nn: '{rows, plural, =0 {Lagrar …} one {Lagrar …} other {Lagrar # rader … Lange lister kan ta eit minutt eller to. Lat sida stå open.}}',
    en: '{rows, plural, =0 {Importing …} one {Importing …} other {Importing # rows … Long lists may take a minute or two. Leave the page open.}}',
  },
  failed: {
    nb: 'Vi fikk ikke svar. Ingenting er lagret. Prøv igjen.',
    nn: 'Vi fekk ikkje svar. Ingenting er lagra. Prøv igjen.',
    en: 'We got no answer. Nothing was imported. Try again.',
  },
  signedOut: {
    nb: 'Du er logget ut. Logg inn igjen, så fortsetter du her.',
    nn: 'Du er logga ut. Logg inn igjen, så held du fram her.',
    en: 'You are signed out. Sign in again, and continue here.',
  },
  signIn: { nb: 'Logg inn', nn: 'Logg inn', en: 'Sign in' },
  gone: {
    nb: 'Listen er ikke her lenger. Last den opp på nytt.',
    nn: 'Lista er ikkje her lenger. Last ho opp på nytt.',
    en: 'The list is no longer here. Upload it again.',
  },
  changed: {
    nb: 'Noe er endret siden forhåndsvisningen, så ingenting er lagret. Her er listen slik den står nå.',
    nn: 'Noko er endra sidan førehandsvisinga, så ingenting er lagra. Her er lista slik ho står no.',
    en: 'Something has changed since the preview, so nothing was imported. Here is the list as it stands now.',
  },
  columnsHead: { nb: 'Hva er i kolonnene?', nn: 'Kva er i kolonnene?', en: 'What is in the columns?' },
  columnsText: {
    nb: '{name}: {rows, plural, one {én rad} other {# rader}}. Vi forstod {known} av {all} kolonner. Se over, og rett det som er feil.',
    nn: '{name}: {rows, plural, one {éi rad} other {# rader}}. Vi forstod {known} av {all} kolonner. Sjå over, og rett det som er feil.',
    en: '{name}: {rows, plural, one {one row} other {# rows}}. We understood {known} of {all} columns. Look through, and correct what is wrong.',
  },
  headingRow: { nb: 'Overskriftene står i', nn: 'Overskriftene står i', en: 'The headings are in' },
  headingRowOption: { nb: 'rad {row}: {text}', nn: 'rad {row}: {text}', en: 'row {row}: {text}' },
  noHeadings: { nb: 'Ingen overskrifter', nn: 'Ingen overskrifter', en: 'No headings' },
  above: {
    nb: 'Over overskriftene står dette, som ikke blir tatt med: {text}',
    nn: 'Over overskriftene står dette, som ikkje blir teke med: {text}',
    en: 'This stands above the headings, and is left out: {text}',
  },
  hiddenSheet: { nb: '{name} (skjult)', nn: '{name} (gøymt)', en: '{name} (hidden)' },
  hiddenRows: {
    nb: '{count, plural, one {Rad {rows} er skjult i arket, og blir ikke tatt med. Ta den med likevel.} other {# rader er skjult i arket ({rows}), og blir ikke tatt med. Ta dem med likevel.}}',
    nn: '{count, plural, one {Rad {rows} er gøymd i arket, og blir ikkje teken med. Ta ho med likevel.} other {# rader er gøymde i arket ({rows}), og blir ikkje tekne med. Ta dei med likevel.}}',
    en: '{count, plural, one {Row {rows} is hidden in the sheet, and is left out. Include it anyway.} other {# rows are hidden in the sheet ({rows}), and are left out. Include them anyway.}}',
  },
  sheet: { nb: 'Ark', nn: 'Ark', en: 'Sheet' },
  alike: {
    nb: '{count} ark har like overskrifter: {sheets}. De kan leses sammen som én liste, eller ett av dem for seg.',
    nn: '{count} ark har like overskrifter: {sheets}. Dei kan lesast saman som éi liste, eller eitt av dei for seg.',
    en: '{count} sheets have like headings: {sheets}. They can be read together as one list, or one of them by itself.',
  },
  sheetRows: {
    nb: '«{name}» ({rows, plural, one {én rad} other {# rader}})',
    nn: '«{name}» ({rows, plural, one {éi rad} other {# rader}})',
    en: '“{name}” ({rows, plural, one {one row} other {# rows}})',
  },
  allSheets: {
    nb: 'De {count} arkene sammen, som én liste',
    nn: 'Dei {count} arka saman, som éi liste',
    en: 'The {count} sheets together, as one list',
  },
  onlySheet: { nb: 'Bare «{name}»', nn: 'Berre «{name}»', en: 'Only “{name}”' },
  column: { nb: 'Kolonne {letter}', nn: 'Kolonne {letter}', en: 'Column {letter}' },
  noHeading: { nb: 'uten overskrift', nn: 'utan overskrift', en: 'without a heading' },
  holds: { nb: 'Inneholder', nn: 'Inneheld', en: 'Holds' },
  nothing: { nb: 'Ikke ta med', nn: 'Ikkje ta med', en: 'Leave out' },
  number: { nb: 'Tiltaksnummer', nn: 'Tiltaksnummer', en: 'Measure number' },
  externalId: { nb: 'Virksomhetens eget nummer', nn: 'Verksemda sitt eige nummer', en: 'The agency’s own number' },
  questions: { nb: 'Spørsmål', nn: 'Spørsmål', en: 'Questions' },
  ticks: { nb: 'Kryss for: {label}', nn: 'Kryss for: {label}', en: 'Ticks for: {label}' },
  unit: { nb: 'Beløpene er i', nn: 'Beløpa er i', en: 'The amounts are in' },
  unit1: { nb: 'kroner', nn: 'kroner', en: 'kroner' },
  unit1000: { nb: 'tusen kroner', nn: 'tusen kroner', en: 'thousand kroner' },
  unit1000000: { nb: 'millioner kroner', nn: 'millionar kroner', en: 'million kroner' },
  unitFrom_heading: { nb: 'Lest i overskriften', nn: 'Lese i overskrifta', en: 'Read in the heading' },
  unitFrom_above: { nb: 'Lest over tabellen', nn: 'Lese over tabellen', en: 'Read above the table' },
  unitFrom_cells: {
    nb: 'Gjettet ut fra tallene. Se etter at det stemmer.',
    nn: 'Gjetta ut frå tala. Sjå etter at det stemmer.',
    en: 'Guessed from the numbers. Check that it is right.',
  },
  unitFrom_none: { nb: 'Ingen enhet er oppgitt.', nn: 'Inga eining er oppgitt.', en: 'No unit is given.' },
  unitFrom_asked: {
    nb: 'Ingen enhet er oppgitt, og tallene er små. Er de i tusen eller millioner kroner?',
    nn: 'Inga eining er oppgitt, og tala er små. Er dei i tusen eller millionar kroner?',
    en: 'No unit is given, and the numbers are small. Are they in thousands or millions of kroner?',
  },
  how_remembered: { nb: 'Som sist', nn: 'Som sist', en: 'As last time' },
  how_own: { nb: 'Vår egen kolonne', nn: 'Vår eiga kolonne', en: 'Our own column' },
  how_name: {
    nb: 'Gjettet ut fra overskriften',
    nn: 'Gjetta ut frå overskrifta',
    en: 'Guessed from the heading',
  },
  how_content: {
    nb: 'Gjettet ut fra innholdet',
    nn: 'Gjetta ut frå innhaldet',
    en: 'Guessed from the content',
  },
  how_chosen: { nb: 'Valgt av deg', nn: 'Vald av deg', en: 'Chosen by you' },
  how_none: { nb: 'Ikke forstått', nn: 'Ikkje forstått', en: 'Not understood' },
  twice: {
    nb: 'Denne er valgt i kolonne {letter} også. Velg den bare ett sted.',
    nn: 'Denne er vald i kolonne {letter} òg. Vel han berre éin stad.',
    en: 'This is chosen in column {letter} as well. Choose it in one place only.',
  },
  toPreview: {
    nb: 'Se hva som blir lagret',
    nn: 'Sjå kva som blir lagra',
    en: 'See what will be imported',
  },
  otherFile: { nb: 'Velg en annen fil', nn: 'Vel ei anna fil', en: 'Choose another file' },
  toColumns: { nb: 'Tilbake til kolonnene', nn: 'Tilbake til kolonnene', en: 'Back to the columns' },
  ...previewTexts,
} as const satisfies Record<string, Text>;

export type SheetText = keyof typeof texts;

/** `const t = useSheetText(); t('importRows')`: a text of these pages in the page's language. */
export function useSheetText(): (key: SheetText, values?: Readonly<Record<string, string | number>>) => string {
  const language = useLanguage();
  return (key, values) => format(texts[key], language, values);
}

const parts = ['created', 'carriedForward', 'ended', 'changed', 'unchanged', 'skipped'] as const;

/** What an import brought, in words, without what it did not bring. */
export function usePartsInWords(): (counts: Readonly<Partial<Record<(typeof parts)[number], number>>>) => string {
  const t = useSheetText();
  return (counts) =>
    parts.flatMap((part) => (counts[part] ? [t(`part_${part}`, { count: counts[part] })] : [])).join(', ') ||
    t('nothingImported');
}
