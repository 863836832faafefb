import { type Edition, findQuestion } from '../definition.ts';
import { type AnsweringTime, type AskedShares, answeringTime, questionTime } from './answering-time.ts';
import { differenceOf, type ItemChange, isConfirmable } from './difference.ts';

/** A change with what it costs, in seconds for each measure: more than nothing takes longer than asking the older edition again. */
export interface CostedChange extends ItemChange {
  readonly seconds: AnsweringTime;
}

/** A difference between two editions with what it costs whoever answers. All times in seconds for one measure. */
export interface CostedDifference {
  readonly changes: readonly CostedChange[];
  /** The older edition asked once more, all of it known from the year before. */
  readonly before: AnsweringTime;
  readonly after: AnsweringTime;
}

/**
 * What each change costs: the question in the newer edition less the question in the older one asked again. The questions that did
 * not change cost nothing, so the sum over changes is the difference between the two forms.
 * @param asked shares from the round that was held with the older edition
 * @param factor what to multiply the model by (`calibratedBy`)
 */
export function costOfDifference(
  before: Edition,
  after: Edition,
  editions: Readonly<Record<string, Edition>>,
  { asked, factor = 1 }: { readonly asked?: AskedShares; readonly factor?: number } = {},
): CostedDifference {
  const scaled = ({ anew, carried }: AnsweringTime): AnsweringTime => ({
    anew: factor * anew,
    carried: factor * carried,
  });
  const timeIn = (edition: Edition, id: string): AnsweringTime => {
    const question = findQuestion(edition, id);
    if (!question) return { anew: 0, carried: 0 };
    return questionTime(question, { confirmable: isConfirmable(before, edition, id, editions), asked });
  };
  const secondsOf = ({ of, id }: ItemChange): AnsweringTime => {
    if (of !== 'question') return { anew: 0, carried: 0 };
    const [then, now] = [timeIn(before, id), timeIn(after, id)];
    return { anew: now.anew - then.anew, carried: now.carried - then.carried };
  };
  return {
    changes: differenceOf(before, after, editions).map((change) => ({ ...change, seconds: scaled(secondsOf(change)) })),
    before: scaled(answeringTime(before, before, editions, asked)),
    after: scaled(answeringTime(after, before, editions, asked)),
  };
}
