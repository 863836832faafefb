import type { Round } from '@samblikk/contract/client';
import { formatDate, formatNumber, useHref, useLanguage, usePublicText } from '../i18n/index.ts';

/** The newest round: open or not, how far it has come, and the way in for those who answer. */
export function RoundStatus({ rounds }: { rounds: readonly Round[] }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const round = rounds.find(({ state }) => state === 'open') ?? rounds[0];
  if (round === undefined) return null;
  const share = round.invited === 0 ? null : (100 * round.answered) / round.invited;
  return (
    <section className="round-status" aria-labelledby="round">
      <div className="round-text">
        <h2 className="ds-heading" data-size="sm" id="round">
          {t(`round.${round.state}`, { year: String(round.year) })}
        </h2>
        <p>
          {round.state === 'open' &&
            round.deadline !== null &&
            `${t('round.deadline', { date: formatDate(round.deadline, language) })} `}
          {t('round.answered', {
            answered: formatNumber(round.answered, language),
            invited: formatNumber(round.invited, language),
          })}
        </p>
        {share !== null && (
          <svg className="round-bar" width="100%" height="12" aria-hidden="true" focusable="false">
            <rect className="round-bar-all" width="100%" height="12" rx="6" />
            <rect className="bar-0" width={`${share}%`} height="12" rx="6" />
          </svg>
        )}
      </div>
      {round.state === 'open' && (
        <a className="ds-button" href={to('/svar')}>
          {t('nav.answer')}
        </a>
      )}
    </section>
  );
}
