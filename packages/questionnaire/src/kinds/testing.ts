import { checkAnswer } from '../check.ts';
import type { AnswerValue, KindName, QuestionOf } from '../definition.ts';
import { sameText, testEdition } from '../testing.ts';
import { kindOf } from './index.ts';
import type { Names } from './kind.ts';

/** For the tests of kinds: a question of a kind with the properties given. */
export function questionOf<K extends KindName>(
  kind: K,
  more: Omit<QuestionOf<K>, 'id' | 'kind' | 'label'>,
): QuestionOf<K> {
  return { id: 'asked', kind, label: sameText('Asked'), ...more } as QuestionOf<K>;
}

/** The codes of what is wrong with an answer. */
export function wrong(question: QuestionOf<KindName>, answer: unknown): string[] {
  return checkAnswer(testEdition, question, answer).map(({ code }) => code);
}

/** Reads one cell: the answer, or the codes of the problems. */
export function readCell(question: QuestionOf<KindName>, cell: string): AnswerValue | readonly string[] | undefined {
  const { answer, problems } = kindOf(question).read(question, [cell]);
  return problems ? problems.map(({ code }) => code) : answer;
}

/** A directory of one agency and one ministry. */
export const names: Names = {
  agency: (orgnr) => (orgnr === '991825827' ? sameText('Digdir') : undefined),
  ministry: (code) => (code === 'KMD' ? sameText('The ministry') : undefined),
};
