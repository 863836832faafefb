import { type Issue, tellsOnlyOf } from './check.ts';
import { questionsRead } from './condition.ts';
import { type Edition, findQuestion } from './definition.ts';

/** What someone who was given some sections has to do with. */
export interface Part {
  /** Answers this question. */
  asks(question: string): boolean;
  /** Sees its answer: of what is answered, the title, and what decides what is asked. */
  shows(question: string): boolean;
  /** Is told this: about a question of the part, and of nothing that is not seen. */
  tells(issue: Issue): boolean;
}

/** The part of an edition that these sections are; null: all of it. */
export function partOf(edition: Edition, sections: readonly string[] | null): Part {
  if (sections === null) return { asks: () => true, shows: () => true, tells: () => true };
  const own = new Set(
    edition.sections
      .filter(({ id }) => sections.includes(id))
      .flatMap(({ questions }) => questions.map(({ id }) => id)),
  );
  const seen = new Set([edition.roles.title]);
  const look = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    const condition = findQuestion(edition, id)?.showIf;
    if (condition) questionsRead(condition).forEach(look);
  };
  own.forEach(look);
  const asks = (id: string) => own.has(id);
  const shows = (id: string) => seen.has(id);
  return { asks, shows, tells: (issue) => asks(issue.question) && tellsOnlyOf(edition, issue, shows) };
}
