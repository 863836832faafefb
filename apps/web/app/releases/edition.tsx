import './releases.css';
import './edition.css';
import { formats, type Publication } from '@samblikk/contract/client';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatNumber, languageOfPath, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { addressOf, apiOf } from '../platform/index.ts';
import {
  Breadcrumbs,
  dated,
  editionPath,
  Notice,
  newestEdition,
  PageTitle,
  publicHeaders,
  redirectTo,
  refusal,
  releaseChangesPath,
} from '../ui/index.ts';
import { ChangedIn } from './changed-in.tsx';
import { ReleaseFacts } from './release-facts.tsx';
import { ReleaseReason } from './release-reason.tsx';

export const headers = publicHeaders;

const isEdition = (name = ''): boolean => /^20\d\d(\.[1-9]\d{0,4})?$/.test(name);

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const name = params.edition ?? '';
  const isNewest = name === newestEdition;
  // Any page that is none ends here: nothing need be asked about it.
  if (!isNewest && !isEdition(name)) throw data({ code: 'notFound' }, { status: 404 });
  try {
    const query = { lang: languageOfPath(url.pathname) };
    const api = apiOf(context);
    const edition = await api('readPublication', { params: { name }, query });
    if (isNewest) throw redirectTo(url, editionPath(String(edition.release.year)));
    const { release } = edition;
    const dataset = await api('readDataset', { params: { name: release.name }, query });
    // That of a year is always its newest, and leads to each by itself.
    const changes = name.includes('.') ? await api('readReleaseChanges', { params: { id: release.id } }) : undefined;
    return dated({ edition, dataset, changes }, [release.frozenAt]);
  } catch (error) {
    if (error instanceof Response) throw error;
    refusal(error);
  }
}

/** Takes no form; and what is no edition is no page at all. */
export function action({ params }: ActionFunctionArgs): never {
  throw isEdition(params.edition) ? data(null, { status: 405 }) : data({ code: 'notFound' }, { status: 404 });
}

/** An edition: what it is, what changed in it, its files that never change, and where its numbers and measures are read. */
export default function Edition() {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { edition, dataset, changes } = useLoaderData<typeof loader>();
  const { release, releases, years } = edition;
  const year = String(release.year);
  const pinned = changes !== undefined;
  const title = t(pinned ? 'edition.titleRelease' : 'edition.title', { name: pinned ? release.name : year });
  const newer = pinned && !release.latest ? releases[0] : undefined;
  const place = `?year=${year}&release=${release.number}`;
  return (
    <>
      <PageTitle
        title={title}
        description={t('edition.lead', { year })}
        picture={{ release: release.name, kind: 'release', alt: title }}
        data={dataset}
      />
      <Breadcrumbs trail={[['/om-dataene#utgaver', t('about.releases')]]} here={pinned ? release.name : year} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('edition.lead', { year })}</p>
      <Notice texts={[release.notice?.[language]]} />
      {newer && (
        <p>
          {t('edition.newer')} <a href={to(editionPath(newer.name))}>{newer.name}</a>
        </p>
      )}
      <ReleaseFacts release={release} />
      {changes && <ChangedIn release={release} changes={changes} />}
      <ul className="downloads">
        <li>
          <a href={to(`/tall${place}`)}>{t('nav.figures')}</a>
        </li>
        <li>
          <a href={to(`/register?round=${year}&release=${release.number}`)}>{t('nav.register')}</a>
        </li>
        <li>
          <a href={addressOf('readCodebook', { params: { edition: release.edition }, query: { lang: language } })}>
            {t('edition.questions')} (JSON)
          </a>
        </li>
        <li>
          <a href={addressOf('readCodebookCsv', { params: { edition: release.edition } })}>
            {t('edition.questions')} (CSV)
          </a>
        </li>
        {changes && (
          <li>
            <a href={addressOf('readReleaseChanges', { params: { id: release.id } })}>{t('changes.json')}</a>
          </li>
        )}
      </ul>
      <Files files={edition.files} release={release.name} />
      <section aria-labelledby="releases">
        <h2 className="ds-heading" data-size="sm" id="releases">
          {t('edition.releases', { year })}
        </h2>
        <ul className="edition-files">
          {releases.map(({ name, reason }) => (
            <li key={name}>
              <span>
                <a href={to(editionPath(name))}>{t('changes.title', { name })}</a>
                {', '}
                <a href={to(releaseChangesPath(name))}>{t('edition.changes')}</a>
              </span>
              {/* Of the one that the page is of, it stands above. */}
              {reason && !(pinned && name === release.name) && <ReleaseReason reason={reason} small />}
            </li>
          ))}
        </ul>
      </section>
      {years.length > 1 && (
        <section aria-labelledby="years">
          <h2 className="ds-heading" data-size="sm" id="years">
            {t('edition.years')}
          </h2>
          <ul className="downloads">
            {years
              .filter((other) => other !== release.year)
              .map((other) => (
                <li key={other}>
                  <a href={to(editionPath(String(other)))}>{other}</a>
                </li>
              ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The frozen files, each with its size and checksum. */
function Files({ files, release }: { files: Publication['files']; release: string }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  return (
    <section aria-labelledby="files">
      <h2 className="ds-heading" data-size="sm" id="files">
        {t('edition.files')}
      </h2>
      <div className="prose">
        <p>{t('edition.filesLead')}</p>
      </div>
      <ul className="edition-files">
        {files.map(({ name, format, bytes, sha256, address }) => (
          <li key={name}>
            <span>
              <a href={address}>
                {formats[format as keyof typeof formats].label[language]} ({name})
              </a>
              , {t('edition.size', { n: formatNumber(Math.ceil(bytes / 1000), language) })}
            </span>
            <span className="checksum small subtle">SHA-256: {sha256}</span>
          </li>
        ))}
      </ul>
      <p className="small">
        <a href={to(`${editionPath(release)}/checksums.txt`)}>{t('edition.checksums')}</a>
      </p>
    </section>
  );
}
