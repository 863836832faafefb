import { useHref, useText } from '../i18n/index.ts';

/** The foot of every page: where to read more, whom to ask, and on what terms everything may be used. */
export function Footer() {
  const t = useText();
  const to = useHref();
  return (
    <footer className="site-footer">
      <div className="wide site-footer-grid">
        <div>
          <p className="site-footer-name">Samblikk</p>
          <p>{t('footer.what')}</p>
        </div>
        <nav aria-label={t('footer.more')}>
          <ul>
            <li>
              <a href={to('/endringer')}>{t('footer.news')}</a>
            </li>
            <li>
              <a href={to('/mangler')}>{t('footer.missing')}</a>
            </li>
            <li>
              <a href={to('/finansiering')}>{t('footer.financing')}</a>
            </li>
            <li>
              <a href={to('/om-dataene')}>{t('nav.about')}</a>
            </li>
            <li>
              <a href={to('/om-dataene#api')}>{t('footer.api')}</a>
            </li>
            <li>
              <a href={to('/om-dataene#tilgjengelighet')}>{t('footer.accessibility')}</a>
            </li>
            <li>
              <a href={to('/om-dataene#kontakt')}>{t('footer.contact')}</a>
            </li>
          </ul>
        </nav>
        <div>
          <p>{t('footer.licence')}</p>
          <p>
            <a href="https://data.norge.no/nlod/no/2.0">{t('footer.nlod')}</a>
          </p>
        </div>
      </div>
    </footer>
  );
}
