import type { Text } from '@samblikk/questionnaire';

/** What letters say, by name, as ICU messages. */
export type LetterTexts = Readonly<Record<string, { readonly subject: Text; readonly text: Text }>>;
