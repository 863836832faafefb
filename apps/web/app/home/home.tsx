import './home.css';
import '../figures/figures.css';
import { isPilot, profileKinds, profilePaths } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  Bars,
  type Dataset,
  DataTable,
  FindingText,
  hasProvenance,
  ProvenanceText,
  readDataset,
} from '../figures/index.ts';
import { languageOfPath, type PublicMessageKey, useLanguage, usePublicText } from '../i18n/index.ts';
import {
  chosenRelease,
  dated,
  Notice,
  PageTitle,
  publicHeaders,
  refusal,
  releaseSource,
  SearchForm,
  shortened,
  siteName,
  useDataHref,
  usePreview,
} from '../ui/index.ts';
import { KeyFigures, keyFiguresOf } from './key-figures.tsx';
import { RoundStatus } from './round-status.tsx';

export const headers = publicHeaders;

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const source = releaseSource({ context, params });
  const lang = languageOfPath(new URL(request.url).pathname);
  try {
    const [{ release }, rounds] = await Promise.all([
      chosenRelease(source, new URLSearchParams()),
      source.api('listRounds', {}),
    ]);
    const figures = release ? await readAll(source, release.year, lang) : [];
    // A pilot is seen by staff alone, who see the page here as it will be for all.
    const real = rounds.filter(({ year }) => !isPilot(year));
    return dated({ release, rounds: real, figures }, release ? [release.frozenAt] : [], source.preview);
  } catch (error) {
    refusal(error);
  }
}

async function readAll(
  { call }: ReturnType<typeof releaseSource>,
  year: number,
  lang: 'nb' | 'nn' | 'en',
): Promise<{ id: string; title: string; dataset: Dataset }[]> {
  const { figures } = await call('listFigures', { params: { year }, query: { lang } });
  return await Promise.all(
    figures.map(async ({ id, title }) => ({
      id,
      title,
      dataset: readDataset(await call('readFigure', { params: { year, id }, query: { lang } })),
    })),
  );
}

/** The front page: what this is, a search, and what the newest release says. */
export default function Home() {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const { release, rounds, figures } = useLoaderData<typeof loader>();
  const [first] = figures;
  const [hero] = keyFiguresOf(figures);
  return (
    <>
      <PageTitle
        title={siteName}
        description={shortened(t('home.lead'))}
        picture={release && { release: release.name, kind: 'home', alt: t('home.title') }}
      />
      <div className="full hero">
        <div className="wide hero-body">
          <h1 className="ds-heading" data-size="2xl">
            {t('home.title')}
          </h1>
          <p className="lead">{t('home.lead')}</p>
          <SearchForm id="home-q" label={t('home.search')} />
          <p className="hero-links">
            <a href={to('/register')}>{t('home.browse')}</a>
            <a href={to('/tall')}>{t('home.figures')}</a>
          </p>
          {hero && (
            <section className="hero-figure" aria-labelledby="hero-figure">
              <h2 className="ds-heading" data-size="2xs" id="hero-figure">
                {hero.title}
              </h2>
              <Bars dataset={hero.dataset} label={hero.title} />
              <Provenance dataset={hero.dataset} />
              <p className="small">
                <a href={to(`/tall#${hero.id}`)}>{t('home.seeFigure')}</a>
              </p>
            </section>
          )}
        </div>
      </div>
      {release && (
        <>
          <Notice texts={[release.notice?.[language]]} />
          <KeyFigures release={release} figures={figures} />
          {first && (
            <section className="figure home-figure" aria-labelledby="home-figure">
              <div className="figure-head">
                <h2 className="ds-heading" data-size="sm" id="home-figure">
                  {first.dataset.finding ? (
                    <FindingText finding={first.dataset.finding} year={release.year} />
                  ) : (
                    first.title
                  )}
                </h2>
                <p className="subtle small">{t('home.figureText', { year: String(release.year) })}</p>
              </div>
              <div className="figure-body">
                <Bars dataset={first.dataset} label={first.title} />
                <DataTable dataset={first.dataset} caption={first.title} />
              </div>
              <Provenance dataset={first.dataset} />
            </section>
          )}
        </>
      )}
      <Ways />
      <RoundStatus rounds={rounds} />
    </>
  );
}

/** Pages that look at measures another way, what is new and missing among them, and who pays for what is common. */
const besides = [
  ['/fellesloesninger', 'solutions.title'],
  ['/portefolje', 'portfolio.title'],
  ['/liknende', 'doubles.title'],
  ['/endringer', 'lately.title'],
  ['/mangler', 'missing.title'],
  ['/finansiering', 'financing.title'],
] as const satisfies readonly (readonly [string, PublicMessageKey])[];

/** The ways into the register besides searching. */
function Ways() {
  const t = usePublicText();
  const to = useDataHref();
  const preview = usePreview();
  if (preview) return null;
  return (
    <nav aria-labelledby="ways">
      <h2 className="ds-heading" data-size="sm" id="ways">
        {t('home.ways')}
      </h2>
      <ul className="downloads">
        {profileKinds.map((profile) => (
          <li key={profile}>
            <a href={to(`/${profilePaths[profile]}`)}>{t(`profiles.${profile}`)}</a>
          </li>
        ))}
        {besides.map(([path, title]) => (
          <li key={path}>
            <a href={to(path)}>{t(title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where the numbers of a figure are from, beside it. */
function Provenance({ dataset }: { dataset: Dataset }) {
  return (
    hasProvenance(dataset) && (
      <p className="subtle small">
        <ProvenanceText dataset={dataset} />
      </p>
    )
  );
}
