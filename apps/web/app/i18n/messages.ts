import { answering as answeringEn } from '../answering/messages/en.ts';
import { answering as answeringNb } from '../answering/messages/nb.ts';
import { answering as answeringNn } from '../answering/messages/nn.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

/** Every message has a key in all languages: a missing one does not compile. */
export type MessageKey = keyof typeof nb | keyof typeof answeringNb;

export const messages: Record<Language, Record<MessageKey, string>> = {
  nb: { ...nb, ...answeringNb },
  nn: { ...nn, ...answeringNn },
  en: { ...en, ...answeringEn },
};
