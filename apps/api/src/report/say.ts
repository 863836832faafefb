import { format, type Language } from '@samblikk/text';
import { type ReportTextKey, reportTexts } from './texts.ts';

/** The fixed texts of a report in its language. */
export interface Say {
  (key: ReportTextKey, values?: Readonly<Record<string, string | number>>): string;
  readonly language: Language;
}

export const sayIn = (language: Language): Say =>
  Object.assign(
    (key: ReportTextKey, values: Readonly<Record<string, string | number>> = {}) =>
      format(reportTexts[key], language, values),
    { language },
  );
