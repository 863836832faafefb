import type { Text } from '@samblikk/questionnaire';

/** What is said of the draft of the yearly report. */
export const reportTexts = {
  'report.title': { nb: 'Utkast til årsrapport', nn: 'Utkast til årsrapport', en: 'Draft of the yearly report' },
  'report.text': {
    nb: 'Rapporten skrives fra tallene i denne utgaven: sammendrag, metode, svar, figurer med tabeller, kvalitet, endringer i spørsmålene og vedlegg. Word-filen kan dere arbeide videre i.',
    nn: 'Rapporten blir skriven frå tala i denne utgåva: samandrag, metode, svar, figurar med tabellar, kvalitet, endringar i spørsmåla og vedlegg. Word-fila kan de arbeide vidare i.',
    en: 'The report is written from the numbers of this release: summary, method, response, figures with tables, quality, changes in the questions and annexes. The Word file is for you to work on.',
  },
  'report.format': { nb: 'Filformat', nn: 'Filformat', en: 'File format' },
  'report.format.docx': { nb: 'Word (DOCX)', nn: 'Word (DOCX)', en: 'Word (DOCX)' },
  'report.format.html': {
    nb: 'Nettside i én fil (HTML)',
    nn: 'Nettside i éi fil (HTML)',
    en: 'Web page in one file (HTML)',
  },
  'report.format.pdf': {
    nb: 'PDF med merking for skjermleser',
    nn: 'PDF med merking for skjermlesar',
    en: 'PDF tagged for screen readers',
  },
  'report.language': { nb: 'Språk', nn: 'Språk', en: 'Language' },
  'report.figures': { nb: 'Figurer', nn: 'Figurar', en: 'Figures' },
  'report.table': { nb: 'Egen tabell', nn: 'Eigen tabell', en: 'A table of your own' },
  'report.tableHelp': {
    nb: 'Lim inn adressen fra siden «Lag din egen tabell». Kan stå tomt.',
    nn: 'Lim inn adressa frå sida «Lag din eigen tabell». Kan stå tomt.',
    en: 'Paste the address from the page “Make your own table”. May be left empty.',
  },
  'report.make': { nb: 'Lag rapporten', nn: 'Lag rapporten', en: 'Make the report' },
} satisfies Record<string, Text>;
