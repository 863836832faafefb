import { isPilot, type Reopening, type ResponseView, roundName } from '@samblikk/contract/client';
import { daysUntil, showMoment, useLanguage, usePick, useText } from '../i18n/index.ts';
import { Notice, PageTitle } from '../ui/index.ts';
import { ofStanding, type Standing } from './standing.ts';

/** Which agency and year, the deadline in words, and what is left. */
export function HubHead({
  response,
  reopening,
  now,
}: {
  response: ResponseView;
  reopening: Reopening | null;
  now: string;
}) {
  const t = useText();
  const pick = usePick();
  const { round, agency } = response;
  const title = t('hub.title', { agency: pick(agency.name), year: pick(roundName(round.year)) });
  return (
    <div className="hub-head">
      <PageTitle title={title} />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      {isPilot(round.year) && <Notice texts={[round.notice && pick(round.notice)]} />}
      <Deadline response={response} reopening={reopening} now={now} />
      <WhatIsLeft response={response} />
    </div>
  );
}

function Deadline({
  response: { round, open },
  reopening,
  now,
}: {
  response: ResponseView;
  reopening: Reopening | null;
  now: string;
}) {
  const t = useText();
  const language = useLanguage();
  if (!open) return <p className="ds-alert">{t(round.state === 'planned' ? 'hub.notOpen' : 'hub.closed')}</p>;
  if (round.state === 'closed' && round.takesUpdates && !(reopening?.until && reopening.until > now))
    return <p className="lead">{t('hub.updating')}</p>;
  // Closed for the others, perhaps before the deadline: its own last day is the one that holds.
  const deadline = round.state === 'closed' && reopening?.until ? reopening.until : round.deadline;
  if (!deadline) return <p className="lead">{t('hub.noDeadline')}</p>;
  const days = daysUntil(deadline, now);
  const key = deadline < now ? 'hub.late' : 'hub.deadline';
  return <p className="lead">{t(key, { deadline: showMoment(deadline, language), days })}</p>;
}

/** How many measures are not ready, are ready and are sent in, and how many of last year's nothing is said about. */
function WhatIsLeft({ response: { measures, previous, open } }: { response: ResponseView }) {
  const t = useText();
  if (!open) return null;
  const count = (wanted: Standing) => ofStanding(measures, wanted).length;
  const values = { left: count('left'), ready: count('ready'), sent: count('sent') };
  const undecided = previous.filter(({ outcome }) => outcome === null).length;
  const said = [
    measures.length > 0 && t('hub.todo', values),
    undecided > 0 && t('hub.undecided', { count: undecided, year: String(previous[0]?.year) }),
  ].filter(Boolean);
  return said.length > 0 ? <p className="hub-left">{said.join(' ')}</p> : null;
}
