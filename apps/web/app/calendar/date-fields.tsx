import { dayFault } from '@samblikk/questionnaire';
import { useState } from 'react';
import { usePick, useText } from '../i18n/index.ts';
import { DayField, dayIn, inputOf } from '../ui/index.ts';
import { type Moment, moments, mostReminders, reminderName, type TypedDates } from './moments.ts';
import { useCalendarText } from './texts.ts';

/** The dates of a round, with the rule of each beside it. There is always room for one more reminder. */
export function DateFields({
  days,
  reminders,
  errors,
  reminderHelp,
}: TypedDates & {
  errors: Readonly<Record<string, string | undefined>>;
  /** What more is said beside each reminder. */
  reminderHelp?: readonly string[];
}) {
  const s = useCalendarText();
  const [places, setPlaces] = useState([...reminders, ''].slice(0, mostReminders));
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
    <>
      {fields[0]}
      {places.map((day, at) => (
        <DayField
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the list, whatever stands in it
          key={at}
          id={reminderName(at)}
          name={reminderName(at)}
          label={s('reminder', { number: at + 1 })}
          help={[s('reminder.rule'), reminderHelp?.[at]].filter(Boolean).join(' ')}
          initial={day}
          error={errors[reminderName(at)]}
        />
      ))}
      {places.length < mostReminders && (
        <button
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          type="button"
          onClick={() => setPlaces((before) => [...before, ''])}
        >
          {s('reminder.more')}
        </button>
      )}
      {fields.slice(1)}
    </>
  );
}

/** What is no day, days in another order than the calendar's, and days that are missing. */
export function useDatesCheck(needed: readonly Moment[] = []) {
  const s = useCalendarText();
  const t = useText();
  const pick = usePick();
  return (form: HTMLFormElement): Record<string, string | undefined> => {
    const faults: Record<string, string | undefined> = {};
    const dayOf = (id: string) => {
      const day = dayIn((inputOf(form, id)?.value ?? '').trim());
      const fault = day === '' ? undefined : dayFault(day);
      if (fault) faults[id] = pick(fault);
      return fault ? '' : day;
    };
    let earlier: { readonly name: Moment; readonly day: string } | undefined;
    for (const [name] of moments) {
      const day = dayOf(name);
      if (day === '' && !faults[name] && needed.includes(name)) faults[name] = t('field.dateMissing');
      if (day === '') continue;
      if (earlier && day < earlier.day) faults[name] = s('notBefore', { earlier: s(earlier.name) });
      else earlier = { name, day };
    }
    // What is at fault itself is nothing to hold reminders against.
    const fine = (name: Moment) => (faults[name] ? '' : dayOf(name));
    const [opens, deadline] = [fine('opensAt'), fine('deadline')];
    const seen = new Set<string>();
    for (let at = 0; inputOf(form, reminderName(at)); at += 1) {
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
