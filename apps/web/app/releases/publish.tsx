import type { RoundRelease } from '@samblikk/contract/client';
import { formatTime, osloDay } from '@samblikk/text';
import { osloMoment } from '@samblikk/text/oslo-clock';
import { Form } from 'react-router';
import { DayField, dayIn, faultOf, inputOf, Labelled, typedDay, useDayFault, useFieldErrors } from '../ui/index.ts';
import { useReleaseText } from './texts.ts';

/** A day and a clock in Norway, as they are typed. */
interface Typed {
  readonly day: string;
  readonly clock: string;
}

/** A moment as it is typed; of none, the clock that a publication usually has. */
export const typedMoment = (moment: string | null): Typed =>
  moment === null
    ? { day: '', clock: '09:00' }
    : { day: typedDay(osloDay(new Date(moment))), clock: formatTime(moment, 'nb') };

const clockIn = (text: string): string | undefined => {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim()) ?? [];
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
};

/** The moment in the form, by the clock in Norway. @throws RangeError when it is none */
export function momentIn(form: FormData): string {
  const clock = clockIn(String(form.get('clock') ?? ''));
  if (clock === undefined) throw new RangeError('clock');
  return osloMoment(dayIn(String(form.get('day') ?? '')), clock);
}

/** Makes a release public: now, or by itself at a moment, which may be changed and taken back until then. */
export function Publish({ release, typed }: { release: RoundRelease; typed: Typed }) {
  const s = useReleaseText();
  const values = { number: release.number, year: String(release.year) };
  const scheduled = release.publication === 'scheduled';
  return (
    <section className="hub-section" aria-labelledby="publish">
      <h2 className="ds-heading" data-size="sm" id="publish">
        {s('release.publish')}
      </h2>
      <p className="prose">{s('release.publishText')}</p>
      <Form method="post">
        <button className="ds-button" type="submit" name="what" value="publish">
          {s('release.publishYes', values)}
        </button>
      </Form>
      <h3 className="ds-heading" data-size="2xs">
        {s(scheduled ? 'release.scheduleChange' : 'release.schedule')}
      </h3>
      <Schedule key={`${typed.day} ${typed.clock}`} typed={typed} scheduled={scheduled} />
      {scheduled && (
        <Form method="post">
          <button className="ds-button" data-variant="secondary" type="submit" name="what" value="hold">
            {s('release.scheduleCancel')}
          </button>
        </Form>
      )}
    </section>
  );
}

function Schedule({ typed, scheduled }: { typed: Typed; scheduled: boolean }) {
  const s = useReleaseText();
  const dayFault = useDayFault();
  const { errors, form } = useFieldErrors((element) => ({
    day: dayFault(inputOf(element, 'day')?.value ?? ''),
    clock: clockIn(inputOf(element, 'clock')?.value ?? '') === undefined ? s('release.clockFault') : undefined,
  }));
  return (
    <Form method="post" className="form-column" {...form}>
      <div className="publish-when">
        <DayField id="day" name="day" label={s('release.day')} initial={typed.day} error={errors.day} />
        <Labelled id="clock" label={s('release.clock')} error={errors.clock}>
          <input
            className="ds-input clock-input"
            id="clock"
            name="clock"
            defaultValue={typed.clock}
            autoComplete="off"
            {...faultOf('clock', errors.clock)}
          />
        </Labelled>
      </div>
      <button className="ds-button" data-variant="secondary" type="submit" name="what" value="schedule">
        {s(scheduled ? 'release.scheduleAgain' : 'release.scheduleYes')}
      </button>
    </Form>
  );
}
