import { statedOption, type Text, withheldOption } from '@samblikk/questionnaire';
import { BLANK, columnOf, type Dataset, NOT_ASKED, StatisticsError } from './dataset.ts';
import type { Category, Classified } from './dimension.ts';
import { blankCode } from './filter.ts';
import { blankLabel } from './notes.ts';
import { inShort } from './title.ts';

/** Some measures beside all others, or beside all: those with any of the codes of a variable. */
export interface Comparison {
  readonly variable: string;
  readonly codes: readonly string[];
  /** `rest`: those that gave another answer. `all`: everyone that was asked, those chosen too. */
  readonly against: 'rest' | 'all';
}

/** The codes of the two that are compared: of the chosen its own, of the others these. */
export const againstCodes = { rest: 'rest', all: 'all' } as const;

const againstLabels: Record<Comparison['against'], Text> = {
  rest: { nb: 'Alle andre', nn: 'Alle andre', en: 'All others' },
  all: { nb: 'Alle', nn: 'Alle', en: 'All' },
};

const joined = (labels: readonly Text[], words: Text): Text => {
  const each = (language: keyof Text) => labels.map((label) => label[language]).join(words[language]);
  return { nb: each('nb'), nn: each('nn'), en: each('en') };
};

const lowerCase = (text: string) => text.charAt(0).toLocaleLowerCase('nb') + text.slice(1);

/**
 * A comparison as a dimension. Blank, and what is kept back, is with neither side of `rest`: it stands apart, or is left outside.
 * @throws StatisticsError `unknownCode` for what does not occur; `overlap` for the rest of a variable of several answers, where a
 * measure may be both
 */
export function comparisonDimension(
  dataset: Dataset,
  comparison: Comparison,
  blank: 'category' | 'leftOut',
): Classified {
  const { variable: id, against } = comparison;
  const { variable, categories: known, keys, members, numbers } = columnOf(dataset, id);
  if (numbers) throw new StatisticsError('noCategories', id);
  const codes = comparison.codes.map((code) => variable.codeOf?.(code) ?? code);
  const unknown = codes.find((code) => !known.some((category) => category.code === code));
  if (codes.length === 0 || unknown !== undefined) throw new StatisticsError('unknownCode', id, unknown ?? '');
  if (against === 'rest' && variable.several) throw new StatisticsError('overlap', id);

  const chosen = known.filter(({ code }) => codes.includes(code));
  const others = known.map(({ code }) => code).filter((code) => !codes.includes(code) && code !== withheldOption.code);
  const hasWithheld = known.some(({ code }) => code === withheldOption.code) && !codes.includes(withheldOption.code);
  const blankIsIn = blank === 'category';
  const label = inShort(chosen.map((category) => category.label));
  const whereAll = blankIsIn
    ? [statedOption.code, blankCode]
    : hasWithheld
      ? [...codes, ...others]
      : [statedOption.code];
  const categories: Category[] = [
    { code: codes.join('+'), label, where: { [id]: codes } },
    {
      code: againstCodes[against],
      label: againstLabels[against],
      where: { [id]: against === 'all' ? whereAll : others },
    },
    ...(against === 'rest' && blankIsIn
      ? [
          ...(hasWithheld ? [{ ...withheldOption, where: { [id]: [withheldOption.code] } }] : []),
          { code: blankCode, label: blankLabel, where: { [id]: [blankCode] } },
        ]
      : []),
  ].map(({ code, label: own, where }) => ({ code, label: own, where }));

  const placeOf = (code: string) => categories.findIndex((category) => category.code === code);
  const apart = (code: string) => (blankIsIn ? [against === 'all' ? 1 : placeOf(code)] : undefined);
  const classified = members.map((indexes, key): readonly number[] | undefined => {
    if (key === NOT_ASKED) return undefined;
    if (key === BLANK) return apart(blankCode);
    const own = indexes.map((index) => known[index]?.code ?? '');
    if (own.some((code) => codes.includes(code))) return against === 'all' ? [0, 1] : [0];
    return own.includes(withheldOption.code) ? apart(withheldOption.code) : [1];
  });
  const versus: Text = { nb: ' mot ', nn: ' mot ', en: ' against ' };
  const sides = joined([label, mapText(againstLabels[against], lowerCase)], versus);
  return {
    dimension: {
      id,
      label: joined([variable.label, sides], { nb: ': ', nn: ': ', en: ': ' }),
      several: against === 'all',
      categories,
      comparison: { variable: id, codes, against },
    },
    classifier: { keys, members: classified, categories: categories.length },
  };
}

const mapText = ({ nb, nn, en }: Text, map: (text: string) => string): Text => ({
  nb: map(nb),
  nn: map(nn),
  en: map(en),
});
