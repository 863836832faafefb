import type { ReactNode } from 'react';
import { formatNumber, useLanguage } from '../i18n/index.ts';
import { Labelled } from '../ui/index.ts';

/** An amount in kroner as people type it; digits are shown with room between thousands. */
export function AmountField({ name, label, typed }: { name: string; label: string; typed: string }) {
  const language = useLanguage();
  return (
    <Labelled id={name} label={label}>
      <input
        className="ds-input"
        id={name}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={/^\d+$/u.test(typed) ? formatNumber(Number(typed), language) : typed}
      />
    </Labelled>
  );
}

/** A box to tick, with what it stands for beside it. */
export function TickBox(props: { name: string; value: string; ticked?: boolean; children: ReactNode }) {
  return (
    <label className="tick-box">
      <input type="checkbox" className="ds-input" name={props.name} value={props.value} defaultChecked={props.ticked} />
      {props.children}
    </label>
  );
}

/** What is wrong with what was asked, if anything. */
export function Fault({ fault }: { fault: string | null }) {
  return (
    fault !== null && (
      <div className="ds-alert" data-color="danger" role="alert">
        {fault}
      </div>
    )
  );
}
