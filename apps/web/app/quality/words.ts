import { type Edition, findQuestion, issueWords, type Language, rulePrefix } from '@samblikk/questionnaire';
import { useLanguage } from '../i18n/index.ts';
import { queueTexts } from './queue-texts.ts';
import { useQualityText } from './texts.ts';

/** What fired, in few words: of a rule the first sentence, for lists; the page of the measure has the rest. */
export function useFiredWords(edition: Edition): (code: string) => string {
  const s = useQualityText();
  const language = useLanguage();
  return (code) => {
    const own = `fired.${code}`;
    return isOwn(own) ? s(own) : firstSentence(edition, code, language);
  };
}

const isOwn = (key: string): key is Extract<keyof typeof queueTexts, `fired.${string}`> =>
  Object.hasOwn(queueTexts, key);

function firstSentence(edition: Edition, code: string, language: Language): string {
  const rule = edition.rules.find(({ id }) => code === rulePrefix + id);
  const [about = ''] = rule?.questions ?? [];
  const issue = { question: about, code, params: { found: '…' }, level: 'warning' as const };
  const words = issueWords(issue, edition, language);
  return /^.*?[.?!](?=\s|$)/.exec(words)?.[0] ?? words;
}

/** What a question is called where there is no room for it. */
export function questionName(edition: Edition, id: string, language: Language): string {
  const question = findQuestion(edition, id);
  return (question?.name ?? question?.label)?.[language] ?? id;
}
