import { dayFault } from '@samblikk/questionnaire';
import { osloDay, quartersAfter } from '@samblikk/text';
import { useState } from 'react';
import { Form } from 'react-router';
import { usePick } from '../i18n/index.ts';
import { DayField, dayIn, inputOf, typedDay, useFieldErrors } from '../ui/index.ts';
import { mostSnapshots, snapshotName } from './moments.ts';
import { useCalendarText } from './texts.ts';

/** What rolls on after the freeze of a round. */
export interface Rolling {
  readonly takesUpdates: boolean;
  readonly holdSnapshots: boolean;
  /** Days as they are typed. */
  readonly snapshots: readonly string[];
  readonly freezeAt: string | null;
}

/** Whether a round takes updates after its freeze, and when they are frozen in releases of their own. */
export function RollingForm({ takesUpdates, holdSnapshots, snapshots, freezeAt }: Rolling) {
  const s = useCalendarText();
  const pick = usePick();
  const [places, setPlaces] = useState([...snapshots, ''].slice(0, mostSnapshots));
  // Fields keep what is typed: other days are other fields.
  const [filled, setFilled] = useState(0);
  const { errors, form } = useFieldErrors((element) => {
    const faults: Record<string, string | undefined> = {};
    for (let at = 0; inputOf(element, snapshotName(at)); at += 1) {
      const day = dayIn((inputOf(element, snapshotName(at))?.value ?? '').trim());
      const fault = day === '' ? undefined : dayFault(day);
      if (fault) faults[snapshotName(at)] = pick(fault);
    }
    return faults;
  });
  const fill = () => {
    setPlaces(quartersAfter(osloDay(freezeAt === null ? new Date() : new Date(freezeAt))).map(typedDay));
    setFilled((before) => before + 1);
  };
  return (
    <section className="hub-section" aria-labelledby="rolling">
      <h2 className="ds-heading" data-size="sm" id="rolling">
        {s('rolling')}
      </h2>
      <p className="prose">{s('rollingText')}</p>
      <Form method="post" className="form-column" {...form}>
        <input type="hidden" name="do" value="rolling" />
        <label className="plain-choice">
          <input className="ds-input" type="checkbox" name="takesUpdates" defaultChecked={takesUpdates} />
          <span>{s('takesUpdates')}</span>
        </label>
        {places.map((day, at) => (
          <DayField
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the list, whatever stands in it
            key={`${filled} ${at}`}
            id={snapshotName(at)}
            name={snapshotName(at)}
            label={s('snapshot', { number: at + 1 })}
            help={s('snapshot.rule')}
            initial={day}
            error={errors[snapshotName(at)]}
          />
        ))}
        <div className="buttons">
          <button className="ds-button" data-variant="tertiary" data-size="sm" type="button" onClick={fill}>
            {s('quarterly')}
          </button>
          {places.length < mostSnapshots && (
            <button
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              type="button"
              onClick={() => setPlaces((before) => [...before, ''])}
            >
              {s('snapshot.more')}
            </button>
          )}
        </div>
        <label className="plain-choice">
          <input className="ds-input" type="checkbox" name="holdSnapshots" defaultChecked={holdSnapshots} />
          <span>{s('holdSnapshots')}</span>
        </label>
        <button className="ds-button" type="submit">
          {s('saveRolling')}
        </button>
      </Form>
    </section>
  );
}
