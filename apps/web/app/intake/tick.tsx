import { type ReactNode, type RefObject, useId } from 'react';

/** Something about a list that is to be so, or not; and what is wrong while it is not. */
export function Tick({
  on,
  onChange,
  box,
  fault,
  children,
}: {
  on: boolean;
  onChange: (on: boolean) => void;
  box?: RefObject<HTMLInputElement | null>;
  fault?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <>
      <label className="sheet-will">
        <input
          type="checkbox"
          className="ds-input"
          checked={on}
          ref={box}
          {...(fault && { 'aria-invalid': true, 'aria-describedby': id })}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{children}</span>
      </label>
      {fault && (
        <p className="ds-validation-message" data-color="danger" id={id}>
          {fault}
        </p>
      )}
    </>
  );
}
