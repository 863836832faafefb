import * as z from 'zod/mini';
import type { Option, Text } from '../definition.ts';
import { hasNationalId } from '../personal-data.ts';
import { visible, writable } from '../writable.ts';

/** One column, named as the question. */
export const oneColumn = { columns: (question: { readonly id: string }): readonly string[] => [question.id] };

/** Answers that are not chosen from a list and not counted in several categories. */
export const open = { choices: () => [], categories: () => undefined, several: false, unit: undefined } as const;

/** What separates several codes in one cell of the survey file. */
const separator = '|';

/** A list of codes or words in one cell. */
export const listCell = {
  ...oneColumn,
  cells: (_question: unknown, answer: readonly string[] | undefined): readonly string[] => [
    answer?.join(separator) ?? '',
  ],
};

/** Reads the parts of a cell that holds several codes or words. */
export function readList(cells: readonly string[]): { readonly answer?: readonly string[] } {
  const parts = writable(cells[0] ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? {} : { answer: parts };
}

/** A code in one cell. */
export const codeCell = {
  ...oneColumn,
  cells: (_question: unknown, answer: string | undefined): readonly string[] => [answer ?? ''],
  read: (_question: unknown, cells: readonly string[]): { readonly answer?: string } => {
    const code = (cells[0] ?? '').trim();
    return code === '' ? {} : { answer: code };
  },
};

/** Free text in one cell, kept as it is written but for signs that cannot be. */
export const textCell = {
  ...codeCell,
  read: (_question: unknown, cells: readonly string[]): { readonly answer?: string } => {
    const text = writable(cells[0] ?? '');
    return text.trim() === '' ? {} : { answer: text };
  },
};

/**
 * Text that says something, is not too long, and can be stored and shown. What is saved is never deleted, so a national
 * identity number is refused, also where nothing is published.
 */
export function writtenText(maxLength: number): z.ZodMiniString {
  return z.string({ error: 'wrongType' }).check(
    z.maxLength(maxLength, { error: 'tooLong' }),
    z.regex(/\S/, { error: 'blank' }),
    z.regex(visible, { error: 'illegalCharacter' }),
    z.refine((text) => !hasNationalId(text), { error: 'nationalIdInText' }),
  );
}

/** A list where nothing stands twice. */
export function list<Item extends z.ZodMiniType<string>>(item: Item, atMost: number | undefined) {
  const items = z.array(item, { error: 'wrongType' }).check(z.minLength(1, { error: 'blank' }));
  const bounded = atMost === undefined ? items : items.check(z.maxLength(atMost, { error: 'tooMany' }));
  return bounded.check(z.refine((answer) => new Set(answer).size === answer.length, { error: 'repeated' }));
}

/** One of the listed codes. */
export function oneOf(options: readonly Option[]) {
  return z.enum(
    options.map((option) => option.code),
    { error: 'unknownOption' },
  );
}

/** Texts of the issues that several kinds share. */
export const texts = {
  wrongType: {
    nb: 'Svaret har feil form. Fyll ut feltet på nytt.',
    nn: 'Svaret har feil form. Fyll ut feltet på nytt.',
    en: 'The answer has the wrong form. Fill in the field again.',
  },
  blank: {
    nb: 'Fyll ut feltet, eller la det stå helt tomt.',
    nn: 'Fyll ut feltet, eller lat det stå heilt tomt.',
    en: 'Fill in the field, or leave it completely empty.',
  },
  tooLong: {
    nb: 'Kort ned svaret til høyst {max, number} tegn.',
    nn: 'Kort ned svaret til høgst {max, number} teikn.',
    en: 'Shorten the answer to at most {max, number} characters.',
  },
  illegalCharacter: {
    nb: 'Teksten har usynlige tegn som ikke kan lagres. Skriv teksten på nytt.',
    nn: 'Teksten har usynlege teikn som ikkje kan lagrast. Skriv teksten på nytt.',
    en: 'The text has invisible characters that cannot be stored. Type it again.',
  },
  unknownOption: {
    nb: 'Velg et av svarene i listen.',
    nn: 'Vel eit av svara i lista.',
    en: 'Choose one of the answers in the list.',
  },
  tooMany: {
    nb: 'Velg høyst {max, number}.',
    nn: 'Vel høgst {max, number}.',
    en: 'Choose at most {max, number}.',
  },
  repeated: {
    nb: 'Det samme står flere ganger. La det stå bare én gang.',
    nn: 'Det same står fleire gonger. Lat det stå berre éin gong.',
    en: 'The same thing is there several times. Keep it only once.',
  },
  notAnOrganisationNumber: {
    nb: 'Skriv et gyldig organisasjonsnummer med 9 sifre.',
    nn: 'Skriv eit gyldig organisasjonsnummer med 9 siffer.',
    en: 'Write a valid organisation number of 9 digits.',
  },
} as const satisfies Record<string, Text>;
