import { format } from '@samblikk/text';
import { type Issue, ruleOf } from './check.ts';
import { checkTexts } from './check-texts.ts';
import { type Edition, findQuestion, type Language, type Option, type Text } from './definition.ts';
import { kindOf } from './kinds/index.ts';

export { format };

/**
 * What an issue says to the person who answered: the field's own label first, then what to do. A rule says both itself.
 * An unknown code is said as it is, so that a new kind of issue is never hidden.
 */
export function issueText(issue: Issue, edition: Edition, language: Language): string {
  const said = issueWords(issue, edition, language);
  return saysAll(issue, edition) ? said : afterLabel(edition, issue.question, said, language);
}

/** What an issue says beside the field, where the label is to be seen already. */
export function issueWords(issue: Issue, edition: Edition, language: Language): string {
  const rule = ruleOf(edition, issue);
  if (rule) return rule.text[language];
  const text = textOf(issue, edition);
  if (!text) return `${issue.question}: ${issue.code}`;
  const question = findQuestion(edition, issue.question);
  const { option } = issue.params;
  const chosen = question && typeof option === 'string' ? { option: choiceLabel(question, option, language) } : {};
  return format(text, language, { ...issue.params, ...chosen });
}

/** Words about a question, for a place where the question is not to be seen: after its label. */
export function afterLabel(edition: Edition, id: string, words: string, language: Language): string {
  const label = questionLabel(edition, id, language);
  return /[?!]$/.test(label) ? `${label} ${words}` : `${label.replace(/[.:]$/, '')}: ${words}`;
}

/** Rules name what they are about, and so does a code without words. */
const saysAll = (issue: Issue, edition: Edition) =>
  ruleOf(edition, issue) !== undefined || textOf(issue, edition) === undefined;

function textOf(issue: Issue, edition: Edition): Text | undefined {
  const question = findQuestion(edition, issue.question);
  const own = question && kindOf(question).texts[issue.code];
  const code = issue.code === 'required' && issue.level === 'warning' ? 'missing' : issue.code;
  return own ?? checkTexts[code as keyof typeof checkTexts];
}

function choiceLabel(question: Parameters<typeof kindOf>[0], code: string, language: Language): string {
  return (
    kindOf(question)
      .choices(question)
      .find((option) => option.code === code)?.label[language] ?? code
  );
}

/** The label of a question; the id itself when the edition has no such question. */
export function questionLabel(edition: Edition, id: string, language: Language): string {
  return findQuestion(edition, id)?.label[language] ?? id;
}

/** The code under which a missing answer is counted, and what it is called. */
export const blankOption = {
  code: 'blank',
  label: { nb: 'Ikke svart', nn: 'Ikkje svart', en: 'Not answered' },
} as const satisfies Option;

/** The code under which an answer that is kept back from the public is counted, and what it is called. */
export const withheldOption = {
  code: 'withheld',
  label: { nb: 'Unntatt offentlighet', nn: 'Unnateke offentlegheit', en: 'Exempt from publication' },
} as const satisfies Option;

/** The code that finds the measures with any answer at all, and what it is called. */
export const statedOption = {
  code: 'answered',
  label: { nb: 'Oppgitt', nn: 'Oppgitt', en: 'Stated' },
} as const satisfies Option;

/** The label of a code of a question or variable, `blank` included; the code itself where the list is open. */
export function optionLabel(
  of: { readonly options?: readonly Option[] | undefined },
  code: string,
  language: Language,
): string {
  const option = of.options?.find((candidate) => candidate.code === code);
  const reserved = [blankOption, withheldOption, statedOption].find((candidate) => candidate.code === code);
  return (option ?? reserved)?.label[language] ?? code;
}
