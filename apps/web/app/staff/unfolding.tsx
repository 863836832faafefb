import { type ReactNode, useState } from 'react';
import { useActionData } from 'react-router';

/** A small form that is there once it is asked for, until what it sent is done. What is typed in the others stays. */
export function Unfolding({
  label,
  about,
  children,
}: {
  label: string;
  /** What it is of, for those who do not see where it stands. */
  about?: string | undefined;
  children: ReactNode;
}) {
  const outcome: unknown = useActionData();
  const [isOpen, setOpen] = useState(false);
  const [sent, setSent] = useState<{ readonly before: unknown }>();
  if (sent && outcome !== sent.before) {
    setSent(undefined);
    if (typeof outcome === 'object' && outcome && 'done' in outcome) setOpen(false);
  }
  return (
    <details
      className="confirm"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onSubmit={() => setSent({ before: outcome })}
    >
      <summary>
        <span>{label}</span>
        {about && <span className="visually-hidden">{` – ${about}`}</span>}
      </summary>
      {isOpen && children}
    </details>
  );
}
