import './profiles.css';
import '../register/register.css';
import './solutions.css';
import type { SolutionList } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, formatNumber, languageOfPath, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, Notice, PageTitle, publicHeaders, refusal, TableBox } from '../ui/index.ts';
import { isNoneYet, roundAt } from './kind.ts';
import { Rounds } from './rounds.tsx';

export const headers = publicHeaders;

const path = '/fellesloesninger';
const counted = ['develops', 'reuses', 'plans', 'names'] as const;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const round = roundAt(searchParams);
  try {
    const list = await apiOf(context)('listSolutions', { query: { round, lang: languageOfPath(pathname) } });
    return dated({ list }, [list.release.frozenAt]);
  } catch (error) {
    if (isNoneYet(error, round)) return dated({ list: undefined }, []);
    refusal(error);
  }
}

/** Common solutions, each with how many measures of a round have to do with it. */
export default function Solutions() {
  const t = usePublicText();
  const { list } = useLoaderData<typeof loader>();
  return (
    <div className="profile">
      <PageTitle title={t('solutions.title')} description={t('solutions.lead')} />
      <Breadcrumbs trail={[['/register', t('nav.register')]]} here={t('solutions.title')} />
      <div className="profile-head">
        <h1 className="ds-heading" data-size="xl">
          {t('solutions.title')}
        </h1>
        <p className="lead">{t('solutions.lead')}</p>
        <p className="solutions-method">{t('solutions.method')}</p>
      </div>
      {list ? <List list={list} /> : <p>{t('solutions.none')}</p>}
    </div>
  );
}

function List({ list }: { list: SolutionList }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { solutions, year, years, asked, release, notice } = list;
  const columns = counted.filter((one) => asked || one === 'names');
  const at = (code: string, group = '') => to(`${path}/${code}?round=${year}${group && `#${group}`}`);
  return (
    <>
      <Notice texts={[notice]} />
      <Rounds years={years.map((one) => ({ year: one }))} current={year} path={path} />
      {!asked && <p className="solutions-method">{t('solutions.notAsked', { year: String(year) })}</p>}
      <TableBox title={t('solutions.numbers', { year: String(year) })}>
        <table className="ds-table solutions-table">
          <caption>{t('solutions.numbers', { year: String(year) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('solutions.name')}</th>
              {columns.map((one) => (
                <th key={one} scope="col" className="number">
                  {t(`solutions.${one}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {solutions.map((solution) => (
              <tr key={solution.code}>
                <th scope="row">
                  <a href={at(solution.code)}>{solution.label}</a>
                  <span className="subtle small">{solution.description}</span>
                </th>
                {columns.map((one) => (
                  <td key={one} className="number">
                    {solution[one] === 0 ? (
                      formatNumber(0, language)
                    ) : (
                      <a
                        href={at(solution.code, one)}
                        aria-label={`${solution.label}, ${t(`solutions.${one}`)}: ${formatNumber(solution[one], language)}`}
                      >
                        {formatNumber(solution[one], language)}
                      </a>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="subtle small">
        {t('profiles.release', { name: release.name, date: formatDate(release.dataAsOf, language) })}
      </p>
    </>
  );
}
