import { formatDay } from '@samblikk/text';
import { showAmount } from './amounts.ts';
import { type Condition, type Edition, findQuestion, type Language, type Text } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import { format, questionLabel } from './texts.ts';

/** How each part of a condition is said. */
const words = {
  is: { nb: '«{question}» er {codes}', nn: '«{question}» er {codes}', en: '“{question}” is {codes}' },
  includes: {
    nb: '{codes} er valgt i «{question}»',
    nn: '{codes} er vald i «{question}»',
    en: '{codes} is chosen in “{question}”',
  },
  blank: {
    nb: '«{question}» er ikke besvart',
    nn: '«{question}» er ikkje svara på',
    en: '“{question}” is not answered',
  },
  answered: { nb: '«{question}» er besvart', nn: '«{question}» er svara på', en: '“{question}” is answered' },
  below: {
    nb: '«{question}» er under {limit}',
    nn: '«{question}» er under {limit}',
    en: '“{question}” is below {limit}',
  },
  above: {
    nb: '«{question}» er over {limit}',
    nn: '«{question}» er over {limit}',
    en: '“{question}” is above {limit}',
  },
  before: {
    nb: '«{question}» er før {date}',
    nn: '«{question}» er før {date}',
    en: '“{question}” is before {date}',
  },
  aboveQuestion: {
    nb: '«{question}» er større eller senere enn «{other}»',
    nn: '«{question}» er større eller seinare enn «{other}»',
    en: '“{question}” is greater or later than “{other}”',
  },
  changedTimes: {
    nb: '«{question}» er endret mer enn {times, number} ganger siden i fjor',
    nn: '«{question}» er endra meir enn {times, number} gonger sidan i fjor',
    en: '“{question}” has changed more than {times, number} times since last year',
  },
  not: { nb: 'ikke slik at {part}', nn: 'ikkje slik at {part}', en: 'it is not so that {part}' },
} as const satisfies Record<string, Text>;

const or: Text = { nb: ' eller ', nn: ' eller ', en: ' or ' };
const and: Text = { nb: ' og ', nn: ' og ', en: ' and ' };

/** A condition in words, for codebook and editors. */
export function conditionText(condition: Condition, edition: Edition, language: Language): string {
  const part = (inner: Condition) => {
    const text = conditionText(inner, edition, language);
    return 'all' in inner || 'any' in inner ? `(${text})` : text;
  };
  if ('all' in condition) return condition.all.map(part).join(and[language]);
  if ('any' in condition) return condition.any.map(part).join(or[language]);
  if ('not' in condition) return format(words.not, language, { part: part(condition.not) });

  const question = questionLabel(edition, condition.question, language);
  const say = (text: Text, params: Record<string, string | number> = {}) =>
    format(text, language, { question, ...params });
  const codes = (list: readonly string[]) =>
    list.map((code) => quoted(codeLabel(edition, condition.question, code, language), language)).join(or[language]);
  const limit = (number: number) => limitText(edition, condition.question, number, language);
  if ('is' in condition) return say(words.is, { codes: codes([condition.is]) });
  if ('in' in condition) return say(words.is, { codes: codes(condition.in) });
  if ('includes' in condition) return say(words.includes, { codes: codes([condition.includes]) });
  if ('blank' in condition) return say(condition.blank ? words.blank : words.answered);
  if ('below' in condition) return say(words.below, { limit: limit(condition.below) });
  if ('above' in condition) return say(words.above, { limit: limit(condition.above) });
  if ('before' in condition) return say(words.before, { date: formatDay(condition.before, language) });
  if ('aboveQuestion' in condition) {
    return say(words.aboveQuestion, { other: questionLabel(edition, condition.aboveQuestion, language) });
  }
  if ('changedTimes' in condition) return say(words.changedTimes, { times: condition.changedTimes });
  return condition satisfies never;
}

function quoted(text: string, language: Language): string {
  return language === 'en' ? `“${text}”` : `«${text}»`;
}

function codeLabel(edition: Edition, id: string, code: string, language: Language): string {
  const question = findQuestion(edition, id);
  const option =
    question &&
    kindOf(question)
      .choices(question)
      .find((candidate) => candidate.code === code);
  return option?.label[language] ?? code;
}

function limitText(edition: Edition, id: string, limit: number, language: Language): string {
  const question = findQuestion(edition, id);
  return question && kindOf(question).unit === 'kroner' ? showAmount(limit, language, 'exact') : String(limit);
}
