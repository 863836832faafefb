import type { Text } from '@samblikk/questionnaire';
import type { TextFault } from './limits.ts';

/** Why a file cannot be read as a text. */
export const textFaults: Record<TextFault['code'], Text> = {
  notText: { nb: 'Filen er ikke en tekst.', nn: 'Fila er ikkje ein tekst.', en: 'The file is no text.' },
  notDocx: {
    nb: 'Filen er ikke et Word-dokument (DOCX) som kan leses.',
    nn: 'Fila er ikkje eit Word-dokument (DOCX) som kan lesast.',
    en: 'The file is no Word document (DOCX) that can be read.',
  },
  textTooLong: { nb: 'Teksten er for lang.', nn: 'Teksten er for lang.', en: 'The text is too long.' },
  emptyText: {
    nb: 'Det er ingen tekst i filen.',
    nn: 'Det er ingen tekst i fila.',
    en: 'There is no text in the file.',
  },
};
