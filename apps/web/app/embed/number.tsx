import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { publicHeaders, refusal } from '../ui/index.ts';
import { EmbedFrame } from './frame.tsx';
import { embeddedSearch, filtersIn, releasesIn } from './search.ts';
import { Withheld } from './withheld.tsx';

export const headers = publicHeaders;
export const handle = { embedded: true };

export async function loader(args: LoaderFunctionArgs) {
  return embeddedSearch(args).catch(refusal);
}

/** How many measures a search finds, to stand in another site. */
export default function EmbeddedNumber() {
  const t = usePublicText();
  const language = useLanguage();
  const list = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const q = new URLSearchParams(search).get('q') ?? '';
  return (
    <EmbedFrame
      title={t('register.title')}
      total={
        <>
          <span className="embed-number">
            <strong>{formatNumber(list.total, language)}</strong> {t('embed.measures', { n: list.total })}
          </span>{' '}
          <Withheld list={list} />
        </>
      }
      filters={filtersIn(list, q, t)}
      releases={releasesIn(list)}
      page={`/register${search}`}
    />
  );
}
