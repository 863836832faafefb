import { type Edition, type KindName, type Language, type Question, questionsOf } from '../definition.ts';
import { kindOf } from '../kinds/index.ts';
import { isConfirmable } from './difference.ts';

/*
 * How long a form takes, as a model: simple, so that anyone can reckon it again, and only good for comparing forms. What an
 * agency really used is measured (its savings), and `calibratedBy` moves the model to it.
 *
 * A question costs the reading of it and the answering of it. Reading: 200 words a minute, for label, help and options; adults
 * read 238 words of prose a minute in silence (Brysbaert 2019, Journal of Memory and Language 109), and a form is no prose.
 * Answering: seconds by kind, as below: a guess, stated. Confirming last year's answer: reading the label, and 3 seconds.
 */

/** Words read in a minute. */
export const readingPace = 200;

/** Seconds to answer, once the question is read. */
export const answeringSeconds: Readonly<Record<KindName, number>> = {
  text: 15,
  longText: 90,
  email: 8,
  single: 5,
  multiple: 12,
  amount: 30,
  date: 12,
  tags: 25,
  agency: 0,
  ministry: 0,
  agencies: 30,
  legalBasis: 20,
  fields: 20,
};

/** Seconds to see that last year's answer still holds. */
export const confirmingSeconds = 3;

/** How often a question with a condition is asked, where nothing is known of it. */
export const askedUnlessKnown = 0.5;

/** The share of measures that are asked a question, by its id, as it was in a round that has been held. */
export type AskedShares = Readonly<Record<string, number>>;

/** What one measure takes, in seconds. */
export interface AnsweringTime {
  /** A measure that is new this year. */
  readonly anew: number;
  /** One from last year, with its answers shown to be confirmed where the two editions compare. */
  readonly carried: number;
}

/** What one question takes of one measure, on the average over measures: those that are not asked it count as nothing. */
export function questionTime(
  question: Question,
  {
    confirmable,
    asked,
    language = 'nb',
  }: { confirmable: boolean; asked?: AskedShares | undefined; language?: Language },
): AnsweringTime {
  if (question.known) return { anew: 0, carried: 0 };
  const share = question.showIf ? (asked?.[question.id] ?? askedUnlessKnown) : 1;
  const options = kindOf(question).choices(question);
  const label = words(question.label[language]);
  // Nobody reads a long list to the end: they look in it.
  const read =
    label +
    words(question.help?.[language]) +
    Math.min(
      60,
      options.reduce((sum, one) => sum + words(one.label[language]), 0),
    );
  const anew = share * (seconds(read) + answeringSeconds[question.kind]);
  return { anew, carried: confirmable ? share * (seconds(label) + confirmingSeconds) : anew };
}

/** What a measure takes with an edition, when last year's answers are those of `previous`. */
export function answeringTime(
  edition: Edition,
  previous: Edition,
  editions: Readonly<Record<string, Edition>>,
  asked?: AskedShares,
): AnsweringTime {
  const each = questionsOf(edition).map((question) =>
    questionTime(question, { confirmable: isConfirmable(previous, edition, question.id, editions), asked }),
  );
  const sum = (name: keyof AnsweringTime) => each.reduce((total, time) => total + time[name], 0);
  return { anew: sum('anew'), carried: sum('carried') };
}

const words = (text: string | undefined) => text?.split(/\s+/).filter(Boolean).length ?? 0;
const seconds = (read: number) => (60 * read) / readingPace;

/** What was measured of one agency: minutes used, and what the model gives for the answers it gave, in seconds. */
export interface Measured {
  readonly minutes: number;
  readonly modelled: number;
}

/** The fewest agencies that may move the model. */
export const fewestMeasured = 5;

/** What to multiply the model by so that it fits what was measured: the median over agencies; 1 where too few were. */
export function calibratedBy(measured: readonly Measured[]): number {
  const factors = measured
    .filter(({ minutes, modelled }) => minutes > 0 && modelled > 0)
    .map(({ minutes, modelled }) => (60 * minutes) / modelled)
    .sort((a, b) => a - b);
  if (factors.length < fewestMeasured) return 1;
  const [low, high] = [factors[Math.floor((factors.length - 1) / 2)], factors[Math.ceil((factors.length - 1) / 2)]];
  return ((low ?? 1) + (high ?? 1)) / 2;
}
