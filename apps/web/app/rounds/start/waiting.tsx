import type { Start, WaitingKind } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { showMoment, useHref, useLanguage } from '../../i18n/index.ts';
import {
  calendarPath,
  errorReportsPath,
  exemptionsPath,
  messagesPath,
  publishingPath,
  qualityPath,
} from '../../ui/index.ts';
import { addressOfChoice } from '../list/choice.ts';
import { useStartText } from './texts.ts';

/** Where each thing that waits is seen to. */
const places: Readonly<Record<WaitingKind, (year: number) => string>> = {
  calendarFailed: calendarPath,
  moreTime: (year) => addressOfChoice(year, { status: 'asksMoreTime' }),
  queriesAnswered: (year) => addressOfChoice(year, { status: 'answeredQuery' }),
  correctionsRefused: qualityPath,
  exemptions: exemptionsPath,
  errorReportsOverdue: () => `${errorReportsPath}?show=overdue`,
  bounces: messagesPath,
  releasesHeld: publishingPath,
  contactsUnconfirmed: (year) => addressOfChoice(year, { status: 'unconfirmed' }),
};

/** What waits for staff. */
export function Waiting({ start: { round, waiting } }: { start: Start }) {
  const s = useStartText();
  const to = useHref();
  return (
    <section className="card start-card" aria-labelledby="waiting">
      <h2 className="ds-heading" data-size="2xs" id="waiting">
        {s('waiting.heading')}
      </h2>
      {waiting.length === 0 && <p>{s('waiting.none')}</p>}
      <ul className="tasks">
        {waiting.map(({ kind, count }) => (
          <li className="task" key={kind}>
            <Link to={to(places[kind](round.year))}>{s(`waiting.${kind}`, { count })}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the calendar does next, and when. */
export function Next({ start: { next } }: { start: Start }) {
  const s = useStartText();
  const language = useLanguage();
  return (
    <section className="card start-card" aria-labelledby="next">
      <h2 className="ds-heading" data-size="2xs" id="next">
        {s('next.heading')}
      </h2>
      {next.length === 0 && <p>{s('next.none')}</p>}
      <ul className="tasks">
        {next.map(({ event, at }) => (
          <li className="task" key={`${event} ${at}`}>
            <div>
              <span>{s(`next.${event}`)}</span>
              <p className="small subtle">{showMoment(at, language)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
