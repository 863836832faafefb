import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { type FetcherWithComponents, useFetcher } from 'react-router';
import { useText } from '../i18n/index.ts';
import type { Refused } from '../ui/index.ts';
import type { Done } from './hub-action.ts';

export interface Deed {
  readonly Form: FetcherWithComponents<unknown>['Form'];
  /** What the latest press led to; undefined before any, and while it is on its way. */
  readonly told: Done | Refused | undefined;
  readonly busy: boolean;
  /** Where it is told, and where the focus stays: what was pressed is often gone. */
  readonly place: RefObject<HTMLDivElement | null>;
}

/** Something that is done in one place of the list, and told there. @param key what it is about */
export function useDeed(key: string): Deed {
  const { Form, data, state } = useFetcher<Done | Refused>({ key });
  const place = useRef<HTMLDivElement>(null);
  const told = state === 'idle' ? data : undefined;
  useEffect(() => {
    if (told && 'done' in told) place.current?.focus({ preventScroll: true });
  }, [told]);
  return { Form, told, busy: state !== 'idle', place };
}

/** The words of what was done, in the card it was done in; and why not, when it was refused. */
export function ToldHere({ deed: { told, place }, children }: { deed: Deed; children: ReactNode }) {
  const refused = useRefused();
  return (
    <>
      <div className="told-here" role="status" tabIndex={-1} ref={place}>
        {children}
      </div>
      {told && 'code' in told && (
        <p className="ds-alert" data-color="danger" role="alert">
          {refused(told)}
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
