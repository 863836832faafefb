import { type ReactNode, useEffect, useRef } from 'react';
import type { Refused } from './refused.ts';

/**
 * What a press led to, in words: what was done, or why not. What was done takes the focus, for the button that was pressed is
 * often gone, and a screen reader says it.
 * @param of the outcome of the latest press: a new object each time; undefined before any
 */
export function ActionOutcome<Done extends { readonly done: string }>({
  of,
  done: whenDone,
  refused: whenRefused,
}: {
  of: Done | Refused | undefined;
  done: (of: Done) => ReactNode;
  refused: (of: Refused) => string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const done = of && 'done' in of ? of : undefined;
  const refused = of && 'code' in of ? of : undefined;
  useEffect(() => {
    if (done) box.current?.focus();
  }, [done]);
  return (
    <>
      <div role="status" ref={box} tabIndex={-1}>
        {done && (
          <p className="ds-alert" data-color="success">
            {whenDone(done)}
          </p>
        )}
      </div>
      {refused && (
        <p className="ds-alert" data-color="danger" role="alert">
          {whenRefused(refused)}
        </p>
      )}
    </>
  );
}
