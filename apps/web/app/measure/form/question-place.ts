import { type Section, sectionOf } from '@samblikk/questionnaire';
import { useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import { useHref } from '../../i18n/index.ts';
import { checkPage, fromCheck, measurePath, wholeForm } from '../../ui/index.ts';
import { useMeasureForm } from './measure-form-context.ts';

/** The address where a question is answered: on this page if it is here, and leading back to the check page from there. */
export function useQuestionPath(): (question: string) => string {
  const { edition, draft } = useMeasureForm();
  const to = useHref();
  const { page } = useParams();
  const { search } = useLocation();
  return (id) => {
    const section = sectionOf(edition, id);
    const there = page === wholeForm ? wholeForm : (section?.id ?? '');
    const query = page === checkPage ? `?${fromCheck.name}=${fromCheck.value}` : page === there ? search : '';
    return to(`${measurePath(draft.year, draft.id, there)}${query}#${id}`);
  };
}

/** Nothing in the section must be filled in: what must is marked, as the overview says, and the rest needs no mark. */
export const allOptional = (section: Section): boolean =>
  section.questions.every((question) => question.known || !question.required);

/** Puts the focus in a question's field: the input, or the group with its legend. */
export function focusQuestion(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

/** A link to a question from elsewhere: focus goes there, after the page has moved its own to the heading. */
export function useFocusOnHash(): void {
  // The same link followed once more has another key.
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (hash.length < 2) return;
    const timer = setTimeout(() => focusQuestion(decodeURIComponent(hash.slice(1))), 0);
    return () => clearTimeout(timer);
  }, [hash, key]);
}
