import type { Text } from '@samblikk/questionnaire';

/** The name of an agency or a ministry, in all languages, from a row that has it. */
export function nameOf(row: { nameNb: string; nameNn: string; nameEn: string }): Text {
  return { nb: row.nameNb, nn: row.nameNn, en: row.nameEn };
}
