import './release-reason.css';
import type { ReleaseReason as Reason } from '@samblikk/contract/client';
import { Norwegian, useLanguage } from '../i18n/index.ts';
import { useChangeText } from './change-texts.ts';

/** Why a release was made: in the page's language where it was written in it; else in bokmål, which is said. */
export function ReleaseReason({ reason, small = false }: { reason: Reason; small?: boolean }) {
  const c = useChangeText();
  const language = useLanguage();
  const own = reason[language];
  return (
    <p className={small ? 'small release-reason' : 'release-reason'}>
      {own ? (
        <span>{own}</span>
      ) : (
        <>
          <Norwegian>{reason.nb}</Norwegian> <span className="subtle small">{c('why.onlyNorwegian')}</span>
        </>
      )}
    </p>
  );
}
