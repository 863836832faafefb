import './embed.css';
import type { ReactNode } from 'react';
import { formatDate, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { Notice, PageTitle } from '../ui/index.ts';

/** A release as what is embedded tells it. */
interface Shown {
  readonly name: string;
  readonly dataAsOf: string;
  readonly notice: string | null;
}

/**
 * What stands in another site's page: its title, what it is of, and where it is from. Never without period, filter and source, for
 * nobody sees the page around it. Links lead out of the frame, since no other page of ours may stand in one.
 */
export function EmbedFrame(props: {
  title: string;
  filters: readonly string[];
  releases: readonly Shown[];
  /** The page with the same. */
  page: string;
  children: ReactNode;
}) {
  const { title, filters, releases, page, children } = props;
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  return (
    <article className="embed">
      <PageTitle title={title} />
      <base target="_top" />
      <meta name="robots" content="noindex" />
      <h1 className="ds-heading" data-size="sm">
        {title}
      </h1>
      {filters.length > 0 && <p className="subtle small">{filters.join(' · ')}</p>}
      <Notice texts={releases.map(({ notice }) => notice)} />
      {children}
      <footer className="embed-source small subtle">
        <p>
          {releases.map(({ name, dataAsOf }) => (
            <span key={name}>{t('embed.release', { name, date: formatDate(dataAsOf, language) })} </span>
          ))}
        </p>
        <p>
          <a href={to(page)}>{t('embed.source')}</a>
        </p>
      </footer>
    </article>
  );
}
