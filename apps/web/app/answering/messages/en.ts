import type { answering as nb } from './nb.ts';

export const answering: Record<keyof typeof nb, string> = {
  'answering.title': 'Answer the survey',
};
