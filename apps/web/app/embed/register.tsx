import '../register/register.css';
import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router';
import { usePublicText } from '../i18n/index.ts';
import { MeasureList } from '../register/index.ts';
import { publicHeaders, refusal } from '../ui/index.ts';
import { EmbedFrame } from './frame.tsx';
import { embeddedSearch, filtersIn, releasesIn } from './search.ts';

export const headers = publicHeaders;
export const handle = { embedded: true };

export async function loader(args: LoaderFunctionArgs) {
  return embeddedSearch(args).catch(refusal);
}

/** A search of the register to stand in another site: its first measures, how many there are, and where they are from. */
export default function EmbeddedRegister() {
  const t = usePublicText();
  const list = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const q = new URLSearchParams(search).get('q') ?? '';
  const releases = releasesIn(list);
  return (
    <EmbedFrame
      title={t('register.title')}
      filters={filtersIn(list, q, (words) => t('embed.words', { q: words }))}
      releases={releases}
      page={`/register${search}`}
    >
      <p>
        <strong>{t('register.hits', { n: list.total })}</strong>{' '}
        {list.withheld !== null && list.withheld > 0 && <span>{t('register.withheld', { n: list.withheld })}</span>}
        {list.total > list.items.length && <span>{t('embed.first', { n: list.items.length })}</span>}
      </p>
      <MeasureList items={list.items} facets={list.facets} years={releases.length} heading="h2" />
    </EmbedFrame>
  );
}
