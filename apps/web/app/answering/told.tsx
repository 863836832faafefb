import { type ReactNode, useEffect, useRef } from 'react';

/**
 * What a press led to. It takes the focus, for the button that was pressed is often gone, and a screen reader says it.
 * @param of the outcome of the latest press: a new object each time; undefined before any
 */
export function Told({ of, children }: { of: object | undefined; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (of) box.current?.focus();
  }, [of]);
  return (
    <div role="status" ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
