/** What is kept beside the answers, under names that no question has. */

/** Why a warning does not matter, by `reasonKey`. */
export const reasonPrefix = 'reason/';

/** What is being typed to be added to a list, by question: a field of the form, but no answer yet. */
export const wordPrefix = 'word/';
