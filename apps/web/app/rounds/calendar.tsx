import type { ReplyAt } from '@samblikk/contract/client';
import { showMoment, useLanguage } from '../i18n/index.ts';
import { useStaffText } from './texts.ts';

/** What the round does by itself, in order, and what has become of it. */
export function Calendar({ calendar }: { calendar: ReplyAt<'readCalendar'> }) {
  const s = useStaffText();
  const language = useLanguage();
  if (calendar.length === 0) return null;
  return (
    <section className="hub-section" aria-labelledby="calendar">
      <h2 className="ds-heading" data-size="sm" id="calendar">
        {s('calendar.heading')}
      </h2>
      <ul className="tasks">
        {calendar.map(({ event, dueAt, outcome }) => (
          <li className="task" key={`${event} ${dueAt}`}>
            <div>
              <span>{s(`calendar.${event}`)}</span>
              <p className="small subtle">{showMoment(dueAt, language)}</p>
            </div>
            {outcome !== null && <span className="subtle small">{s(`calendar.${outcome}`)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
