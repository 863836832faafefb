import { findQuestion } from '@samblikk/questionnaire';
import { usePick } from '../i18n/index.ts';
import { useEdition } from '../measure/index.ts';

/** What questions are called, for a list of some. */
export function useQuestionNames(ids: readonly string[], edition: string): string[] {
  const pick = usePick();
  const definition = useEdition(edition);
  return ids.flatMap((id) => {
    const question = definition && findQuestion(definition, id);
    return question ? [pick(question.name ?? question.label)] : [];
  });
}
