import { format, type Language, type Text } from '@samblikk/questionnaire';
import { letterOf } from './letter.ts';
import type { KeptSheet, SheetFacts } from './schema.ts';

/** What is said of a sheet, so that nothing in it comes in, or is left out, unseen. */
const texts = {
  formulas: {
    nb: '{count, plural, one {Arket har en formel i {cells}. Vi leser verdien} other {Arket har # formler: {cells}. Vi leser verdiene}} fra da filen ble lagret.',
    nn: '{count, plural, one {Arket har ein formel i {cells}. Vi les verdien} other {Arket har # formlar: {cells}. Vi les verdiane}} frå då fila vart lagra.',
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
  otherUnits: {
    nb: '{count, plural, one {Arket {names} har like overskrifter, men ikke samme enhet for beløpene. Det er ikke med her: velg det under «Ark», eller last opp filen én gang til etterpå.} other {Arkene {names} har like overskrifter, men ikke samme enhet for beløpene. De er ikke med her: velg ett av dem under «Ark», eller last opp filen én gang til etterpå.}}',
    nn: '{count, plural, one {Arket {names} har like overskrifter, men ikkje same eining for beløpa. Det er ikkje med her: vel det under «Ark», eller last opp fila éin gong til etterpå.} other {Arka {names} har like overskrifter, men ikkje same eining for beløpa. Dei er ikkje med her: vel eitt av dei under «Ark», eller last opp fila éin gong til etterpå.}}',
    en: '{count, plural, one {The sheet {names} has like headings, but another unit for the amounts. It is not included here: choose it under “Sheet”, or upload the file once more afterwards.} other {The sheets {names} have like headings, but another unit for the amounts. They are not included here: choose one of them under “Sheet”, or upload the file once more afterwards.}}',
  },
} as const satisfies Record<string, Text>;

const quoted: Text = { nb: '«{name}»', nn: '«{name}»', en: '“{name}”' };

/** The notes about the sheets that are looked at, and about hidden ones beside them. */
export function sheetNotes(
  looked: readonly SheetFacts[],
  sheets: readonly Pick<KeptSheet, 'name' | 'hidden' | 'otherUnits'>[],
  language: Language,
): { code: keyof typeof texts; text: string }[] {
  const named = (some: typeof sheets) => some.map(({ name }) => format(quoted, language, { name }));
  const hidden = named(sheets.filter((sheet) => sheet.hidden));
  const readNames = new Set(looked.map(({ name }) => name));
  const otherUnits = named(sheets.filter((sheet) => sheet.otherUnits && !readNames.has(sheet.name)));
  const notes = looked.flatMap((sheet) =>
    notesOf(sheet, language).map((note) =>
      looked.length > 1 ? { ...note, text: `${sheet.name}: ${note.text}` } : note,
    ),
  );
  return [
    ...notes,
    ...noteOf('hiddenSheets', hidden.length, { names: hidden.join(', ') }, language),
    ...noteOf('otherUnits', otherUnits.length, { names: otherUnits.join(', ') }, language),
  ];
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
