import { codebook, type Edition, type Option } from '@samblikk/questionnaire';
import type { Text } from '@samblikk/text';
import { filled, texts } from './texts.ts';

/** One code of a list, with what it means. */
export interface Code {
  readonly code: string;
  readonly label: Text;
  /** What else it has been called. */
  readonly formerly: readonly Text[];
  readonly definition?: Text | undefined;
  /** What became of it, and when. */
  readonly history: readonly Text[];
  /** No longer used for what is new. */
  readonly former: boolean;
  /** The codes of the same list that came instead. */
  readonly replacedBy: readonly string[];
}

export interface CodeList {
  /** Also the last part of its address: that of the question or variable. */
  readonly id: string;
  readonly title: Text;
  readonly about?: Text | undefined;
  /** How it compares with the edition before, where it is not the same. */
  readonly changes: readonly Text[];
  readonly former: boolean;
  readonly codes: readonly Code[];
}

/** One variable with codes, as an edition has it. */
interface Listed {
  readonly edition: Edition;
  readonly id: string;
  readonly title: Text;
  readonly about?: Text | undefined;
  readonly change?: Text | undefined;
  readonly options: readonly Option[];
}

/**
 * The code lists of all editions, the newest words first: every public question with options, every derived variable, every fact
 * about agencies. A code means the same for life (an edition’s rule), so that each is told once, with the editions that had it
 * where the newest has not.
 */
export function codeListsOf(editions: readonly Edition[]): CodeList[] {
  const newest = editions.toSorted((a, b) => b.year - a.year);
  const listed = Map.groupBy(newest.flatMap(listsIn), ({ id }) => id);
  return [...listed.values()].flatMap((all) => {
    const [now] = all;
    if (!now) return [];
    const codes = Map.groupBy(
      all.flatMap((one) => one.options.map((option) => ({ option, edition: one.edition }))),
      ({ option }) => option.code,
    );
    return {
      id: now.id,
      title: now.title,
      about: now.about,
      changes: all.flatMap(({ change }) => change ?? []),
      former: now.edition !== newest[0],
      codes: [...codes.values()].flatMap((uses) => codeOf(uses, newest[0])),
    };
  });
}

function codeOf(uses: readonly { option: Option; edition: Edition }[], newest: Edition | undefined): Code[] {
  const [last] = uses;
  if (!last) return [];
  const { code, label, help } = last.option;
  const former = last.edition !== newest;
  const used = uses.map(({ edition }) => edition.id).join(', ');
  return [
    {
      code,
      label,
      formerly: otherNames(
        label,
        uses.map(({ option }) => option.label),
      ),
      definition: help,
      history: former ? [filled(texts.usedIn, { editions: used })] : [],
      former,
      replacedBy: [],
    },
  ];
}

/** The names that are not the one it has now, each once. */
export function otherNames(now: Text, all: readonly Text[]): Text[] {
  const written = (text: Text) => JSON.stringify([text.nb, text.nn, text.en]);
  const others = new Map(all.map((text) => [written(text), text]));
  others.delete(written(now));
  return [...others.values()];
}

function listsIn(edition: Edition): Listed[] {
  const { questions, derived, population } = codebook(edition);
  const change = (compared: { with: string; note?: Text } | undefined) => compared?.note;
  return [
    ...questions
      .filter(({ access, options }) => access === 'public' && options.length > 0)
      .map(({ id, label, help, options, comparability }) => ({
        ...{ edition, id, title: label, about: help, options },
        change: change(comparability),
      })),
    ...derived.map(({ id, label, rule, options, comparability }) => ({
      ...{ edition, id, title: label, about: rule, options },
      change: change(comparability),
    })),
    ...population.map(({ id, label, options }) => ({ edition, id, title: label, options })),
  ];
}
