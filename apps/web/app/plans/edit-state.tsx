import type { Problem, SavedPlan } from '@samblikk/contract/client';
import { amountTexts } from '@samblikk/questionnaire';
import { format } from '@samblikk/text';
import { useEffect, useRef, useState } from 'react';
import { useBlocker } from 'react-router';
import { useLanguage } from '../i18n/index.ts';
import type { Refused } from '../ui/index.ts';
import { type Conflict, Conflicts } from './conflicts.tsx';
import { useEditText } from './edit-texts.ts';
import { forgetTyped, keepTyped, keptTyped } from './kept.ts';
import { usePlanText } from './texts.ts';
import { type TypedFault, type TypedPlan, toSaved, toTyped } from './typed-plan.ts';

/** What became of a save that was refused. */
export type Outcome = Refused & { readonly conflicts?: Problem['conflicts'] };

/** The actors with others that were added; who is there already is there once. */
export const joinedBy = (
  actors: TypedPlan['actors'],
  added: readonly { readonly id: string }[],
): TypedPlan['actors'] => [
  ...actors,
  ...added
    .filter(({ id }) => !actors.some((actor) => actor.id === id))
    .map(({ id }) => ({ id, observer: false, numbers: {}, minimum: '', maximum: '' })),
];

/** Who is taken out is taken out of lines and pools too. */
export function withActors(typed: TypedPlan, actors: TypedPlan['actors']): Partial<TypedPlan> {
  const there = (id: string) => actors.some((actor) => actor.id === id);
  const without = <One extends { readonly actors: readonly string[] }>(all: readonly One[]) =>
    all.map((one) => (one.actors.every(there) ? one : { ...one, actors: one.actors.filter(there) }));
  const funding = without(typed.funding).map((line) => (there(line.giver) ? line : { ...line, giver: '' }));
  return { actors, costs: without(typed.costs), funding, pools: without(typed.pools) };
}

/** What was typed, with a part as the other made it. */
export function withTheirs(typed: TypedPlan, { question, theirs }: Conflict): TypedPlan {
  const saved = toSaved(typed);
  if ('faults' in saved) return typed;
  const [list = '', ...rest] = question.split(':');
  const id = rest.join(':');
  const items = (saved.plan as unknown as Record<string, unknown>)[list];
  const one = theirs as { id: string } | null;
  const value = !Array.isArray(items)
    ? theirs
    : one === null
      ? items.filter((item) => item.id !== id)
      : items.some((item) => item.id === id)
        ? items.map((item) => (item.id === id ? one : item))
        : [...items, one];
  return toTyped({ ...saved.plan, [list]: value } as SavedPlan);
}

/** What is typed is kept in the tab while it differs from what is saved. */
export function useKept({
  measure,
  typed,
  basedOn,
  dirty,
}: {
  measure: string;
  typed: TypedPlan;
  basedOn: number;
  dirty: boolean;
}) {
  useEffect(() => {
    if (dirty) keepTyped(measure, { typed, basedOn });
  }, [measure, typed, basedOn, dirty]);
}

/** Whoever leaves with something unsaved is asked. */
export function useLeaving(dirty: boolean, sending: React.RefObject<boolean>, question: string) {
  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (dirty && !sending.current) event.preventDefault();
    };
    addEventListener('beforeunload', leaving);
    return () => removeEventListener('beforeunload', leaving);
  }, [dirty, sending]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !sending.current && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
}

/** What was typed earlier in this tab and never saved, to bring back or discard. */
export function BringBack({
  measure,
  onBring,
}: {
  measure: string;
  onBring: (kept: { readonly basedOn: number; readonly typed: TypedPlan }) => void;
}) {
  const s = useEditText();
  const [before, setBefore] = useState<ReturnType<typeof keptTyped>>();
  useEffect(() => setBefore(keptTyped(measure)), [measure]);
  if (before === undefined) return null;
  const settle = (bring: boolean) => {
    if (bring) onBring(before);
    else forgetTyped(measure);
    setBefore(undefined);
  };
  return (
    <div className="ds-alert" data-color="info" role="status">
      <p>{s('kept')}</p>
      <div className="choice-row">
        <button className="ds-button" data-size="sm" type="button" onClick={() => settle(true)}>
          {s('bringBack')}
        </button>
        <button
          className="ds-button"
          data-size="sm"
          data-variant="secondary"
          type="button"
          onClick={() => settle(false)}
        >
          {s('discard')}
        </button>
      </div>
    </div>
  );
}

/** What must be mended before it can be saved, or was refused. */
export function Outcomes({
  outcome,
  faults,
  kept,
  nameOf,
  onChoose,
}: {
  outcome: Outcome | undefined;
  faults: readonly TypedFault[];
  kept: ReadonlySet<string>;
  nameOf: (actor: string) => string;
  onChoose: (conflict: Conflict, mine: boolean) => void;
}) {
  const s = useEditText();
  const words = usePlanText();
  const box = useRef<HTMLDivElement>(null);
  const issues = outcome?.issues ?? [];
  const some = faults.length > 0 || outcome !== undefined;
  useEffect(() => {
    if (faults.length > 0 || outcome) box.current?.focus();
  }, [faults, outcome]);
  if (!some) return null;
  return (
    <div ref={box} tabIndex={-1} className="plan-outcome">
      {faults.length > 0 && (
        <div className="ds-alert" data-color="danger" role="alert">
          <p>{s('toMend')}</p>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.id} ${fault.code}`}>
                <a href={`#${fault.id}`} onClick={(event) => focusOn(event, fault.id)}>
                  <FaultText {...fault} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {faults.length === 0 && outcome?.conflicts && (
        <Conflicts of={outcome.conflicts} kept={kept} nameOf={nameOf} onChoose={onChoose} />
      )}
      {faults.length === 0 && outcome && !outcome.conflicts && (
        <div className="ds-alert" data-color="danger" role="alert">
          <p>{issues.length > 0 ? s('toMend') : words('failed', { reason: outcome.detail ?? outcome.code })}</p>
          <ul>
            {issues.map(({ question, code, text }) => (
              <li key={`${question} ${code}`}>{text ?? code}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** The words of a fault name its field as the page does. */
function FaultText({ id, code, problem, params }: TypedFault) {
  const s = useEditText();
  const language = useLanguage();
  const [field, setField] = useState(id);
  useEffect(() => {
    const element = document.getElementById(id);
    const card = element?.closest('.plan-card')?.querySelector(':scope > legend')?.textContent;
    const label = (element?.querySelector('legend') ?? document.querySelector(`label[for="${id}"]`))?.textContent ?? id;
    setField(card && card !== label ? `${card}, ${label}` : label);
  }, [id]);
  const why = problem ? format(amountTexts[problem], language, params) : '';
  return s(code, { field, why });
}

function focusOn(event: React.MouseEvent, id: string) {
  event.preventDefault();
  const element = document.getElementById(id);
  const folded = element?.closest('details');
  if (folded) folded.open = true;
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
