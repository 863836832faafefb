import type { ReleaseView } from '@samblikk/contract/client';
import { formatDate, formatMoment, formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';

/** What a release holds, and as of when. */
export function ReleaseFacts({ release }: { release: ReleaseView }) {
  const t = usePublicText();
  const language = useLanguage();
  const count = (value: number) => formatNumber(value, language);
  const facts = [
    [t('releases.dataAsOf'), formatDate(release.dataAsOf, language)],
    [t('releases.frozen'), formatMoment(release.frozenAt, language)],
    [t('releases.measures'), count(release.measures)],
    [t('changes.public'), count(release.publicMeasures)],
    [
      t('releases.answered'),
      t('home.answeredOf', { answered: count(release.answered), invited: count(release.invited) }),
    ],
  ] as const;
  return (
    <dl className="release-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
