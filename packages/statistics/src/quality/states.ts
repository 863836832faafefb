import { withheldOption } from '@samblikk/questionnaire';
import { BLANK, columnOf, type Dataset, NOT_ASKED, WITHHELD_AMOUNT } from '../dataset.ts';

/** How many measures were asked a question, and what came of it. Asked is answered and blank together. */
export interface States {
  readonly asked: number;
  readonly answered: number;
  readonly blank: number;
  readonly notAsked: number;
  /** What they answered may not be told, nor whether they were asked. */
  readonly withheld: number;
}

/**
 * The states of the answers to one variable.
 *
 * Method: counts the measures by their key (distinct answer) in one pass. A measure is in one of answered, blank, not asked
 * and withheld, and these add up to all measures.
 *
 * @throws StatisticsError `unknownVariable`
 * @example
 * statesOf(dataset, 'funding') // → { asked: 4, answered: 3, blank: 1, notAsked: 0, withheld: 0 }
 */
export function statesOf(dataset: Dataset, variable: string): States {
  const { keys, members, categories, numbers } = columnOf(dataset, variable);
  const keptBack = categories.findIndex(({ code }) => code === withheldOption.code);
  let [blank, notAsked, withheld] = [0, 0, 0];
  for (const key of keys) {
    if (key === NOT_ASKED) notAsked += 1;
    else if (key === BLANK) blank += 1;
    else if (numbers ? key === WITHHELD_AMOUNT : keptBack >= 0 && members[key]?.includes(keptBack)) withheld += 1;
  }
  const answered = dataset.size - blank - notAsked - withheld;
  return { asked: answered + blank, answered, blank, notAsked, withheld };
}
