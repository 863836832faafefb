import type { ReactNode } from 'react';

/** A field of a small form below its label, and what is wrong with it, in words, if anything; the input says so with `faultOf`. */
export function Labelled({
  id,
  label,
  error,
  className,
  children,
}: {
  id: string;
  label: string;
  error?: string | undefined;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={className ? `ds-field ${className}` : 'ds-field'}>
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {error !== undefined && (
        <p className="ds-validation-message" id={errorId(id)}>
          {error}
        </p>
      )}
    </div>
  );
}

/** That an input is at fault, and where the words about it are. */
export const faultOf = (id: string, error: string | undefined) =>
  error === undefined ? {} : ({ 'aria-invalid': true, 'aria-describedby': errorId(id) } as const);

const errorId = (id: string): string => `${id}-error`;
