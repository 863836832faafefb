import './releases.css';
import type { ReleaseView, ReplyAt } from '@samblikk/contract/client';
import { usePublicText } from '../i18n/index.ts';
import { ChangeList } from './change-list.tsx';
import { useChangeText } from './change-texts.ts';
import { ReleaseReason } from './release-reason.tsx';

/** Why a release was made, and what is public of what changed in it. */
export function ChangedIn({ release, changes }: { release: ReleaseView; changes: ReplyAt<'readReleaseChanges'> }) {
  const c = useChangeText();
  const t = usePublicText();
  const { year, number, reason } = release;
  return (
    <>
      {reason !== null && (
        <section className="prose" aria-labelledby="why">
          <h2 className="ds-heading" data-size="sm" id="why">
            {c('why')}
          </h2>
          <ReleaseReason reason={reason} />
        </section>
      )}
      <section aria-labelledby="changed">
        <h2 className="ds-heading" data-size="sm" id="changed">
          {changes.before ? c('since', { name: changes.before.name }) : t('changes.sinceNone')}
        </h2>
        {changes.before ? (
          <ChangeList
            measures={changes.measures}
            pathOf={({ number: measure, change }) =>
              change === 'removed' ? undefined : `/tiltak/${measure}?round=${year}&release=${number}`
            }
          />
        ) : (
          <p>{t('changes.first')}</p>
        )}
      </section>
    </>
  );
}
