import { may } from '@samblikk/contract/client';
import { useHref, useText } from '../i18n/index.ts';
import { startPath } from '../ui/index.ts';
import { heldBy, useSession } from './session.ts';

/**
 * The way in, and for those who are in: who they are and the way out. Public pages are the same for everyone, so that they
 * can be cached: they never say who is signed in, and lead the signed in and the others to the same place.
 */
export function SessionMenu() {
  const t = useText();
  const to = useHref();
  const session = useSession();
  if (session === undefined) {
    return (
      <a className="ds-button" data-variant="secondary" data-size="sm" href={to('/svar')}>
        {t('nav.signIn')}
      </a>
    );
  }
  return (
    <form className="session-menu" action="/auth/logout" method="post">
      {may(heldBy(session), 'round.followUp') && <a href={to(startPath)}>{t('nav.start')}</a>}
      <a href={to('/svar')}>{t('nav.signIn')}</a>
      <span>{session.name}</span>
      <button className="ds-button" data-variant="secondary" data-size="sm" type="submit">
        {t('nav.signOut')}
      </button>
    </form>
  );
}
