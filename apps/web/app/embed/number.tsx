import { type LoaderFunctionArgs, useLoaderData, useLocation } from 'react-router';
import { formatNumber, useLanguage, usePublicText } from '../i18n/index.ts';
import { publicHeaders, refusal } from '../ui/index.ts';
import { EmbedFrame } from './frame.tsx';
import { embeddedSearch, filtersIn, releasesIn } from './search.ts';

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
      filters={filtersIn(list, q, (words) => t('embed.words', { q: words }))}
      releases={releasesIn(list)}
      page={`/register${search}`}
    >
      <p className="embed-number">
        <strong>{formatNumber(list.total, language)}</strong> <span>{t('embed.measures', { n: list.total })}</span>
      </p>
      {list.withheld !== null && list.withheld > 0 && (
        <p className="small">{t('register.withheld', { n: list.withheld })}</p>
      )}
    </EmbedFrame>
  );
}
