import type { Text } from '@samblikk/questionnaire';

/** What the preview of a spreadsheet, the import and its undoing say. */
export const previewTexts = {
  previewHead: {
    nb: 'Dette blir lagret',
    nn: 'Dette blir lagra',
    en: 'This will be imported',
  },
  previewText: {
    nb: 'Ingenting er lagret ennå. Tiltakene blir utkast som dere kan endre i skjemaet før dere sender inn.',
    nn: 'Ingenting er lagra enno. Tiltaka blir utkast som de kan endre i skjemaet før de sender inn.',
    en: 'Nothing is saved yet. The measures become drafts that you can change in the form before you submit.',
  },
  restText: {
    nb: 'Radene nedenfor er ikke lagret ennå.',
    nn: 'Radene nedanfor er ikkje lagra enno.',
    en: 'The rows below are not imported yet.',
  },
  kind_new: { nb: 'Nye tiltak', nn: 'Nye tiltak', en: 'New measures' },
  kind_carriedForward: {
    nb: 'Tiltak fra før som tas med',
    nn: 'Tiltak frå før som blir tekne med',
    en: 'Earlier measures taken along',
  },
  kind_ended: {
    nb: 'Tiltak fra før som er over',
    nn: 'Tiltak frå før som er over',
    en: 'Earlier measures that are over',
  },
  kind_changed: { nb: 'Endrede tiltak', nn: 'Endra tiltak', en: 'Changed measures' },
  kind_unchanged: { nb: 'Uendret', nn: 'Uendra', en: 'Unchanged' },
  kind_faulty: { nb: 'Rader med feil', nn: 'Rader med feil', en: 'Rows with errors' },
  kind_skipped: {
    nb: 'Rader som blir hoppet over',
    nn: 'Rader som blir hoppa over',
    en: 'Rows left out',
  },
  warnings: { nb: 'Å se over', nn: 'Å sjå over', en: 'To look over' },
  row: { nb: 'Rad {row}', nn: 'Rad {row}', en: 'Row {row}' },
  rowInSheet: { nb: 'Rad {row} i «{sheet}»', nn: 'Rad {row} i «{sheet}»', en: 'Row {row} of “{sheet}”' },
  unnamed: { nb: 'uten navn', nn: 'utan namn', en: 'without a name' },
  matchedByName: {
    nb: 'Ligner på {number}, «{title}»',
    nn: 'Liknar på {number}, «{title}»',
    en: 'Resembles {number}, “{title}”',
  },
  isNew: { nb: 'Dette er et nytt tiltak', nn: 'Dette er eit nytt tiltak', en: 'This is a new measure' },
  skip: {
    nb: 'Hopp over raden',
    nn: 'Hopp over rada',
    en: 'Leave the row out',
  },
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
  meansNothing: {
    nb: 'Betyr ingenting her',
    nn: 'Betyr ingenting her',
    en: 'Means nothing here',
  },
  update: { nb: 'Oppdater forhåndsvisningen', nn: 'Oppdater førehandsvisinga', en: 'Update the preview' },
  updated: {
    nb: 'Forhåndsvisningen er oppdatert.',
    nn: 'Førehandsvisinga er oppdatert.',
    en: 'The preview is updated.',
  },
  leaveOutCells: {
    nb: 'Lagre radene uten cellene som ikke kan leses. Svarene kan gis i skjemaet etterpå.',
    nn: 'Lagre radene utan cellene som ikkje kan lesast. Svara kan givast i skjemaet etterpå.',
    en: 'Import the rows without the cells that cannot be read. They can be answered in the form afterwards.',
  },
  faultyStop: {
    nb: '{count, plural, one {Én rad har feil, og blir stående her når resten blir lagret:} other {# rader har feil, og blir stående her når resten blir lagret:}}',
    nn: '{count, plural, one {Éi rad har feil, og blir ståande her når resten blir lagra:} other {# rader har feil, og blir ståande her når resten blir lagra:}}',
    en: '{count, plural, one {One row has errors, and stays here when the rest is imported:} other {# rows have errors, and stay here when the rest is imported:}}',
  },
  importRows: {
    nb: 'Lagre tiltakene',
    nn: 'Lagre tiltaka',
    en: 'Import the measures',
  },
  takenIn: {
    nb: 'Regnearket er lagret: {parts}.',
    nn: 'Reknearket er lagra: {parts}.',
    en: 'The spreadsheet is imported: {parts}.',
  },
  leaveOutWord: {
    nb: 'Ikke ta med',
    nn: 'Ikkje ta med',
    en: 'Leave out',
  },
  asFreeText: {
    nb: 'Behold «{word}» som fritekst',
    nn: 'Behald «{word}» som fritekst',
    en: 'Keep “{word}” as free text',
  },
  suggestions: {
    nb: 'Mener dere',
    nn: 'Meiner de',
    en: 'Did you mean',
  },
  faultyAll: {
    nb: 'Ingen av radene kan lagres ennå. Rett dem i filen og last den opp på nytt, eller velg nedenfor.',
    nn: 'Ingen av radene kan lagrast enno. Rett dei i fila og last ho opp på nytt, eller vel nedanfor.',
    en: 'None of the rows can be imported yet. Correct them in the file and upload it again, or choose below.',
  },
  takeInReady: {
    nb: '{count, plural, one {Lagre raden som er klar} other {Lagre de # radene som er klare}}',
    nn: '{count, plural, one {Lagre rada som er klar} other {Lagre dei # radene som er klare}}',
    en: '{count, plural, one {Import the row that is ready} other {Import the # rows that are ready}}',
  },
  waiting: {
    nb: '{count, plural, one {Én rad har feil og står igjen nedenfor.} other {# rader har feil og står igjen nedenfor.}}',
    nn: '{count, plural, one {Éi rad har feil og står att nedanfor.} other {# rader har feil og står att nedanfor.}}',
    en: '{count, plural, one {One row has errors and remains below.} other {# rows have errors and remain below.}}',
  },
  undo: {
    nb: 'Angre opplastingen',
    nn: 'Angre opplastinga',
    en: 'Undo the import',
  },
  undoing: {
    nb: 'Angrer …',
    nn: 'Angrar …',
    en: 'Undoing …',
  },
  undone: {
    nb: 'Opplastingen er angret. {withdrawn, plural, =0 {} one {Ett tiltak er tatt ut.} other {# tiltak er tatt ut.}} {restored, plural, =0 {} one {Ett tiltak har svarene det hadde før.} other {# tiltak har svarene de hadde før.}}',
    nn: 'Opplastinga er angra. {withdrawn, plural, =0 {} one {Eitt tiltak er teke ut.} other {# tiltak er tekne ut.}} {restored, plural, =0 {} one {Eitt tiltak har svara det hadde før.} other {# tiltak har svara dei hadde før.}}',
    en: 'The import is undone. {withdrawn, plural, =0 {} one {One measure is taken out.} other {# measures are taken out.}} {restored, plural, =0 {} one {One measure has the answers it had before.} other {# measures have the answers they had before.}}',
  },
  keptBecauseChanged: {
    nb: 'Disse er endret etterpå, og står som de er:',
    nn: 'Desse er endra etterpå, og står som dei er:',
    en: 'These have been changed since, and stay as they are:',
  },
  undoFailed: {
    nb: 'Opplastingen ble ikke angret. Last siden på nytt og prøv igjen.',
    nn: 'Opplastinga vart ikkje angra. Last sida på nytt og prøv igjen.',
    en: 'The import was not undone. Reload the page and try again.',
  },
  imports: {
    nb: 'Opplastinger',
    nn: 'Opplastingar',
    en: 'Imports',
  },
  importLine: {
    nb: '{name}, {at}, {by}: {parts}',
    nn: '{name}, {at}, {by}: {parts}',
    en: '{name}, {at}, {by}: {parts}',
  },
  importUndone: {
    nb: 'Angret',
    nn: 'Angra',
    en: 'Undone',
  },
  noName: {
    nb: 'Ingen kolonne har navnet på tiltaket',
    nn: 'Ingen kolonne har namnet på tiltaket',
    en: 'No column has the name of the measure',
  },
  noNameText: {
    nb: 'Uten navn kan vi ikke lagre nye tiltak. Velg kolonnen der navnene står.',
    nn: 'Utan namn kan vi ikkje lagre nye tiltak. Vel kolonnen der namna står.',
    en: 'Without a name we cannot import new measures. Choose the column with the names.',
  },
  nameColumn: {
    nb: 'Kolonnen med navnene',
    nn: 'Kolonnen med namna',
    en: 'The column with the names',
  },
  becomesPublicHead: {
    nb: '{count, plural, one {Et tiltak som er unntatt offentlighet, blir offentlig} other {# tiltak som er unntatt offentlighet, blir offentlige}}',
    nn: '{count, plural, one {Eit tiltak som er unnateke offentlegheit, blir offentleg} other {# tiltak som er unnatekne offentlegheit, blir offentlege}}',
    en: '{count, plural, one {A measure that is exempt from publication becomes public} other {# measures that are exempt from publication become public}}',
  },
  becomesPublicText: {
    nb: 'Regnearket gjør svar offentlige som dere før har unntatt. Uten bekreftelse blir ingenting lagret. Hopp over radene nedenfor hvis det er feil.',
    nn: 'Reknearket gjer svar offentlege som de før har unnateke. Utan stadfesting blir ingenting lagra. Hopp over radene nedanfor dersom det er feil.',
    en: 'The spreadsheet makes answers public that you have exempted before. Nothing is imported unless this is confirmed. Leave the rows out below if it is a mistake.',
  },
  becomesPublicConfirm: {
    nb: '{count, plural, one {Ja, dette tiltaket kan bli offentlig} other {Ja, disse # tiltakene kan bli offentlige}}',
    nn: '{count, plural, one {Ja, dette tiltaket kan bli offentleg} other {Ja, desse # tiltaka kan bli offentlege}}',
    en: '{count, plural, one {Yes, this measure may become public} other {Yes, these # measures may become public}}',
  },
  becomesPublicMissing: {
    nb: 'Kryss av for at dette kan bli offentlig, eller hopp over radene.',
    nn: 'Kryss av for at dette kan bli offentleg, eller hopp over radene.',
    en: 'Tick that this may become public, or leave the rows out.',
  },
  becomesPublicRow: {
    nb: 'Noe som er unntatt offentlighet, blir offentlig',
    nn: 'Noko som er unnateke offentlegheit, blir offentleg',
    en: 'Something that is exempt from publication becomes public',
  },
  decisions: {
    nb: 'Å ta stilling til',
    nn: 'Å ta stilling til',
    en: 'To decide',
  },
  implied: {
    nb: '{rows, plural, one {Én rad har} other {# rader har}} svar som forutsetter «{answer}» på «{label}». Sett «{answer}» der det er tomt.',
    nn: '{rows, plural, one {Éi rad har} other {# rader har}} svar som føreset «{answer}» på «{label}». Set «{answer}» der det er tomt.',
    en: '{rows, plural, one {One row has} other {# rows have}} answers that imply “{answer}” to “{label}”. Put “{answer}” where it is blank.',
  },
  ownContact: {
    nb: '{rows, plural, one {Én rad har} other {# rader har}} ingen kontaktperson. Bruk adressen din.',
    nn: '{rows, plural, one {Éi rad har} other {# rader har}} ingen kontaktperson. Bruk adressa di.',
    en: '{rows, plural, one {One row has} other {# rows have}} no contact person. Use your address.',
  },
  part_created: {
    nb: '{count, plural, one {ett nytt tiltak} other {# nye tiltak}}',
    nn: '{count, plural, one {eitt nytt tiltak} other {# nye tiltak}}',
    en: '{count, plural, one {one new measure} other {# new measures}}',
  },
  part_carriedForward: {
    nb: '{count, plural, one {ett fra før} other {# fra før}}',
    nn: '{count, plural, one {eitt frå før} other {# frå før}}',
    en: '{count, plural, one {one from before} other {# from before}}',
  },
  part_ended: {
    nb: '{count, plural, one {ett som er over} other {# som er over}}',
    nn: '{count, plural, one {eitt som er over} other {# som er over}}',
    en: '{count, plural, one {one that is over} other {# that are over}}',
  },
  part_changed: {
    nb: '{count, plural, one {ett endret} other {# endret}}',
    nn: '{count, plural, one {eitt endra} other {# endra}}',
    en: '{count, plural, one {one changed} other {# changed}}',
  },
  part_unchanged: {
    nb: '{count, plural, one {ett uendret} other {# uendret}}',
    nn: '{count, plural, one {eitt uendra} other {# uendra}}',
    en: '{count, plural, one {one unchanged} other {# unchanged}}',
  },
  part_skipped: {
    nb: '{count, plural, one {én rad hoppet over} other {# rader hoppet over}}',
    nn: '{count, plural, one {éi rad hoppa over} other {# rader hoppa over}}',
    en: '{count, plural, one {one row left out} other {# rows left out}}',
  },
  nothingImported: {
    nb: 'ingen tiltak',
    nn: 'ingen tiltak',
    en: 'no measures',
  },
} as const satisfies Record<string, Text>;
