import type { Language, Option } from '@samblikk/questionnaire';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../../i18n/index.ts';

/** From how many options a list is folded: more than this is too much to read, and to pass with the keyboard, each time. */
export const foldedFrom = 15;

interface LongListProps {
  options: readonly Option[];
  chosen: readonly string[];
  language: Language;
  /** The options that are to be seen, in the order of the list. */
  children: (shown: readonly Option[]) => ReactNode;
}

/** A long list of options: the chosen ones are seen, the others are searched for or unfolded. */
export function LongList({ options, chosen, language, children }: LongListProps) {
  const t = useText();
  const id = useId();
  const [query, setQuery] = useState('');
  const [all, setAll] = useState(false);
  // What was chosen stays when it is no longer: nothing vanishes under the finger or the focus.
  const [kept, setKept] = useState(chosen);
  const added = chosen.filter((code) => !kept.includes(code));
  if (added.length > 0) setKept([...kept, ...added]);

  const words = query.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = options.filter(({ label, help }) => {
    const text = `${label[language]} ${help?.[language] ?? ''}`.toLocaleLowerCase(language);
    return words.length > 0 && words.every((word) => text.includes(word));
  });
  const shown = all ? options : options.filter((option) => kept.includes(option.code) || found.includes(option));
  const fold = () => {
    setAll(!all);
    setQuery('');
    setKept(chosen);
  };
  return (
    <>
      <div className="list-search">
        {!all && (
          <div className="ds-field">
            <label className="ds-label" htmlFor={id}>
              {t('field.searchOptions', { count: options.length })}
            </label>
            <input
              className="ds-input"
              type="search"
              id={id}
              value={query}
              autoComplete="off"
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                // Enter in a field sends the form: here it only ends the search.
                if (event.key === 'Enter') event.preventDefault();
              }}
            />
          </div>
        )}
        <button className="ds-button" data-variant="secondary" data-size="sm" type="button" onClick={fold}>
          {t(all ? 'field.fewerOptions' : 'field.allOptions', { count: options.length })}
        </button>
      </div>
      <p className="in-words" role="status">
        {words.length > 0 && t('field.foundOptions', { count: found.length })}
      </p>
      {shown.length > 0 && children(shown)}
    </>
  );
}
