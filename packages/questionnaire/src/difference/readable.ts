import { formatNumber } from '@samblikk/text';
import { conditionText } from '../condition-text.ts';
import {
  type Condition,
  type DerivedVariable,
  type Edition,
  findQuestion,
  type Language,
  type Option,
  type Question,
  type Rule,
  type Section,
  type Text,
} from '../definition.ts';
import { kindOf } from '../kinds/index.ts';
import { questionLabel } from '../texts.ts';
import { kindNames, levelNames, said } from './words.ts';

/** What a reader of the form meets of a question, a rule or a variable, part by part. */
export const partNames = [
  'label',
  'name',
  'intro',
  'help',
  'kind',
  'section',
  'asked',
  'required',
  'known',
  'askAnew',
  'closed',
  'atMost',
  'maxLength',
  'option',
  'optionHelp',
  'optionMoved',
  'exclusive',
  'level',
  'when',
  'questions',
  'rule',
  'publication',
] as const;
export type PartName = (typeof partNames)[number];

/** One part in words. `code`: the option it is about. */
export interface Part {
  readonly what: PartName;
  readonly code?: string;
  readonly text: Text;
}

const three = (words: (language: Language) => string): Text => ({ nb: words('nb'), nn: words('nn'), en: words('en') });
const filled = (text: Text, name: string, value: (language: Language) => string): Text =>
  three((language) => text[language].replace(`{${name}}`, value(language)));
const counted = (text: Text, count: number) => filled(text, 'count', (language) => formatNumber(count, language));
const part = (what: PartName, text: Text | undefined): Part[] => (text ? [{ what, text }] : []);
const conditionWords = (condition: Condition, edition: Edition) =>
  three((language) => conditionText(condition, edition, language));

/** Everything a reader meets of a question, in the order of the form. */
export function questionParts(question: Question, section: Section, edition: Edition): Part[] {
  const { label, name, help, showIf, required, known, askAnew, closed } = question;
  return [
    ...part('label', label),
    ...part('name', name),
    ...part('help', help),
    ...part('kind', kindNames[question.kind]),
    ...part('section', section.title),
    ...part('asked', showIf && conditionWords(showIf, edition)),
    ...part('required', required && said.required),
    ...part('known', known && said.known),
    ...part('askAnew', askAnew && said.askAnew),
    ...part('closed', closed && said.closed),
    ...part(
      'atMost',
      'atMost' in question && question.atMost !== undefined ? counted(said.atMost, question.atMost) : undefined,
    ),
    ...part('maxLength', 'maxLength' in question ? counted(said.maxLength, question.maxLength) : undefined),
    ...optionParts(kindOf(question).choices(question)),
  ];
}

function optionParts(options: readonly Option[]): Part[] {
  return options.flatMap(({ code, label, help, exclusive }): Part[] => [
    { what: 'option', code, text: label },
    ...(help ? [{ what: 'optionHelp' as const, code, text: help }] : []),
    ...(exclusive ? [{ what: 'exclusive' as const, code, text: said.exclusive }] : []),
  ]);
}

/** A rule across questions in words: what it says, when, how firmly and where. */
export function ruleParts(rule: Rule, edition: Edition): Part[] {
  return [
    ...part('label', rule.text),
    ...part('level', levelNames[rule.level]),
    ...part('when', conditionWords(rule.when, edition)),
    ...part(
      'questions',
      three((language) => rule.questions.map((id) => questionLabel(edition, id, language)).join(', ')),
    ),
  ];
}

/** A derived variable in words. */
export const derivedParts = ({ label, rule, options }: DerivedVariable): Part[] => [
  ...part('label', label),
  ...part('rule', rule),
  ...optionParts(options),
];

/** A section's heading and introduction. */
export const sectionParts = ({ title, intro }: Section): Part[] => [...part('label', title), ...part('intro', intro)];

/** What decides what the public sees. */
export function publicationParts({ publication, ...edition }: Edition): Part[] {
  const whole = { ...edition, publication };
  const question = findQuestion(whole, publication.question);
  const labels = (codes: readonly string[]) => (language: Language) =>
    codes
      .map(
        (code) =>
          question &&
          kindOf(question)
            .choices(question)
            .find((option) => option.code === code),
      )
      .map((option, index) => option?.label[language] ?? codes[index])
      .join(', ');
  return [
    ...part('publication', filled(said.publishedWhole, 'codes', labels(publication.whole))),
    ...(publication.inPart.length > 0
      ? [
          {
            what: 'publication' as const,
            code: 'inPart',
            text: filled(said.publishedPart, 'codes', labels(publication.inPart)),
          },
        ]
      : []),
  ];
}
