import type { Problem } from '@samblikk/contract/client';
import { showMoment, useLanguage } from '../i18n/index.ts';
import { usePartName } from './part-name.ts';
import { useSaid } from './said.ts';
import { usePlanText } from './texts.ts';

export type Conflict = NonNullable<Problem['conflicts']>[number];

/** What two people have changed to different things: both, and which is to hold. */
export function Conflicts({
  of,
  kept,
  nameOf,
  onChoose,
}: {
  of: readonly Conflict[];
  /** The parts of which one's own is to hold. */
  kept: ReadonlySet<string>;
  nameOf: (actor: string) => string;
  onChoose: (conflict: Conflict, mine: boolean) => void;
}) {
  const s = usePlanText();
  const partName = usePartName();
  const language = useLanguage();
  const said = useSaid(nameOf);
  return (
    <div className="ds-alert" data-color="warning" role="alert">
      <p>{s('conflict')}</p>
      {of.map((conflict) => {
        const { question, author, at, yours, theirs } = conflict;
        return (
          <fieldset key={question} className="ds-fieldset">
            <legend className="ds-label">
              {s('conflictOf', { part: partName(question), name: author, time: showMoment(at, language) })}
            </legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className="plain-choice">
                <input
                  className="ds-input"
                  type="radio"
                  name={`conflict-${question}`}
                  checked={kept.has(question) === (side === 'mine')}
                  onChange={() => onChoose(conflict, side === 'mine')}
                />
                <span>{s(side, { value: said(side === 'mine' ? yours : theirs) })}</span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
