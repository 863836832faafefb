import { blankOption, type Edition, inAll, statedOption, type Text, variablesOf } from '@samblikk/questionnaire';
import type { Filters } from '../filter.ts';
import type { Part, Selection } from './measure.ts';

type Language = keyof Text;

const decimal = (value: number, language: Language): string =>
  language === 'en' ? String(value) : String(value).replace('.', ',');

const percent = (value: number | null, language: Language): string =>
  value === null
    ? '–'
    : `${decimal(Math.round(value * 10) / 10, language)} ${language === 'en' ? 'per cent' : 'prosent'}`;

const or: Text = { nb: 'eller', nn: 'eller', en: 'or' };
const reserved = new Map<string, Text>([blankOption, statedOption].map(({ code, label }) => [code, label]));

/** Filters in the edition's words: `Finansiering: Nei eller Delvis`. */
export function inWords(edition: Edition, filters: Filters, language: Language): string {
  const variables = new Map(variablesOf(edition).map((variable) => [variable.id, variable]));
  return Object.entries(filters)
    .map(([id, codes]) => {
      const variable = variables.get(id);
      const named = codes.map((code) =>
        code
          .split('~')
          .map(
            (one) =>
              (variable?.options?.find((option) => option.code === one)?.label ?? reserved.get(one))?.[language] ?? one,
          )
          .join(' + '),
      );
      return `${variable?.label[language] ?? id}: ${named.join(` ${or[language]} `)}`;
    })
    .join('; ');
}

/** As each language quotes. */
export const quoted = (text: string, language: Language): string => (language === 'en' ? `“${text}”` : `«${text}»`);

const all: Text = { nb: 'alle tiltak', nn: 'alle tiltak', en: 'all measures' };

export const selectionIn = (edition: Edition, selection: Selection, language: Language): string =>
  selection
    .map((filters) => inWords(edition, filters, language))
    .filter(Boolean)
    .map((text) => quoted(text, language))
    .join(` ${or[language]} `) || all[language];

/** A share with its count, its base and what it is of. */
export const partIn = (edition: Edition, { counted, among, n, base, of, percent: share }: Part): Text =>
  inAll((language) => {
    const what = selectionIn(edition, counted, language);
    const whom = Object.keys(among).length > 0 ? quoted(inWords(edition, among, language), language) : '';
    const answered: Text = { nb: 'som har svart', nn: 'som har svart', en: 'that answered' };
    const tail = [whom, of === 'answered' ? answered[language] : ''].filter(Boolean).join(', ');
    const measures: Text = { nb: 'tiltak', nn: 'tiltak', en: 'measures' };
    const ofWord: Text = { nb: 'av', nn: 'av', en: 'of' };
    return `${what}: ${n} ${ofWord[language]} ${base} ${measures[language]}${tail ? ` (${tail})` : ''}, ${percent(share, language)}`;
  });

export const countIn = (edition: Edition, selection: Selection, n: number): Text =>
  inAll((language) => `${selectionIn(edition, selection, language)}: ${n}`);

export const plain = (nb: string, nn: string, en: string): Text => ({ nb, nn, en });
