import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Unfolding } from '../staff/index.ts';
import { faultOf, Labelled, useFieldErrors } from '../ui/index.ts';
import { useStaffText } from './texts.ts';
import { wordsIn } from './words-in.ts';

/** Says no to an agency that waits for more time. */
export function RefuseTime({
  id,
  name,
  children,
}: {
  /** Of the field, on the page. */
  id: string;
  /** The agency's, where the page has several. */
  name?: string;
  /** What tells the page which form it is. */
  children: ReactNode;
}) {
  const s = useStaffText();
  const { errors, form } = useFieldErrors((form) => ({
    reason: wordsIn(form, 'reason') ? undefined : s('moreTime.reasonMissing'),
  }));
  const of = name && <span className="visually-hidden">{` – ${name}`}</span>;
  return (
    <Unfolding label={s('moreTime.refuse')} about={name}>
      <Form method="post" className="confirm-box" {...form}>
        {children}
        <Labelled id={id} label={s('moreTime.reason')} error={errors.reason} className="wide-field">
          <textarea
            className="ds-input"
            id={id}
            name="reason"
            rows={3}
            maxLength={1000}
            {...faultOf(id, errors.reason)}
          />
        </Labelled>
        <button className="ds-button" data-size="sm" data-variant="secondary" type="submit">
          <span>{s('moreTime.sendRefusal')}</span>
          {of}
        </button>
      </Form>
    </Unfolding>
  );
}
