import type { Reopening, ResponseView } from '@samblikk/contract/client';
import { Form } from 'react-router';
import { Norwegian, showMoment, useLanguage, usePick, useText } from '../i18n/index.ts';
import { Labelled } from '../ui/index.ts';

/** Not among the words of signed-in pages: a page of the form is not to load them. */
const refusedWords = {
  title: {
    nb: 'Dere får ikke mer tid',
    nn: 'De får ikkje meir tid',
    en: 'You get no more time',
  },
  next: {
    nb: 'Det dere alt har sendt inn, står som det er. Har noe endret seg, kan dere be på nytt.',
    nn: 'Det de alt har sendt inn, står som det er. Har noko endra seg, kan de be på nytt.',
    en: 'What you have submitted stands as it is. If something has changed, you may ask again.',
  },
};

/** After the round has closed: ask for more time, or see that it is asked, or refused. Shown to those who answer. */
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
      {reopening?.refused && reopening.refusals[0] && <Refusal refusal={reopening.refusals[0]} />}
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

/** Why it was refused, and what can be done. */
function Refusal({ refusal: { at, reason } }: { refusal: Reopening['refusals'][number] }) {
  const pick = usePick();
  const language = useLanguage();
  return (
    <div className="ds-alert" data-color="warning">
      <h3 className="ds-heading" data-size="2xs">
        {pick(refusedWords.title)}
      </h3>
      <p>
        <Norwegian>{`«${reason}»`}</Norwegian> <span className="subtle">{`(Digdir, ${showMoment(at, language)})`}</span>
      </p>
      <p>{pick(refusedWords.next)}</p>
    </div>
  );
}
