import type { Reopening } from '@samblikk/contract/client';
import { Norwegian, showMoment, useLanguage, useText } from '../i18n/index.ts';
import { useStaffText } from './texts.ts';

/** For Digdir: that an agency asked for more time, and what it was told. */
export function TimeSaid({ reopening: { askedAt, askedBy, reason, until, refusals } }: { reopening: Reopening }) {
  const t = useText();
  const s = useStaffText();
  const language = useLanguage();
  const moment = (at: string) => showMoment(at, language);
  const said = [
    ...(askedAt === null
      ? []
      : [
          {
            at: askedAt,
            what: t('reopening.asked', { time: moment(askedAt), name: askedBy ?? '' }),
            words: reason,
          },
        ]),
    ...refusals.map(({ at, by, reason: words }) => ({
      at,
      what: s('moreTime.refusedBy', { time: moment(at), by }),
      words,
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <>
      {said.map(({ at, what, words }) => (
        <p key={at}>
          <span>{what}</span> {words && <Norwegian>{`«${words}»`}</Norwegian>}
        </p>
      ))}
      {until && <p>{t('reopening.until', { until: moment(until) })}</p>}
    </>
  );
}
