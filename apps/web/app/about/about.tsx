import './about.css';
import type { ReleaseView } from '@samblikk/contract/client';
import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { PublicMessage, type PublicMessageKey, useHref, useLanguage, usePick, usePublicText } from '../i18n/index.ts';
import { addressOf, useRootData } from '../platform/index.ts';
import {
  Breadcrumbs,
  dated,
  Notice,
  PageTitle,
  type Preview,
  publicHeaders,
  refusal,
  releaseSource,
} from '../ui/index.ts';
import { Releases } from './releases.tsx';

export const headers = publicHeaders;

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { api, preview } = releaseSource({ context, params });
  try {
    const [known, editions] = await Promise.all([api('listReleases', {}), api('listEditions', {})]);
    const releases = preview ? asPublished(known, await api('listRoundReleases', { params: preview }), preview) : known;
    return dated(
      { releases, editions },
      releases.map(({ frozenAt }) => frozenAt),
      preview,
    );
  } catch (error) {
    refusal(error);
  }
}

/** The public releases as they are once the one that is previewed is among them. */
function asPublished(known: readonly ReleaseView[], own: readonly ReleaseView[], preview: Preview): ReleaseView[] {
  const added = own.find(({ number }) => number === preview.number);
  if (!added) return [...known];
  const others = known.filter(({ id }) => id !== added.id);
  const newest = others.every(({ year, number }) => year !== added.year || number < added.number);
  return [
    { ...added, latest: newest },
    ...others.map((other) => (newest && other.year === added.year ? { ...other, latest: false } : other)),
  ].sort((a, b) => b.year - a.year || b.number - a.number);
}

/** What the data are, how they came to be, what is held back and why, and how to use them. */
export default function About() {
  const t = usePublicText();
  const pick = usePick();
  const language = useLanguage();
  const to = useHref();
  const { releases, editions } = useLoaderData<typeof loader>();
  const root = useRootData();
  const newest = releases.find(({ latest }) => latest);
  return (
    <>
      <PageTitle
        title={t('nav.about')}
        description={t('about.lead')}
        picture={newest && { release: newest.name, kind: 'home', alt: t('nav.about') }}
      />
      <Breadcrumbs here={t('nav.about')} />
      <h1 className="ds-heading" data-size="xl">
        {t('nav.about')}
      </h1>
      <p className="lead">{t('about.lead')}</p>
      <Notice texts={releases.filter(({ latest }) => latest).map(({ notice }) => notice && pick(notice))} />
      <div className="prose">
        <Part id="metode" title="about.method" paragraphs={['about.method1', 'about.method2', 'about.method3']}>
          <p>
            <a href={to('/kilder')}>{t('sources.title')}</a>
          </p>
        </Part>
        <Part id="definisjoner" title="about.definitions" paragraphs={['about.definitions1', 'about.definitions2']}>
          <ul>
            {editions.map(({ id, title, questions }) => (
              <li key={id}>
                {pick(title)} ({t('about.questions', { n: questions })}):{' '}
                <a href={addressOf('readCodebook', { params: { edition: id }, query: { lang: language } })}>
                  {t('about.codebook')} (JSON)
                </a>
                , <a href={addressOf('readCodebookCsv', { params: { edition: id } })}>CSV</a>
              </li>
            ))}
          </ul>
        </Part>
        <Part
          id="unntatt"
          title="about.withheld"
          paragraphs={['about.withheld1', 'about.withheld2', 'about.withheld3']}
        />
        <Part id="sammenligning" title="about.compare" paragraphs={['about.compare1', 'about.compare2']} />
        <Part id="utgaver" title="about.releases" paragraphs={['about.releases1']} />
      </div>
      <Releases releases={releases} />
      <div className="prose">
        <Part id="api" title="about.api" paragraphs={['about.api1']}>
          <ul>
            <li>
              <a href="/api/docs">{t('about.apiDocs')}</a>
            </li>
            <li>
              <a href="/api/v1/openapi.json">OpenAPI 3.1 (JSON)</a>
            </li>
            <li>
              <a href={addressOf('registerCsv')}>{t('about.allCsv')}</a>
            </li>
          </ul>
          <p>{t('about.api2')}</p>
          <p>
            {t('about.apiOwn')} <a href="/api/docs#responses">{t('about.apiDocs')}</a>
          </p>
        </Part>
        <Part id="apne-data" title="about.open" paragraphs={['about.open1']}>
          <ul>
            {(
              [
                ['/catalog', 'about.catalog'],
                ['/codelists', 'about.codeLists'],
              ] as const
            ).map(([path, label]) => (
              <li key={path}>
                {t(label)}: <a href={`${path}.ttl`}>Turtle</a>, <a href={`${path}.jsonld`}>JSON-LD</a>,{' '}
                <a href={`${path}.rdf`}>RDF/XML</a>
              </li>
            ))}
          </ul>
          <p>{t('about.open2')}</p>
        </Part>
        <Part id="lisens" title="about.licence">
          <p>
            <PublicMessage
              id="about.licence1"
              values={{ a: (text) => <a href="https://data.norge.no/nlod/no/2.0">{text}</a> }}
            />
          </p>
        </Part>
        <Part id="tilgjengelighet" title="footer.accessibility" paragraphs={['about.accessibility1']}>
          <p>
            <PublicMessage
              id="about.accessibility2"
              values={{
                contact: (text) => <a href="#kontakt">{text}</a>,
                authority: (text) => <a href="https://www.uutilsynet.no">{text}</a>,
              }}
            />
          </p>
          <p>
            {root?.accessibilityUrl ? (
              <a href={root.accessibilityUrl}>{t('about.accessibilityStatement')}</a>
            ) : (
              t('about.accessibilityNone')
            )}
          </p>
        </Part>
        <Part id="kontakt" title="footer.contact" paragraphs={['about.contact1']}>
          <p>
            {root?.contactEmail ? (
              <a href={`mailto:${root.contactEmail}`}>{root.contactEmail}</a>
            ) : (
              <PublicMessage
                id="about.contactNone"
                values={{ a: (text) => <a href="https://www.digdir.no">{text}</a> }}
              />
            )}
          </p>
        </Part>
      </div>
    </>
  );
}

function Part(props: {
  id: string;
  title: PublicMessageKey;
  paragraphs?: readonly PublicMessageKey[];
  children?: ReactNode;
}) {
  const t = usePublicText();
  return (
    <>
      <h2 className="ds-heading" data-size="md" id={props.id}>
        {t(props.title)}
      </h2>
      {props.paragraphs?.map((key) => (
        <p key={key}>{t(key)}</p>
      ))}
      {props.children}
    </>
  );
}
