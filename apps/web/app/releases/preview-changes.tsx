import './releases.css';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useLanguage, usePublicText } from '../i18n/index.ts';
import {
  Breadcrumbs,
  chosenRelease,
  dated,
  Notice,
  PageTitle,
  publicHeaders,
  refusal,
  releaseSource,
  useDataHref,
} from '../ui/index.ts';
import { ChangedIn } from './changed-in.tsx';
import { ReleaseFacts } from './release-facts.tsx';

export const headers = publicHeaders;

export async function loader({ context, params }: LoaderFunctionArgs) {
  try {
    const source = releaseSource({ context, params });
    const { release } = await chosenRelease(source, new URLSearchParams());
    if (release === undefined) throw data({ code: 'notFound' }, { status: 404 });
    const changes = await source.call('readReleaseChanges', { params: { id: release.id } });
    return dated({ release, changes }, [release.frozenAt], source.preview);
  } catch (error) {
    refusal(error);
  }
}

/** For staff: what everyone will read of what changed in a release, where its frozen files are not made yet. */
export default function PreviewChanges() {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const { release, changes } = useLoaderData<typeof loader>();
  const { year, number, name } = release;
  const title = t('changes.title', { name });
  return (
    <>
      <PageTitle title={title} />
      <Breadcrumbs trail={[['/om-dataene#utgaver', t('about.releases')]]} here={name} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('edition.lead', { year: String(year) })}</p>
      <Notice texts={[release.notice?.[language]]} />
      <ReleaseFacts release={release} />
      <ChangedIn release={release} changes={changes} />
      <ul className="downloads">
        <li>
          <a href={to(`/tall?year=${year}&release=${number}`)}>{t('nav.figures')}</a>
        </li>
        <li>
          <a href={to(`/register?round=${year}&release=${number}`)}>{t('nav.register')}</a>
        </li>
      </ul>
    </>
  );
}
