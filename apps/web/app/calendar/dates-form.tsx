import { Form } from 'react-router';
import { useFieldErrors } from '../ui/index.ts';
import { DateFields, useDatesCheck } from './date-fields.tsx';
import type { TypedDates } from './moments.ts';
import { useCalendarText } from './texts.ts';

/** The dates of a round, to be moved. */
export function DatesForm(dates: TypedDates) {
  const s = useCalendarText();
  const { errors, form } = useFieldErrors(useDatesCheck());
  return (
    <section className="hub-section" aria-labelledby="dates">
      <h2 className="ds-heading" data-size="sm" id="dates">
        {s('dates')}
      </h2>
      <p className="prose">{s('datesText')}</p>
      <Form method="post" className="form-column" {...form}>
        <DateFields {...dates} errors={errors} />
        <button className="ds-button" type="submit">
          {s('save')}
        </button>
      </Form>
    </section>
  );
}
