import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { type FetcherWithComponents, useFetcher } from 'react-router';
import { useText } from '../i18n/index.ts';
import type { Refused } from '../ui/index.ts';
import type { Done } from './hub-action.ts';

export interface LocalAction {
  readonly Form: FetcherWithComponents<unknown>['Form'];
  /** What the latest press led to; undefined before any, and while it is on its way. */
  readonly outcome: Done | Refused | undefined;
  readonly busy: boolean;
  /** Where its outcome is said, and where the focus stays: what was pressed is often gone. */
  readonly place: RefObject<HTMLDivElement | null>;
}

/** Something that is done in one place of the list, and whose outcome is said there. @param key what it is about */
export function useLocalAction(key: string): LocalAction {
  const { Form, data, state } = useFetcher<Done | Refused>({ key });
  const place = useRef<HTMLDivElement>(null);
  const outcome = state === 'idle' ? data : undefined;
  useEffect(() => {
    if (outcome && 'done' in outcome) place.current?.focus({ preventScroll: true });
  }, [outcome]);
  return { Form, outcome, busy: state !== 'idle', place };
}

/** The words of what was done, in the card it was done in; and why not, when it was refused. */
export function LocalOutcome({ action: { outcome, place }, children }: { action: LocalAction; children: ReactNode }) {
  const refused = useRefused();
  return (
    <>
      <div className="action-outcome" role="status" tabIndex={-1} ref={place}>
        {children}
      </div>
      {outcome && 'code' in outcome && (
        <p className="ds-alert" data-color="danger" role="alert">
          {refused(outcome)}
        </p>
      )}
    </>
  );
}

/** Why something was refused, in words. */
export function useRefused(): (of: Refused) => string {
  const t = useText();
  return ({ issues }) => t(issues.some(({ code }) => code === 'unknownMeasure') ? 'rollOver.unknown' : 'hub.refused');
}
