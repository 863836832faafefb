import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router';
import { Norwegian, useHref, usePublicText } from '../i18n/index.ts';
import { publicHeaders, refusal } from '../ui/index.ts';
import { EmbedFrame } from './frame.tsx';
import { embeddedSearch, filtersIn, releasesIn } from './search.ts';
import { Withheld } from './withheld.tsx';

export const headers = publicHeaders;
export const handle = { embedded: true };

export async function loader(args: LoaderFunctionArgs) {
  return embeddedSearch(args).catch(refusal);
}

/** A search of the register to stand in another site: its first measures, how many there are, and where they are from. */
export default function EmbeddedRegister() {
  const t = usePublicText();
  const to = useHref();
  const list = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const q = new URLSearchParams(search).get('q') ?? '';
  const releases = releasesIn(list);
  return (
    <EmbedFrame
      title={t('register.title')}
      total={
        <>
          <strong>{t('register.hits', { n: list.total })}</strong> <Withheld list={list} />{' '}
          {list.total > list.items.length && t('embed.first', { n: list.items.length })}
        </>
      }
      filters={filtersIn(list, q, t)}
      releases={releases}
      page={`/register${search}`}
    >
      <ol className="embed-list">
        {list.items.map(({ id, number, year, title, agency }) => (
          <li key={`${id}-${year}`}>
            <a href={to(`/tiltak/${number}`)}>
              {title ? <Norwegian>{title}</Norwegian> : t('measure.untitled', { number })}
            </a>{' '}
            <span className="small subtle">
              {agency.label}
              {releases.length > 1 && ` · ${year}`}
            </span>
          </li>
        ))}
      </ol>
    </EmbedFrame>
  );
}
