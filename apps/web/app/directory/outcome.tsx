import { useEffect, useRef } from 'react';
import { ActionOutcome } from '../ui/index.ts';
import type { Outcome } from './directory-action.ts';
import { useDirectoryText } from './texts.ts';

/** What was done or refused, at the top of the page. */
export function OutcomeBox({ of }: { of: Outcome | undefined }) {
  const s = useDirectoryText();
  const box = useRef<HTMLDivElement>(null);
  const refused = of && 'code' in of ? of : undefined;
  // The form is screens away, and keeps the focus: one corrects it there.
  useEffect(() => {
    if (refused) box.current?.scrollIntoView({ block: 'nearest' });
  }, [refused]);
  return (
    <div ref={box}>
      <ActionOutcome
        of={of && ('done' in of || 'code' in of) ? of : undefined}
        done={({ done }) => s(`done.${done}`)}
        refused={({ detail, code }) => s('refused', { reason: detail ?? code })}
      />
    </div>
  );
}
