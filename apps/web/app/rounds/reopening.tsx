import type { Reopening, ResponseView } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { showMoment, useLanguage, useText } from '../i18n/index.ts';
import { Labelled } from '../ui/index.ts';

/** After the round has closed: ask for more time, or see that it is asked. Shown to those who answer. */
export function AskReopening({
  response,
  reopening,
  now,
}: {
  response: ResponseView;
  reopening: Reopening | null;
  now: string;
}) {
  const t = useText();
  const language = useLanguage();
  const { round, open, mayWrite } = response;
  if (round.state === 'planned') return null;
  if (open && reopening?.until && reopening.until > now) {
    const { until } = reopening;
    return <p className="ds-alert">{t('reopening.until', { until: showMoment(until, language) })}</p>;
  }
  if (open || !mayWrite) return null;
  if (reopening?.waiting && reopening.askedAt) {
    const values = { time: showMoment(reopening.askedAt, language), name: reopening.askedBy ?? '' };
    return <p className="ds-alert">{t('reopening.asked', values)}</p>;
  }
  return (
    <section className="hub-section" aria-labelledby="more-time">
      <h2 className="ds-heading" data-size="sm" id="more-time">
        {t('reopening.title')}
      </h2>
      <Form method="post" className="confirm-box">
        <input type="hidden" name="moreTime" value="yes" />
        <Labelled id="more-time-reason" label={t('reopening.reason')}>
          <textarea className="ds-input" id="more-time-reason" name="reason" rows={3} maxLength={1000} required />
        </Labelled>
        <button className="ds-button" data-variant="secondary" type="submit">
          {t('reopening.ask')}
        </button>
      </Form>
    </section>
  );
}
