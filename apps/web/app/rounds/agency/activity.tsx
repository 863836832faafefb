import type { AgencyFollowUp } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { showMoment, useHref, useLanguage } from '../../i18n/index.ts';
import { receiptPath } from '../../ui/index.ts';
import { useAgencyText } from './texts.ts';

interface SentIn {
  readonly about: AgencyFollowUp;
  /** Whether whoever reads may open a receipt, which has all answers. */
  readonly mayOpen: boolean;
}

/** What the agency has sent in, newest first. */
export function Receipts({ about: { round, standing, submissions }, mayOpen }: SentIn) {
  const s = useAgencyText();
  const to = useHref();
  const language = useLanguage();
  if (submissions.length === 0) return null;
  return (
    <section className="hub-section" aria-labelledby="receipts">
      <h2 className="ds-heading" data-size="sm" id="receipts">
        {s('sent.heading')}
      </h2>
      <ul className="tasks">
        {submissions.map(({ receipt, submittedAt }) => (
          <li className="task" key={receipt}>
            {mayOpen ? <Link to={to(receiptPath(round.year, standing.orgnr, receipt))}>{receipt}</Link> : receipt}
            <span className="small subtle">{showMoment(submittedAt, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has happened between the agency and the round, newest first. */
export function Activity({ about: { activity } }: { about: AgencyFollowUp }) {
  const s = useAgencyText();
  const language = useLanguage();
  return (
    <section className="hub-section" aria-labelledby="activity">
      <h2 className="ds-heading" data-size="sm" id="activity">
        {s('activity.heading')}
      </h2>
      {activity.length === 0 && <p className="subtle">{s('activity.none')}</p>}
      <ul className="tasks">
        {activity.map(({ at, what, by }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may happen at once; the list is read anew as a whole
          <li className="task" key={`${at} ${what} ${place}`}>
            <span>{[s(`activity.${what}`), by].filter(Boolean).join(', ')}</span>
            <span className="small subtle">{showMoment(at, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
