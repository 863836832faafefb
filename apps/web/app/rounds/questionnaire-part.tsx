import { marksOf } from '@samblikk/questionnaire/difference';

/** One part of a form as it was and as it is: the words that came are marked, and those that went. */
export function QuestionnairePart({
  name,
  before,
  after,
  words,
}: {
  name: string;
  before: string | null;
  after: string | null;
  words: { readonly was: string; readonly isNow: string };
}) {
  const marks = marksOf(before ?? '', after ?? '').map((mark, at) => ({ ...mark, key: `${at} ${mark.text}` }));
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {marks.map(({ key, text, change }) =>
          change === 'same' ? (
            <span key={key}>{text}</span>
          ) : change === 'added' ? (
            <ins key={key}>
              <span className="visually-hidden">{`${words.isNow} `}</span>
              <span>{text}</span>
            </ins>
          ) : (
            <del key={key}>
              <span className="visually-hidden">{`${words.was} `}</span>
              <span>{text}</span>
            </del>
          ),
        )}
      </dd>
    </div>
  );
}
