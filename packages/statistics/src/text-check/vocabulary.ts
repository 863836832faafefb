import {
  type Condition,
  type DerivedVariable,
  type Edition,
  findQuestion,
  languages,
  type Option,
  type Text,
  type Variable,
  variablesOf,
} from '@samblikk/questionnaire';
import { stemsOf, wordsOf } from './words.ts';

/** What an edition calls something: the stems of its words, and the answers it stands for. */
export interface Term {
  readonly stems: readonly string[];
  /** Stems that together stand for the whole: names within a label, such as `Skate`; of more words, all of them. */
  readonly names: readonly (readonly string[])[];
  readonly variable: string;
  /** The codes of an option; undefined for the variable's own name. */
  readonly code: string | undefined;
  /** Words one of which must stand near: those of the question, for an answer such as “to a great extent”. */
  readonly near: readonly string[];
  /** All its words must be there. */
  readonly whole?: true;
  /** Its label goes on in brackets. */
  readonly bracket: boolean;
}

/** A list that the edition does not have: agencies and ministries, by their names. */
export interface Listed {
  readonly variable: string;
  readonly categories: readonly { readonly code: string; readonly label: Text }[];
}

interface Band {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** The words of an edition, ready to be found in texts. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly weight: ReadonlyMap<string, number>;
  readonly yesNo: ReadonlyMap<string, { yes: string; no: string | undefined; partly: string | undefined }>;
  readonly banded: readonly { readonly variable: string; readonly amount: string; readonly bands: readonly Band[] }[];
}

const yesLabel = 'Ja';
const noLabel = 'Nei';
const otherLabel = /^(?:Andre|Annet)/;
const generic = /^(?:Ja|Nei|Delvis|Usikker|Vet ikke|Ikke avklart|Ikke relevant|Andre|Annet)(?: \((?:s|S)pesifiser\))?$/;

/** The words of an edition: labels of its options, and the names of its variables; in all languages, since a text may be in any. */
export function vocabularyOf(edition: Edition, listed: readonly Listed[] = []): Vocabulary {
  const variables = variablesOf(edition);
  const banded = edition.derived.flatMap((variable) => {
    const bands = bandsOf(variable);
    return bands.length > 0 ? [{ variable: variable.id, amount: variable.askedWith ?? '', bands }] : [];
  });
  const terms = variables
    .flatMap((variable) => termsOf(variable, edition))
    // The labels of bands are amounts, which are read as such.
    .filter(({ variable, code }) => code === undefined || !banded.some((one) => one.variable === variable))
    .concat(listed.flatMap(termsOfList));
  const occurs = new Map<string, Set<string>>();
  for (const { stems, variable, code } of terms)
    for (const stem of stems) occurs.set(stem, (occurs.get(stem) ?? new Set()).add(`${variable} ${code}`));
  const all = new Set(terms.map(({ variable, code }) => `${variable} ${code}`)).size;
  const weight = new Map([...occurs].map(([stem, { size }]) => [stem, Math.log((all + 1) / size)]));
  const yesNo = new Map(
    variables.flatMap(({ id, options = [] }) => {
      const codeOf = (label: string) => options.find((option) => option.label.nb === label)?.code;
      const yes = codeOf(yesLabel);
      return yes === undefined ? [] : [[id, { yes, no: codeOf(noLabel), partly: codeOf('Delvis') }] as const];
    }),
  );
  return { terms, weight, yesNo, banded };
}

function termsOf(variable: Variable, edition: Edition): readonly Term[] {
  const { id, label, options = [] } = variable;
  if (id === edition.roles.agency || id === edition.roles.ministry) return [];
  const asked = findQuestion(edition, id)?.label;
  const near = asked ? languages.flatMap((language) => stemsOf(asked[language])) : [];
  const named = inLanguages(label, (text) => ({ stems: stemsOf(text), names: namesIn(text) }));
  return [
    ...named.map((term) => ({ ...term, variable: id, code: undefined, near: [], bracket: false })),
    ...options.filter((option) => !generic.test(option.label.nb)).flatMap((option) => termsOfOption(option, id, near)),
    // “Other” is said of what the question is about: `involverer andre`.
    ...options
      .filter((option) => otherLabel.test(option.label.nb))
      .map(({ code }) => ({
        stems: [...stemsOf(label.nb), 'andr'],
        names: [],
        variable: id,
        code,
        near: [],
        bracket: false,
      })),
  ];
}

function termsOfOption(
  { code, label, words = [] }: Option,
  variable: string,
  near: readonly string[],
): readonly Term[] {
  const labels = inLanguages(label, (text) => text.replaceAll(/\([^)]*\)/g, ''))
    .flatMap((text) => [...text.split(/\/(?!eller|or)|\s+(?:og\/eller|and\/or)\s+/), ...words])
    .map((text) => ({ stems: stemsOf(text), names: namesIn(text) }))
    .filter(({ stems }) => stems.length > 0);
  // “I stor grad” is nothing without what it is said of.
  const degree = labels.every(({ stems }) => stems.every((stem) => stem.length <= 5));
  return labels.map((term) => ({
    ...term,
    variable,
    code,
    bracket: label.nb.includes('('),
    near: degree && /grad|extent/.test(label.nb + label.en) ? near : [],
  }));
}

/** Names of agencies and ministries: in all their words. */
const termsOfList = ({ variable, categories }: Listed): readonly Term[] =>
  categories.flatMap(({ code, label }) =>
    inLanguages(label, (text) => ({
      ...{ stems: stemsOf(text), names: [], whole: true as const },
      ...{ variable, code, near: [], bracket: false },
    })).filter(({ stems }) => stems.length > 0),
  );

const inLanguages = <T>(text: Text, read: (text: string) => T): readonly T[] =>
  [...new Set(languages.map((language) => text[language]))].map(read);

/** Names within a label: words with a capital letter that does not begin it, those beside each other as one. */
const namesIn = (label: string): readonly (readonly string[])[] =>
  [...label.matchAll(/(?<![\p{L}\d])\p{Lu}[\p{L}\d]*(?:\s+\p{Lu}[\p{L}\d]*)*/gu)]
    .filter(({ index }) => /\p{L}/u.test(label.slice(0, index).replace(/^\d+\p{L}?:/u, '')))
    .map(([name]) => wordsOf(name).map(({ stem }) => stem));

/** The bands that a derived variable divides an amount into; none when it does something else. */
function bandsOf({ cases }: DerivedVariable): readonly Band[] {
  const limit = (when: Condition) => ('below' in when ? when.below : undefined);
  const above = cases.flatMap(({ code, when }) => ('above' in when ? [{ code, from: when.above, to: Infinity }] : []));
  const below: Band[] = [];
  for (const { code, when } of cases) {
    const to = limit(when);
    if (to !== undefined) below.push({ code, from: below.at(-1)?.to ?? 0, to });
  }
  const rest = cases.flatMap(({ code, when }) =>
    'blank' in when && !when.blank
      ? [{ code, from: below.at(-1)?.to ?? 0, to: Math.min(...above.map(({ from }) => from)) }]
      : [],
  );
  return below.length > 0 ? [...below, ...rest, ...above] : [];
}
