import type { Language } from './language.ts';
import type { nb as SharedWords } from './nb.ts';
import type { publicPages as PublicWords } from './public/nb.ts';
import type { answering as AnsweringWords } from './signed-in/nb.ts';

/** Every message has a key in all languages: a missing one does not compile. */
export type MessageKey = keyof typeof SharedWords | keyof typeof AnsweringWords;
/** The messages of public pages besides, which have no script: no browser knows these. */
export type PublicMessageKey = MessageKey | keyof typeof PublicWords;
type Words = Readonly<Record<MessageKey, string>>;

/** A browser gets the words of the page's language only, and of the pages that run in it. */
const sources: Record<Language, () => Promise<Words>> = {
  nb: async () => {
    const [shared, answering] = await Promise.all([import('./nb.ts'), import('./signed-in/nb.ts')]);
    return { ...shared.nb, ...answering.answering };
  },
  nn: async () => {
    const [shared, answering] = await Promise.all([import('./nn.ts'), import('./signed-in/nn.ts')]);
    return { ...shared.nn, ...answering.answering };
  },
  en: async () => {
    const [shared, answering] = await Promise.all([import('./en.ts'), import('./signed-in/en.ts')]);
    return { ...shared.en, ...answering.answering };
  },
};

const publicSources: Record<Language, () => Promise<{ readonly publicPages: Readonly<Record<string, string>> }>> = {
  nb: () => import('./public/nb.ts'),
  nn: () => import('./public/nn.ts'),
  en: () => import('./public/en.ts'),
};

const loaded = new Map<Language, Words>();

/** Fetches the messages of a language for pages that run in a browser: before anything is drawn. */
export async function loadMessages(language: Language): Promise<void> {
  loaded.set(language, await sources[language]());
}

/** Fetches all messages of these languages, those of public pages too, which are drawn without a browser. */
export async function loadAllMessages(...languages: readonly Language[]): Promise<void> {
  await Promise.all(
    languages.map(async (language) => {
      const [words, { publicPages }] = await Promise.all([sources[language](), publicSources[language]()]);
      loaded.set(language, { ...words, ...publicPages });
    }),
  );
}

/** The messages of a language that has been loaded. */
export function messagesOf(language: Language): Words {
  const words = loaded.get(language);
  if (!words) throw new Error(`The messages of ${language} are used before they are loaded.`);
  return words;
}
