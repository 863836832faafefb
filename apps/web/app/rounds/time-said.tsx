import type { Reopening } from '@samblikk/contract/client';
import { Norwegian, showMoment, useLanguage, useText } from '../i18n/index.ts';
import { useStaffText } from './texts.ts';

/** For Digdir: that an agency asked for more time, and what it was told. */
export function TimeSaid({ reopening: { askedAt, askedBy, reason, until, refusals } }: { reopening: Reopening }) {
  const t = useText();
  const s = useStaffText();
  const language = useLanguage();
  const moment = (at: string) => showMoment(at, language);
  return (
    <>
      {askedAt && (
        <p>
          <span>{t('reopening.asked', { time: moment(askedAt), name: askedBy ?? '' })}</span>
          {reason && <span>{` «${reason}»`}</span>}
        </p>
      )}
      {refusals.map(({ at, by, reason: why }) => (
        <p key={at}>
          <span>{s('moreTime.refusedBy', { time: moment(at), by })}</span> <Norwegian>{`«${why}»`}</Norwegian>
        </p>
      ))}
      {until && <p>{t('reopening.until', { until: moment(until) })}</p>}
    </>
  );
}
