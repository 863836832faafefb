import { type AgencyStanding, type Standing, standingOf } from '@samblikk/contract/client';
import { showMoment, useLanguage } from '../../i18n/index.ts';
import { useStaffText } from '../texts.ts';

const colors: Readonly<Record<Standing, string>> = {
  notStarted: 'neutral',
  opened: 'neutral',
  begun: 'info',
  submitted: 'success',
  nothingToReport: 'success',
  declined: 'danger',
};

/** How far an agency has come, and what else there is to say of its time. */
export function StandingTags({ one }: { one: AgencyStanding }) {
  const s = useStaffText();
  const language = useLanguage();
  const standing = standingOf(one);
  const until = one.reopened ? one.reopening?.until : null;
  const late = one.late && standing !== 'declined' && !until;
  return (
    <>
      <span className="ds-tag" data-color={colors[standing]} data-size="sm">
        {s(`standing.${standing}`)}
      </span>
      {late && <p className="small subtle">{s(one.state === 'submitted' ? 'followUp.late' : 'followUp.overdue')}</p>}
      {until && <p className="small subtle">{s('followUp.reopened', { until: showMoment(until, language) })}</p>}
      {one.reopening?.waiting && <p className="small">{s('followUp.asks')}</p>}
    </>
  );
}
