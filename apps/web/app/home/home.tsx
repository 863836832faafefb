import './home.css';
import '../figures/figures.css';
import { Heading } from '@digdir/designsystemet-react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Bars, type Dataset, DataTable, readDataset } from '../figures/index.ts';
import { languageOfPath, useHref, useLanguage, useText } from '../i18n/index.ts';
import { apiOf, type Call } from '../platform/index.ts';
import { dated, Notice, PageTitle, publicHeaders, refusal, SearchForm, siteName } from '../ui/index.ts';
import { KeyFigures } from './key-figures.tsx';
import { RoundStatus } from './round-status.tsx';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const api = apiOf(context);
  const lang = languageOfPath(new URL(request.url).pathname);
  try {
    const [releases, rounds] = await Promise.all([api('listReleases', {}), api('listRounds', {})]);
    const release = releases.find(({ latest }) => latest);
    const figures = release ? await readAll(api, release.year, lang) : [];
    return dated({ release, rounds, figures }, release ? [release.frozenAt] : []);
  } catch (error) {
    refusal(error);
  }
}

async function readAll(
  api: Call,
  year: number,
  lang: 'nb' | 'nn' | 'en',
): Promise<{ id: string; title: string; dataset: Dataset }[]> {
  const { figures } = await api('listFigures', { params: { year }, query: { lang } });
  return await Promise.all(
    figures.map(async ({ id, title }) => ({
      id,
      title,
      dataset: readDataset(await api('readFigure', { params: { year, id }, query: { lang } })),
    })),
  );
}

/** The front page: what this is, a search, and what the newest release says. */
export default function Home() {
  const t = useText();
  const to = useHref();
  const language = useLanguage();
  const { release, rounds, figures } = useLoaderData<typeof loader>();
  const [first] = figures;
  return (
    <>
      <PageTitle title={siteName} description={t('home.lead')} />
      <div className="full hero">
        <div className="wide hero-body">
          <Heading level={1} data-size="2xl">
            {t('home.title')}
          </Heading>
          <p className="lead">{t('home.lead')}</p>
          <SearchForm id="home-q" label={t('home.search')} />
          <p className="hero-links">
            <a href={to('/register')}>{t('home.browse')}</a>
            <a href={to('/tall')}>{t('home.figures')}</a>
          </p>
          <HeroPicture />
        </div>
      </div>
      {release && (
        <>
          <Notice texts={[release.notice?.[language]]} />
          <KeyFigures release={release} figures={figures} />
          {first && (
            <section className="figure home-figure" aria-labelledby="home-figure">
              <div className="figure-head">
                <Heading level={2} data-size="sm" id="home-figure">
                  {first.title}
                </Heading>
                <p className="subtle small">{t('home.figureText', { year: String(release.year) })}</p>
              </div>
              <div className="figure-body">
                <Bars dataset={first.dataset} label={first.title} />
                <DataTable dataset={first.dataset} caption={first.title} />
              </div>
            </section>
          )}
        </>
      )}
      <RoundStatus rounds={rounds} />
    </>
  );
}

/** Many bars seen as one: decoration. */
function HeroPicture() {
  const bars = [34, 58, 46, 72, 52, 88, 64, 100, 80];
  return (
    <svg className="hero-picture" viewBox="0 0 360 220" aria-hidden="true" focusable="false">
      {bars.map((height, index) => (
        <rect
          key={height}
          x={index * 40}
          y={220 - height * 2.1}
          width="26"
          height={height * 2.1}
          rx="4"
          opacity={0.25 + index * 0.08}
        />
      ))}
    </svg>
  );
}
