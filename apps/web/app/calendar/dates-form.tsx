import { dayFault } from '@samblikk/questionnaire';
import { Form } from 'react-router';
import { usePick } from '../i18n/index.ts';
import { DayField, dayIn, inputOf, useFieldErrors } from '../ui/index.ts';
import { type Moment, moments, reminderName } from './moments.ts';
import { useCalendarText } from './texts.ts';

/** The dates of a round, with the rule of each beside it. There is always room for one more reminder. */
export function DatesForm({ days, reminders }: { days: Record<Moment, string>; reminders: readonly string[] }) {
  const s = useCalendarText();
  const places = [...reminders, ''];
  const { errors, form } = useFieldErrors(useCheck(places.length));
  const fields = moments.map(([name]) => (
    <DayField
      key={name}
      id={name}
      name={name}
      label={s(name)}
      help={s(`${name}.rule`)}
      initial={days[name]}
      error={errors[name]}
    />
  ));
  return (
    <section className="hub-section" aria-labelledby="dates">
      <h2 className="ds-heading" data-size="sm" id="dates">
        {s('dates')}
      </h2>
      <p className="prose">{s('datesText')}</p>
      <Form method="post" className="form-column" {...form}>
        {fields[0]}
        {places.map((day, at) => (
          <DayField
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the list, whatever stands in it
            key={at}
            id={reminderName(at)}
            name={reminderName(at)}
            label={s('reminder', { number: at + 1 })}
            help={s('reminder.rule')}
            initial={day}
            error={errors[reminderName(at)]}
          />
        ))}
        {fields.slice(1)}
        <button className="ds-button" type="submit">
          {s('save')}
        </button>
      </Form>
    </section>
  );
}

/** What is no day, and days in another order than the calendar's. */
function useCheck(places: number) {
  const s = useCalendarText();
  const pick = usePick();
  return (form: HTMLFormElement) => {
    const faults: Record<string, string | undefined> = {};
    const dayOf = (id: string) => {
      const typed = inputOf(form, id)?.value ?? '';
      const day = dayIn(typed.trim());
      const fault = day === '' ? undefined : dayFault(day);
      if (fault) faults[id] = pick(fault);
      return fault ? '' : day;
    };
    let earlier: { readonly name: Moment; readonly day: string } | undefined;
    for (const [name] of moments) {
      const day = dayOf(name);
      if (day === '') continue;
      if (earlier && day < earlier.day) faults[name] = s('notBefore', { earlier: s(earlier.name) });
      else earlier = { name, day };
    }
    const [opens, deadline] = [dayOf('opensAt'), dayOf('deadline')];
    const seen = new Set<string>();
    for (let at = 0; at < places; at += 1) {
      const id = reminderName(at);
      const day = dayOf(id);
      if (day === '') continue;
      if (opens !== '' && day <= opens) faults[id] = s('notBefore', { earlier: s('opensAt') });
      else if (deadline !== '' && day > deadline) faults[id] = s('notAfter', { later: s('deadline') });
      else if (seen.has(day)) faults[id] = s('sameDay');
      seen.add(day);
    }
    return faults;
  };
}
