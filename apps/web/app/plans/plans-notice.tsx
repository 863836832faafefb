import type { ReplyAt } from '@samblikk/contract/client';
import { Link } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { staffText } from '../staff/index.ts';
import { planPath } from '../ui/index.ts';

/** By themselves: the agency's page is not to load the words of all plans. */
const useWords = staffText({
  noticeTitle: {
    nb: '{count, plural, one {En finansieringsplan venter på svar fra dere} other {# finansieringsplaner venter på svar fra dere}}',
    nn: '{count, plural, one {Ein finansieringsplan ventar på svar frå dykk} other {# finansieringsplanar ventar på svar frå dykk}}',
    en: '{count, plural, one {A financing plan waits for your answer} other {# financing plans wait for your answer}}',
  },
  ledBy: { nb: 'Ledes av {name}', nn: 'Blir leidd av {name}', en: 'Led by {name}' },
});

/**
 * On the agency's page: the plans whose sharing the agency has yet to answer.
 * @param of the plans the person may read; null where they could not be had
 */
export function PlansNotice({ of }: { of: ReplyAt<'listFinancingPlans'> | null }) {
  const s = useWords();
  const to = useHref();
  const waiting = (of?.plans ?? []).filter(({ waits }) => waits);
  if (waiting.length === 0) return null;
  return (
    <div className="ds-alert" data-color="info">
      <p>
        <strong>{s('noticeTitle', { count: waiting.length })}</strong>
      </p>
      <ul>
        {waiting.map(({ measure, name, lead }) => (
          <li key={measure.id}>
            <Link to={to(planPath(measure.id))}>{name}</Link> <span>{s('ledBy', { name: lead })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
