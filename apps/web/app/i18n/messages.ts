import type { Language } from './language.ts';
import type { nb as PublicWords } from './nb.ts';
import type { answering as AnsweringWords } from './signed-in/nb.ts';

/** Every message has a key in all languages: a missing one does not compile. */
export type MessageKey = keyof typeof PublicWords | keyof typeof AnsweringWords;
type Words = Readonly<Record<MessageKey, string>>;

/** A browser gets the words of the page's language only. */
const sources: Record<Language, () => Promise<Words>> = {
  nb: async () => {
    const [all, answering] = await Promise.all([import('./nb.ts'), import('./signed-in/nb.ts')]);
    return { ...all.nb, ...answering.answering };
  },
  nn: async () => {
    const [all, answering] = await Promise.all([import('./nn.ts'), import('./signed-in/nn.ts')]);
    return { ...all.nn, ...answering.answering };
  },
  en: async () => {
    const [all, answering] = await Promise.all([import('./en.ts'), import('./signed-in/en.ts')]);
    return { ...all.en, ...answering.answering };
  },
};

const loaded = new Map<Language, Words>();

/** Fetches the messages of these languages: before anything is drawn. */
export async function loadMessages(...languages: readonly Language[]): Promise<void> {
  await Promise.all(languages.map(async (language) => loaded.set(language, await sources[language]())));
}

/** The messages of a language that has been loaded. */
export function messagesOf(language: Language): Words {
  const words = loaded.get(language);
  if (!words) throw new Error(`The messages of ${language} are used before they are loaded.`);
  return words;
}
