import { distinctTags, writable } from '@samblikk/questionnaire';
import { useTerms } from '../lookups.ts';
import { asList } from './common.ts';
import type { ControlProps, FieldKind } from './field-kind.ts';
import { WordList } from './word-list.tsx';

function TagsControl({ question, language, value, onChange, ...rest }: ControlProps<'tags'>) {
  const { terms, look } = useTerms(question.suggestFrom, language);
  return (
    <WordList
      id={question.id}
      chosen={typeof value === 'string' ? [] : value}
      show={(word) => word}
      suggestions={terms.map((term) => ({ value: term }))}
      onTyped={look}
      accept={(text) => writable(text, ' ').trim() || undefined}
      // “Kart” and “KART” are one tag.
      onChange={(words) => onChange([...distinctTags(words)])}
      refusal={null}
      {...rest}
    />
  );
}

export const tags: FieldKind<'tags'> = { ...asList, Control: TagsControl, group: false, saves: 'atOnce' };
