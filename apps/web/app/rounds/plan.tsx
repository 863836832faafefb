import { isPilot, type Round } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { populationPath } from '../ui/index.ts';
import { useStaffText } from './texts.ts';

/** What can be done with a round before it has answers, and with a pilot at any time: opening it, deleting it. */
export function Plan({ round: { year, state, invited }, answered }: { round: Round; answered: boolean }) {
  const s = useStaffText();
  const to = useHref();
  if (answered && state !== 'planned' && !isPilot(year)) return null;
  return (
    <section className="hub-section" aria-labelledby="plan">
      <h2 className="ds-heading" data-size="sm" id="plan">
        {s('plan.heading')}
      </h2>
      {invited === 0 && (
        <p>
          <Link to={to(populationPath(year))}>{s('plan.population')}</Link>
        </p>
      )}
      {state === 'planned' && invited > 0 && (
        <Confirmed plan="open" label={s('plan.open')} yes={s('plan.openYes')}>
          {s('plan.openText', { invited })}
        </Confirmed>
      )}
      {(!answered || isPilot(year)) && (
        <Confirmed plan="delete" label={s('plan.delete')} yes={s('plan.deleteYes')} danger>
          {s(isPilot(year) ? 'plan.deletePilot' : 'plan.deleteText')}
        </Confirmed>
      )}
    </section>
  );
}

/** A button whose first press says what the second does. */
function Confirmed({
  plan,
  label,
  yes,
  danger = false,
  children,
}: {
  plan: string;
  label: string;
  yes: string;
  danger?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="confirm staff-action">
      <summary className="ds-button" data-variant={danger ? 'tertiary' : 'secondary'}>
        {label}
      </summary>
      <Form method="post" className="confirm-box">
        <p>{children}</p>
        <input type="hidden" name="plan" value={plan} />
        <button className="ds-button" data-color={danger ? 'danger' : undefined} type="submit">
          {yes}
        </button>
      </Form>
    </details>
  );
}
