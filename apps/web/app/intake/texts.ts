import { format, type Text } from '@samblikk/questionnaire';
import { useLanguage } from '../i18n/index.ts';

/** What the pages for bringing one's own spreadsheet say. Kept here, so that no other page carries it. */
const texts = {
  title: { nb: 'Ta inn et regneark', nn: 'Ta inn eit rekneark', en: 'Bring your own spreadsheet' },
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
    nb: 'Excel (.xlsx) eller CSV. Høyst {rows, number} rader og {size} MB. Ingen formler eller makroer, og aldri gradert informasjon.',
    nn: 'Excel (.xlsx) eller CSV. Høgst {rows, number} rader og {size} MB. Ingen formlar eller makroar, og aldri gradert informasjon.',
    en: 'Excel (.xlsx) or CSV. At most {rows, number} rows and {size} MB. No formulas or macros, and never classified information.',
  },
  fileFormulas: {
    nb: 'Har listen formler? Da må den lagres med bare verdiene først: lagre en kopi som CSV, eller marker alt, kopier, lim inn som verdier (Ctrl + Shift + V) og lagre.',
    nn: 'Har lista formlar? Då må ho lagrast med berre verdiane først: lagre ein kopi som CSV, eller merk alt, kopier, lim inn som verdiar (Ctrl + Shift + V) og lagre.',
    en: 'Does the list have formulas? Then save it with only the values first: save a copy as CSV, or select all, copy, paste as values (Ctrl + Shift + V) and save.',
  },
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
    nb: '{rows, plural, =0 {Tar inn …} one {Tar inn …} other {Tar inn # rader … Lange lister kan ta et minutt eller to. La siden stå åpen.}}',
    nn: '{rows, plural, =0 {Tek inn …} one {Tek inn …} other {Tek inn # rader … Lange lister kan ta eit minutt eller to. Lat sida stå open.}}',
    en: '{rows, plural, =0 {Taking in …} one {Taking in …} other {Taking in # rows … Long lists may take a minute or two. Leave the page open.}}',
  },
  failed: {
    nb: 'Vi fikk ikke svar. Ingenting er tatt inn. Prøv igjen.',
    nn: 'Vi fekk ikkje svar. Ingenting er teke inn. Prøv igjen.',
    en: 'We got no answer. Nothing was taken in. Try again.',
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
    nb: 'Noe er endret siden forhåndsvisningen, så ingenting er tatt inn. Her er listen slik den står nå.',
    nn: 'Noko er endra sidan førehandsvisinga, så ingenting er teke inn. Her er lista slik ho står no.',
    en: 'Something has changed since the preview, so nothing was taken in. Here is the list as it stands now.',
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
    nb: 'Over overskriftene står dette, som ikke blir tatt inn: {text}',
    nn: 'Over overskriftene står dette, som ikkje blir teke inn: {text}',
    en: 'This stands above the headings, and is not taken in: {text}',
  },
  sheet: { nb: 'Ark', nn: 'Ark', en: 'Sheet' },
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
  how_remembered: { nb: 'Som sist', nn: 'Som sist', en: 'As last time' },
  how_own: { nb: 'Vår egen kolonne', nn: 'Vår eiga kolonne', en: 'Our own column' },
  how_name: { nb: 'Gjettet av overskriften', nn: 'Gjetta av overskrifta', en: 'Guessed by the heading' },
  how_content: { nb: 'Gjettet av innholdet', nn: 'Gjetta av innhaldet', en: 'Guessed by the content' },
  how_told: { nb: 'Valgt av deg', nn: 'Vald av deg', en: 'Chosen by you' },
  how_none: { nb: 'Ikke forstått', nn: 'Ikkje forstått', en: 'Not understood' },
  twice: {
    nb: 'Denne er valgt i kolonne {letter} også. Velg den bare ett sted.',
    nn: 'Denne er vald i kolonne {letter} òg. Vel han berre éin stad.',
    en: 'This is chosen in column {letter} as well. Choose it in one place only.',
  },
  toPreview: { nb: 'Se hva som blir tatt inn', nn: 'Sjå kva som blir teke inn', en: 'See what will be taken in' },
  otherFile: { nb: 'Velg en annen fil', nn: 'Vel ei anna fil', en: 'Choose another file' },
  toColumns: { nb: 'Tilbake til kolonnene', nn: 'Tilbake til kolonnene', en: 'Back to the columns' },
  previewHead: { nb: 'Dette blir tatt inn', nn: 'Dette blir teke inn', en: 'This will be taken in' },
  previewText: {
    nb: 'Ingenting er lagret ennå. Tiltakene blir utkast som dere kan endre i skjemaet før dere sender inn.',
    nn: 'Ingenting er lagra enno. Tiltaka blir utkast som de kan endre i skjemaet før de sender inn.',
    en: 'Nothing is saved yet. The measures become drafts that you can change in the form before you submit.',
  },
  kind_new: { nb: 'Nye tiltak', nn: 'Nye tiltak', en: 'New measures' },
  kind_carriedForward: {
    nb: 'Tiltak fra før som tas med',
    nn: 'Tiltak frå før som blir tekne med',
    en: 'Earlier measures taken along',
  },
  kind_changed: { nb: 'Endrede tiltak', nn: 'Endra tiltak', en: 'Changed measures' },
  kind_unchanged: { nb: 'Uendret', nn: 'Uendra', en: 'Unchanged' },
  kind_faulty: { nb: 'Rader med feil', nn: 'Rader med feil', en: 'Rows with errors' },
  kind_skipped: { nb: 'Rader som ikke tas inn', nn: 'Rader som ikkje blir tekne inn', en: 'Rows left out' },
  warnings: { nb: 'Å se over', nn: 'Å sjå over', en: 'To look over' },
  row: { nb: 'Rad {row}', nn: 'Rad {row}', en: 'Row {row}' },
  unnamed: { nb: 'uten navn', nn: 'utan namn', en: 'without a name' },
  matchedByName: {
    nb: 'Ligner på {number}, «{title}»',
    nn: 'Liknar på {number}, «{title}»',
    en: 'Resembles {number}, “{title}”',
  },
  isNew: { nb: 'Dette er et nytt tiltak', nn: 'Dette er eit nytt tiltak', en: 'This is a new measure' },
  skip: { nb: 'La være å ta inn raden', nn: 'Lat vere å ta inn rada', en: 'Leave the row out' },
  change: {
    nb: '{count, plural, one {# svar} other {# svar}}',
    nn: '{count, plural, one {# svar} other {# svar}}',
    en: '{count, plural, one {# answer} other {# answers}}',
  },
  missing: {
    nb: 'Mangler fortsatt: {questions}',
    nn: 'Manglar framleis: {questions}',
    en: 'Still missing: {questions}',
  },
  quoted: { nb: '«{value}»', nn: '«{value}»', en: '“{value}”' },
  sameAsLast: {
    nb: '{count, plural, one {Ett svar er} other {# svar er}} som sist.',
    nn: '{count, plural, one {Eitt svar er} other {# svar er}} som sist.',
    en: '{count, plural, one {One answer is} other {# answers are}} as last time.',
  },
  was: { nb: 'før', nn: 'før', en: 'before' },
  becomes: { nb: 'blir', nn: 'blir', en: 'becomes' },
  notListed: {
    nb: '{count, plural, one {Én rad til er talt med, men ikke vist.} other {# rader til er talt med, men ikke vist.}}',
    nn: '{count, plural, one {Éi rad til er talt med, men ikkje vist.} other {# rader til er talde med, men ikkje viste.}}',
    en: '{count, plural, one {One more row is counted, but not shown.} other {# more rows are counted, but not shown.}}',
  },
  wordsUnknown: { nb: 'Ord vi ikke forstår', nn: 'Ord vi ikkje forstår', en: 'Words we do not understand' },
  wordsUnknownText: {
    nb: 'Velg hva dere mener. Vi husker det til neste gang.',
    nn: 'Vel kva de meiner. Vi hugsar det til neste gong.',
    en: 'Choose what you mean. We remember it for the next time.',
  },
  wordsKnown: {
    nb: 'Ord vi har oversatt ({count})',
    nn: 'Ord vi har omsett ({count})',
    en: 'Words we have translated ({count})',
  },
  word: { nb: '«{word}» under {label}', nn: '«{word}» under {label}', en: '“{word}” under {label}' },
  cells: {
    nb: '{count, plural, one {# celle} other {# celler}}',
    nn: '{count, plural, one {# celle} other {# celler}}',
    en: '{count, plural, one {# cell} other {# cells}}',
  },
  choose: { nb: 'Velg', nn: 'Vel', en: 'Choose' },
  meansNothing: { nb: 'Betyr ingenting her', nn: 'Betyr ingenting her', en: 'MailContext nothing here' },
  update: { nb: 'Oppdater forhåndsvisningen', nn: 'Oppdater førehandsvisinga', en: 'Update the preview' },
  updated: {
    nb: 'Forhåndsvisningen er oppdatert.',
    nn: 'Førehandsvisinga er oppdatert.',
    en: 'The preview is updated.',
  },
  leaveOutCells: {
    nb: 'Ta inn radene uten cellene som ikke kan leses. Svarene kan gis i skjemaet etterpå.',
    nn: 'Ta inn radene utan cellene som ikkje kan lesast. Svara kan givast i skjemaet etterpå.',
    en: 'Take the rows in without the cells that cannot be read. They can be answered in the form afterwards.',
  },
  skipFaulty: {
    nb: '{count, plural, one {Hopp over raden med feil} other {La være å ta inn de # radene med feil}}',
    nn: '{count, plural, one {Hopp over rada med feil} other {Lat vere å ta inn dei # radene med feil}}',
    en: '{count, plural, one {Leave out the row with errors} other {Leave out the # rows with errors}}',
  },
  faultyStop: {
    nb: 'Noen rader har feil. Rett dem i filen og last den opp på nytt, eller kryss av for hvordan resten skal tas inn.',
    nn: 'Nokre rader har feil. Rett dei i fila og last ho opp på nytt, eller kryss av for korleis resten skal takast inn.',
    en: 'Some rows have errors. Correct them in the file and upload it again, or tick how to take in the rest.',
  },
  importRows: { nb: 'Ta inn', nn: 'Ta inn', en: 'Take in' },
  takenIn: {
    nb: 'Listen er tatt inn: {created} nye, {carriedForward} fra før, {changed} endret, {unchanged} uendret, {skipped} ikke tatt inn.',
    nn: 'Lista er teken inn: {created} nye, {carriedForward} frå før, {changed} endra, {unchanged} uendra, {skipped} ikkje tekne inn.',
    en: 'The list is taken in: {created} new, {carriedForward} from before, {changed} changed, {unchanged} unchanged, {skipped} left out.',
  },
} as const satisfies Record<string, Text>;

export type SheetText = keyof typeof texts;

/** `const t = useSheetText(); t('importRows')`: a text of these pages in the page's language. */
export function useSheetText(): (key: SheetText, values?: Readonly<Record<string, string | number>>) => string {
  const language = useLanguage();
  return (key, values) => format(texts[key], language, values);
}
