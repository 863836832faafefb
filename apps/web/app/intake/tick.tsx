import type { ReactNode } from 'react';

/** Something about a list that is to be so, or not. */
export function Tick({
  on,
  onChange,
  children,
}: {
  on: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className="sheet-will">
      <input type="checkbox" className="ds-input" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
