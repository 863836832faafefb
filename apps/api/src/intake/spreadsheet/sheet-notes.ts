import { format, type Language, type Text } from '@samblikk/questionnaire';
import { letterOf } from './letter.ts';
import type { SheetFacts } from './schema.ts';

/** What is said of a sheet, so that nothing in it comes in, or is left out, unseen. */
const texts = {
  formulas: {
    nb: '{count, plural, one {Arket har en formel i {cells}. Vi leser verdien} other {Arket har # formler: {cells}. Vi leser verdiene}} fra da filen ble lagret.',
    nn: '{count, plural, one {Arket har ein formel i {cells}. Vi les verdien} other {Arket har # formlar: {cells}. Vi les verdiane}} frå då fila blei lagra.',
    en: '{count, plural, one {The sheet has a formula in {cells}. We read the value} other {The sheet has # formulas: {cells}. We read the values}} from when the file was saved.',
  },
  hiddenColumns: {
    nb: '{count, plural, one {Kolonne {names} er skjult i arket, og er lest som de andre.} other {Kolonnene {names} er skjult i arket, og er lest som de andre.}}',
    nn: '{count, plural, one {Kolonne {names} er gøymd i arket, og er lesen som dei andre.} other {Kolonnene {names} er gøymde i arket, og er lesne som dei andre.}}',
    en: '{count, plural, one {Column {names} is hidden in the sheet, and was read like the others.} other {Columns {names} are hidden in the sheet, and were read like the others.}}',
  },
  hiddenSheets: {
    nb: '{count, plural, one {Arket {names} er skjult.} other {Arkene {names} er skjult.}}',
    nn: '{count, plural, one {Arket {names} er gøymt.} other {Arka {names} er gøymde.}}',
    en: '{count, plural, one {The sheet {names} is hidden.} other {The sheets {names} are hidden.}}',
  },
} as const satisfies Record<string, Text>;

/** The notes about the sheets that are looked at, and about hidden ones beside them. */
export function sheetNotes(
  looked: readonly SheetFacts[],
  sheets: readonly { readonly name: string; readonly hidden?: boolean }[],
  language: Language,
): { code: keyof typeof texts; text: string }[] {
  const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => `«${name}»`);
  const notes = looked.flatMap((sheet) =>
    notesOf(sheet, language).map((note) =>
      looked.length > 1 ? { ...note, text: `${sheet.name}: ${note.text}` } : note,
    ),
  );
  return [...notes, ...noteOf('hiddenSheets', hidden.length, { names: hidden.join(', ') }, language)];
}

function notesOf({ formulas, hiddenColumns = [] }: SheetFacts, language: Language) {
  const cells = formulas?.first.join(', ') ?? '';
  const more = formulas && formulas.count > formulas.first.length ? ' …' : '';
  return [
    ...noteOf('formulas', formulas?.count ?? 0, { cells: cells + more }, language),
    ...noteOf('hiddenColumns', hiddenColumns.length, { names: hiddenColumns.map(letterOf).join(', ') }, language),
  ];
}

function noteOf(code: keyof typeof texts, count: number, params: Record<string, string>, language: Language) {
  return count === 0 ? [] : [{ code, text: format(texts[code], language, { count, ...params }) }];
}
