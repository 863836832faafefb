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
 * What stands in another site's page. First how many, by which filters, of when and from whom, and what must be known of the data: a frame
 * is often lower than what is in it, and nobody sees the page around it. Links lead out of the frame, since no other page of ours may
 * stand in one.
 */
export function EmbedFrame(props: {
  title: string;
  /** What it says, in a sentence: it leads, and the title stands below. */
  finding?: ReactNode;
  /** How many it is of. */
  total: ReactNode;
  filters: readonly string[];
  releases: readonly Shown[];
  /** The page with the same. */
  page: string;
  children?: ReactNode;
}) {
  const { title, finding, total, filters, releases, page, children } = props;
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  return (
    <article className="embed">
      <PageTitle title={title} />
      <base target="_top" />
      <meta name="robots" content="noindex" />
      <header>
        <h1 className="ds-heading" data-size="2xs">
          {finding ?? title}
        </h1>
        {finding !== undefined && <p className="figure-title small">{title}</p>}
        <p>{total}</p>
        {filters.length > 0 && <p className="subtle small">{filters.join(' · ')}</p>}
        <p className="embed-source small subtle">
          {releases.map(({ name, dataAsOf }) => (
            <span key={name}>{t('embed.release', { name, date: formatDate(dataAsOf, language) })} </span>
          ))}
          <a href={to(page)}>{t('embed.source')}</a>
        </p>
        <Notice texts={releases.map(({ notice }) => notice)} />
      </header>
      {children}
    </article>
  );
}
