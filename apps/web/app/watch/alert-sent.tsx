import { useLocation } from 'react-router';
import { useHref, usePublicText } from '../i18n/index.ts';
import { Breadcrumbs, PageTitle } from '../ui/index.ts';

export const headers = () => ({ 'cache-control': 'no-store' });

/** What a reader is told who has asked for an alert: to look in their mailbox. */
export default function AlertSent() {
  const t = usePublicText();
  const to = useHref();
  const { search } = useLocation();
  return (
    <>
      <PageTitle title={t('alert.sent')} />
      <meta name="robots" content="noindex" />
      <Breadcrumbs trail={[[`/register${search}`, t('nav.register')]]} here={t('alert.title')} />
      <h1 className="ds-heading" data-size="lg">
        {t('alert.sent')}
      </h1>
      <div className="card" role="status">
        <p>{t('alert.sentHow')}</p>
        <p>
          <a href={to(`/register${search}`)}>{t('alert.toRegister')}</a>
        </p>
      </div>
    </>
  );
}
