import type { BodyAt, ReplyAt } from '@samblikk/contract/client';

type Mapping = BodyAt<'mapSource'>;
export type Target = Mapping['columns'][number]['target'];
type Questions = ReplyAt<'readSource'>['questions'];

/** The fields of the form name what they are about; a list so that any sign may be in it. */
export const columnField = (heading: string) => JSON.stringify(['column', heading]);
export const wordField = (question: string, word: string) => JSON.stringify(['word', question, word]);
/** What a field has while nothing is changed: it says nothing. */
export const asBefore = '';

/** What was changed in the form. */
export function mappingIn(form: FormData): Mapping {
  const columns: Mapping['columns'] = [];
  const words: Mapping['words'] = [];
  for (const [name, value] of form) {
    if (!name.startsWith('[') || typeof value !== 'string' || value === asBefore) continue;
    const [kind, about = '', word = ''] = JSON.parse(name) as string[];
    if (kind === 'column') columns.push({ heading: about, target: JSON.parse(value) as Target });
    else words.push({ question: about, word, code: JSON.parse(value) as string });
  }
  return { columns, words };
}

/** What a column may be said to hold: a value for each, and the key or words it is called by. */
export function columnChoices(questions: Questions): { target: Target; label?: string; unit?: 1 | 1000 | 1_000_000 }[] {
  const units = [1, 1000, 1_000_000] as const;
  return [
    { target: { as: 'nothing' } },
    { target: { as: 'number' } },
    { target: { as: 'externalId' } },
    ...questions.flatMap(({ id: question, label, amount }) =>
      amount
        ? units.map((unit) => ({ target: { as: 'answer' as const, question, unit }, label, unit }))
        : [{ target: { as: 'answer' as const, question }, label }],
    ),
  ];
}
