import '../profiles/profiles.css';
import '../figures/figures.css';
import './portfolio.css';
import type { OwnPortfolio } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatNumber, languageOfPath, Norwegian, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import { Breadcrumbs, measurePath, Notice, PageTitle, signedInApi, TableBox } from '../ui/index.ts';
import { SharedSolutions } from './lists.tsx';
import { NumbersTable } from './numbers-table.tsx';
import { Partners } from './partners.tsx';
import { askedIn } from './query.ts';
import { Timeline } from './timeline.tsx';
import { Totals } from './totals.tsx';

/** Not public: nobody keeps it. */
export const headers = () => ({ 'cache-control': 'private, no-store' });

export async function loader(args: LoaderFunctionArgs) {
  const query = new URLSearchParams([...askedIn(args.url.searchParams), ['lang', languageOfPath(args.url.pathname)]]);
  const params = { ministry: args.params.ministry ?? '' };
  return { portfolio: await signedInApi(args)('readOwnPortfolio', { params, query: query as never }) };
}

/** The measures of a ministry's agencies as they last sent them in, also what is not public. No script. */
export default function OwnPortfolioPage() {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { portfolio } = useLoaderData<typeof loader>() as unknown as { portfolio: OwnPortfolio };
  const { ministry, year, years, asked, answered, chosen, measures } = portfolio;
  const path = `/samordning/${encodeURIComponent(ministry.code)}`;
  const hrefOf = (list: string) => to(`${path}?${list}#tiltak`);
  const file = addressOf('readOwnPortfolio', {
    params: { ministry: ministry.code },
    query: new URLSearchParams([...new URLSearchParams(portfolio.list), ['format', 'xlsx'], ['lang', language]]),
  });
  const ids = new Map(measures.map(({ number, id }) => [number, id]));
  const measureHref = (number: string) => to(measurePath(year, ids.get(number) ?? ''));
  return (
    <article className="profile portfolio">
      <PageTitle title={t('own.of', { ministry: ministry.label })} />
      <Breadcrumbs trail={[['/samordning', t('own.title')]]} here={ministry.label} />
      <h1 className="ds-heading" data-size="xl">
        {t('own.of', { ministry: ministry.label })}
      </h1>
      <p className="portfolio-closed" role="note">
        <strong>{t('own.closed')}</strong>
      </p>
      <Notice texts={[portfolio.notice]} />
      {years.length > 1 && (
        <nav aria-label={t('profiles.rounds')}>
          <ul className="downloads">
            {years.map((one) => (
              <li key={one}>
                <a href={to(`${path}?round=${one}`)} aria-current={one === year ? 'true' : undefined}>
                  {one}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <section aria-labelledby="totals">
        <h2 className="ds-heading" data-size="sm" id="totals">
          {t('profile.numbers', { year: String(year) })}
        </h2>
        <p>{t('own.answered', { answered, asked, year: String(year) })}</p>
        <Totals portfolio={portfolio} hrefOf={hrefOf} />
        <p>
          <a href={to(`/portefolje?ministry=${encodeURIComponent(ministry.code)}`)}>{t('own.public')}</a>
        </p>
        <p>
          <a href={file}>{t('own.file')}</a>
        </p>
      </section>
      {portfolio.tables.map((table) => (
        <NumbersTable key={table.id} table={table} hrefOf={hrefOf} drawn={table.id === 'phases'} />
      ))}
      <Timeline timeline={portfolio.timeline} year={year} measureHref={measureHref} />
      <Partners partners={portfolio.partners} year={year} hrefOf={hrefOf} />
      <SharedSolutions shared={portfolio.shared} hrefOf={hrefOf} measureHref={measureHref} />
      <Measures
        portfolio={portfolio}
        measureHref={measureHref}
        everything={chosen.length > 0 ? `${path}?round=${year}` : undefined}
      />
    </article>
  );
}

/** Every measure, and how much of it is public: what each number leads to. */
function Measures(props: {
  portfolio: OwnPortfolio;
  measureHref: (number: string) => string;
  everything: string | undefined;
}) {
  const { portfolio, measureHref, everything } = props;
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { measures, chosen } = portfolio;
  const publicity = ({ visibility, exempt }: OwnPortfolio['measures'][number]) => {
    if (visibility === 'whole') return t('own.open');
    return visibility === 'inPart' ? t('own.inPart', { fields: exempt.join(', ') }) : t('own.withheld');
  };
  const title = `${t('own.list')} (${formatNumber(measures.length, language)})`;
  return (
    <section aria-labelledby="tiltak" className="portfolio-part">
      <h2 className="ds-heading" data-size="sm" id="tiltak">
        {title}
      </h2>
      {chosen.length > 0 && <p>{chosen.map(({ label, codeLabel }) => `${label}: ${codeLabel}`).join('; ')}</p>}
      {everything && (
        <p>
          <a href={to(everything)}>{t('own.everything')}</a>
        </p>
      )}
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {(['portfolio.measure', 'own.agency', 'portfolio.phase'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('own.cost')}
              </th>
              <th scope="col">{t('own.publicity')}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <tr key={measure.number}>
                <th scope="row">
                  <a href={measureHref(measure.number)}>
                    {measure.title ? <Norwegian>{measure.title}</Norwegian> : measure.number}
                  </a>
                </th>
                <td>{measure.agency.label}</td>
                <td>{measure.phase ?? '–'}</td>
                <td className="number">{measure.kroner === null ? '–' : formatNumber(measure.kroner, language)}</td>
                <td>{publicity(measure)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
