import { mapTexts } from '@samblikk/text';
import { conditionText } from './condition-text.ts';
import {
  type Comparability,
  type Condition,
  type Edition,
  type Language,
  languages,
  type Option,
  type Question,
  questionsOf,
  type Text,
} from './definition.ts';
import { kindOf } from './kinds/index.ts';

/** Who may see the answers. */
type Access = 'public' | 'closed';

interface CodebookQuestion {
  readonly id: string;
  readonly number?: string;
  readonly section: Text;
  readonly kind: string;
  readonly columns: readonly string[];
  readonly label: Text;
  readonly help?: Text;
  readonly options: readonly Option[];
  /** Whether answers outside the options are accepted. */
  readonly open: boolean;
  readonly several: boolean;
  readonly unit?: string;
  readonly atMost?: number;
  readonly maxLength?: number;
  readonly required: boolean;
  readonly known: boolean;
  readonly access: Access;
  readonly asked?: Text;
  readonly comparability?: Comparability;
}

/** Everything there is to know about an edition, readable by people and programs. */
export interface Codebook {
  readonly edition: string;
  readonly year: number;
  readonly title: Text;
  readonly source: Text;
  readonly previous?: string;
  readonly questions: readonly CodebookQuestion[];
  readonly derived: readonly {
    readonly id: string;
    readonly label: Text;
    readonly rule: Text;
    readonly askedWith?: string;
    readonly options: readonly Option[];
    readonly cases: readonly { readonly code: string; readonly when: Text }[];
    readonly otherwise?: string;
    readonly comparability?: Comparability;
  }[];
  readonly population: Edition['population'];
  readonly rules: readonly {
    readonly id: string;
    readonly level: string;
    readonly questions: readonly string[];
    readonly when: Text;
    readonly text: Text;
  }[];
  readonly publication: Edition['publication'];
}

/** A value where every text in three languages has become one in the language asked for. */
export type InLanguage<T> = T extends Text
  ? string
  : T extends readonly (infer Item)[]
    ? readonly InLanguage<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: InLanguage<T[Key]> }
      : T;

/** The codebook of an edition, in all three languages or in one. */
export function codebook(edition: Edition): Codebook;
export function codebook(edition: Edition, language: Language): InLanguage<Codebook>;
export function codebook(edition: Edition, language?: Language): Codebook | InLanguage<Codebook> {
  const words = (condition: Condition) => conditionWords(condition, edition);
  const book: Codebook = {
    edition: edition.id,
    year: edition.year,
    title: edition.title,
    source: edition.source,
    ...(edition.previous !== undefined && { previous: edition.previous }),
    questions: edition.sections.flatMap((section) =>
      section.questions.map((question) => describe(question, section.title, edition)),
    ),
    derived: edition.derived.map(({ facet: _, ...variable }) => ({
      ...variable,
      cases: variable.cases.map(({ code, when }) => ({ code, when: words(when) })),
    })),
    population: edition.population,
    rules: edition.rules.map((rule) => ({ ...rule, when: words(rule.when) })),
    publication: edition.publication,
  };
  return language ? (mapTexts(book, (text) => text[language]) as InLanguage<Codebook>) : book;
}

function describe(question: Question, section: Text, edition: Edition): CodebookQuestion {
  const kind = kindOf(question);
  const { id, number, label, help, showIf, comparability } = question;
  return {
    id,
    ...(number !== undefined && { number }),
    section,
    kind: question.kind,
    columns: kind.columns(question),
    label,
    ...(help && { help }),
    options: kind.choices(question),
    open: kind.categories(question) === undefined,
    several: kind.several,
    ...(kind.unit && { unit: kind.unit }),
    ...('atMost' in question && { atMost: question.atMost }),
    ...('maxLength' in question && { maxLength: question.maxLength }),
    required: question.required === true,
    known: question.known === true,
    access: accessTo(question),
    ...(showIf && { asked: conditionWords(showIf, edition) }),
    ...(comparability && { comparability }),
  };
}

function accessTo(question: Question): Access {
  return question.closed ? 'closed' : 'public';
}

function conditionWords(condition: Condition, edition: Edition): Text {
  const [nb, nn, en] = languages.map((language) => conditionText(condition, edition, language));
  return { nb: nb ?? '', nn: nn ?? '', en: en ?? '' };
}

/** The columns of the codebook as a table. */
const csvHeader = [
  'variable',
  'source',
  'number',
  'kind',
  'several',
  'unit',
  'asked',
  'required',
  'access',
  'comparability',
  ...languages.map((language) => `label_${language}`),
  'code',
  ...languages.map((language) => `category_${language}`),
];

/** The codebook as rows with a header: one row for each category of each variable, one for a variable without categories. */
export function codebookCsv(edition: Edition): string[][] {
  const three = (text: Text | undefined) => languages.map((language) => text?.[language] ?? '');
  const rows = (first: readonly string[], label: Text, options: readonly Option[]): string[][] =>
    (options.length === 0 ? [undefined] : options).map((option) => [
      ...first,
      ...three(label),
      option?.code ?? '',
      ...three(option?.label),
    ]);
  const yesNo = (value: boolean) => (value ? 'yes' : 'no');
  return [
    csvHeader,
    ...questionsOf(edition).flatMap((question) => {
      const kind = kindOf(question);
      const { id, number = '', showIf, required, comparability } = question;
      const asked = showIf ? conditionText(showIf, edition, 'en') : '';
      const first = [id, 'question', number, question.kind, yesNo(kind.several), kind.unit ?? '', asked];
      const rest = [yesNo(required === true), accessTo(question), comparability?.with ?? ''];
      return rows([...first, ...rest], question.label, kind.choices(question));
    }),
    ...edition.derived.flatMap(({ id, label, options, rule, comparability }) =>
      rows([id, 'derived', '', '', 'no', '', rule.en, 'no', 'public', comparability?.with ?? ''], label, options),
    ),
    ...edition.population.flatMap(({ id, label, options }) =>
      rows([id, 'population', '', '', 'no', '', '', 'no', 'public', 'same'], label, options),
    ),
  ];
}
