import { useHref, usePublicText } from '../i18n/index.ts';
import { EmbedLine, usePreview } from '../ui/index.ts';
import type { RegisterSearch } from './search.ts';

/** Tells readers of feeds that what is new on this page can be had as Atom. Nothing is told of a preview. */
export function FeedOf({ path, title }: { path: string; title: string }) {
  const to = useHref();
  if (usePreview()) return null;
  return <link rel="alternate" type="application/atom+xml" title={title} href={to(path)} />;
}

/** How to be told of what is new in a search. */
export function Follow({ search }: { search: RegisterSearch }) {
  const t = usePublicText();
  const to = useHref();
  if (usePreview()) return null;
  const feed = search.watched('/register.atom');
  return (
    <section className="register-files" aria-labelledby="follow">
      <FeedOf path={feed} title={t('follow.feedTitle')} />
      <h2 className="ds-heading" data-size="2xs" id="follow">
        {t('follow.title')}
      </h2>
      <ul className="downloads">
        <li>
          <a href={to(search.watched('/varsle'))}>{t('follow.alert')}</a>
        </li>
        <li>
          <a href={to(feed)}>{t('follow.feed')}</a>
        </li>
      </ul>
      <details className="embed-lines">
        <summary>{t('embed.take')}</summary>
        <EmbedLine
          id="embed-list"
          path={search.watched('/embed/register')}
          label={t('embed.list')}
          title={t('register.title')}
          height={520}
        />
        <EmbedLine
          id="embed-number"
          path={search.watched('/embed/number')}
          label={t('embed.number')}
          title={t('register.title')}
          height={280}
        />
      </details>
    </section>
  );
}
