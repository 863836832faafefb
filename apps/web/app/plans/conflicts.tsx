import type { Problem } from '@samblikk/contract/client';
import { showMoment, useLanguage } from '../i18n/index.ts';
import { useAmountText } from './lines.tsx';
import { usePartName } from './part-name.ts';
import { usePlanText } from './texts.ts';

export type Conflict = NonNullable<Problem['conflicts']>[number];

/** What two people have changed to different things: both, and which is to hold. */
export function Conflicts({
  of,
  kept,
  onChoose,
}: {
  of: readonly Conflict[];
  /** The parts of which one's own is to hold. */
  kept: ReadonlySet<string>;
  onChoose: (conflict: Conflict, mine: boolean) => void;
}) {
  const s = usePlanText();
  const partName = usePartName();
  const language = useLanguage();
  const said = useSaid();
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

/** A part of a plan in some words, enough to tell two apart. */
function useSaid() {
  const s = usePlanText();
  const amountText = useAmountText();
  return (value: unknown): string => {
    if (value === null || value === undefined) return s('gone');
    if (typeof value !== 'object') return String(value);
    const { name, who, note, amount, about = false, years, phases, key, type, from } = value as Record<string, never>;
    const when = years as { from: number; to: number } | undefined;
    const parts = [
      name,
      who,
      type,
      from,
      (phases as string[] | undefined)?.join(', '),
      when && `${when.from}–${when.to}`,
      note,
      key,
    ];
    if (amount !== undefined) parts.push(amountText({ amount, about }));
    const told = parts.filter((part) => part !== undefined && part !== null && part !== '');
    return told.length > 0
      ? told.join(' · ')
      : Object.values(value)
          .filter((one) => typeof one !== 'object')
          .join(' · ');
  };
}
