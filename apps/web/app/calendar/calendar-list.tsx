import type { ReplyAt } from '@samblikk/contract/client';
import { showMoment, useLanguage } from '../i18n/index.ts';
import { useCalendarText } from './texts.ts';

/** What the round does by itself, in order, what has become of it, and what comes next. */
export function Calendar({ calendar, now }: { calendar: ReplyAt<'readCalendar'>; now: string }) {
  const s = useCalendarText();
  const language = useLanguage();
  if (calendar.length === 0) return <p>{s('none')}</p>;
  const waits = calendar.filter(({ outcome }) => outcome === null);
  const next = waits.find(({ dueAt }) => dueAt > now);
  return (
    <section className="hub-section" aria-labelledby="calendar">
      <h2 className="ds-heading" data-size="sm" id="calendar">
        {s('heading')}
      </h2>
      <ul className="tasks">
        {calendar.map((one) => (
          <li className="task" key={`${one.event} ${one.dueAt}`}>
            <div>
              <span>{s(`event.${one.event}`)}</span>
              <p className="small subtle">
                {[
                  showMoment(one.dueAt, language),
                  ...(one.toldAt === null ? [] : [s('told', { time: showMoment(one.toldAt, language) })]),
                ].join('. ')}
              </p>
            </div>
            {one.outcome !== null && (
              <span className="subtle small">
                {one.letters
                  ? s('letters', { outcome: s(`outcome.${one.outcome}`), letters: one.letters })
                  : s(`outcome.${one.outcome}`)}
              </span>
            )}
            {one.outcome === null && one.dueAt <= now && <span className="subtle small">{s('soon')}</span>}
            {one === next && (
              <span className="ds-tag" data-color="info" data-size="sm">
                {s('next')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
