import './releases.css';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import {
  Breadcrumbs,
  chosenRelease,
  dated,
  editionPath,
  Notice,
  PageTitle,
  publicHeaders,
  refusal,
  releaseChangesPath,
  releaseSource,
  useDataHref,
  usePreview,
} from '../ui/index.ts';
import { ChangeList } from './change-list.tsx';
import { useChangeText } from './change-texts.ts';
import { ReleaseFacts } from './release-facts.tsx';
import { ReleaseReason } from './release-reason.tsx';

export const headers = publicHeaders;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const [, year, number] = /^(20\d\d)\.([1-9]\d{0,4})$/.exec(params.name ?? '') ?? [];
  try {
    const source = releaseSource({ context, params });
    if (!source.preview && year === undefined) throw data({ code: 'notFound' }, { status: 404 });
    const asked = new URLSearchParams(year === undefined ? [] : { year, release: String(number) });
    const { releases, release } = await chosenRelease(source, asked);
    if (release === undefined) throw data({ code: 'notFound' }, { status: 404 });
    const changes = await source.call('readReleaseChanges', { params: { id: release.id } });
    const query = { lang: languageOfPath(new URL(request.url).pathname) };
    const dataset = source.preview
      ? undefined
      : await source.api('readDataset', { params: { name: release.name }, query });
    const others = releases.filter((other) => other.year === release.year && other.id !== release.id);
    return dated(
      { release, changes, others: others.map(({ name }) => name), dataset },
      [release.frozenAt],
      source.preview,
    );
  } catch (error) {
    refusal(error);
  }
}

/** For everyone: what a release holds, why it was made, and what is public of what changed in it. */
export default function Changes() {
  const c = useChangeText();
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const preview = usePreview();
  const { release, changes, others, dataset } = useLoaderData<typeof loader>();
  const { year, number, name, reason } = release;
  const title = t('changes.title', { name });
  const place = `?year=${year}&release=${number}`;
  return (
    <>
      <PageTitle
        title={title}
        description={t('changes.lead')}
        picture={{ release: name, kind: 'release', alt: title }}
        data={dataset}
      />
      <Breadcrumbs trail={[['/om-dataene#utgaver', t('about.releases')]]} here={name} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('changes.lead')}</p>
      <Notice texts={[release.notice?.[language]]} />
      <ReleaseFacts release={release} />
      {reason !== null && (
        <section className="prose" aria-labelledby="why">
          <h2 className="ds-heading" data-size="sm" id="why">
            {c('why')}
          </h2>
          <ReleaseReason reason={reason} />
        </section>
      )}
      <section aria-labelledby="changed">
        <h2 className="ds-heading" data-size="sm" id="changed">
          {changes.before ? c('since', { name: changes.before.name }) : t('changes.sinceNone')}
        </h2>
        {changes.before ? (
          <ChangeList
            measures={changes.measures}
            pathOf={({ number: measure, change }) =>
              change === 'removed' ? undefined : `/tiltak/${measure}?round=${year}&release=${number}`
            }
          />
        ) : (
          <p>{t('changes.first')}</p>
        )}
      </section>
      <ul className="downloads">
        <li>
          <a href={to(`/tall${place}`)}>{t('nav.figures')}</a>
        </li>
        <li>
          <a href={to(`/register?round=${year}&release=${number}`)}>{t('nav.register')}</a>
        </li>
        {!preview && (
          <li>
            <a href={to(editionPath(name))}>{t('edition.files')}</a>
          </li>
        )}
        {!preview && (
          <li>
            <a href={addressOf('readReleaseChanges', { params: { id: release.id } })}>{t('changes.json')}</a>
          </li>
        )}
        {!preview &&
          others.map((other) => (
            <li key={other}>
              <a href={to(releaseChangesPath(other))}>{t('changes.title', { name: other })}</a>
            </li>
          ))}
      </ul>
    </>
  );
}
