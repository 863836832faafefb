import '../profiles/profiles.css';
import './lately.css';
import { codeListsPath, type ReplyAt } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import {
  formatDate,
  formatNumber,
  formatPercent,
  languageOfPath,
  useHref,
  useLanguage,
  usePublicText,
} from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, PageTitle, profilePath, publicHeaders, TableBox } from '../ui/index.ts';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const lang = languageOfPath(new URL(request.url).pathname);
  return dated(await apiOf(context)('listDeliveringAgencies', { query: { lang } }), []);
}

/** Who delivers to the register, how, when last and how complete; and how their words become ours. */
export default function Delivering() {
  const t = usePublicText();
  const to = useHref();
  const said = useLoaderData<typeof loader>();
  return (
    <div className="profile">
      <PageTitle title={t('sources.title')} description={t('sources.lead')} />
      <Breadcrumbs here={t('sources.title')} />
      <h1 className="ds-heading" data-size="xl">
        {t('sources.title')}
      </h1>
      <p className="lead">{t('sources.lead')}</p>
      {said.release === null ? <p>{t('sources.none')}</p> : <Agencies said={said} name={said.release} />}
      <section aria-labelledby="harmonised">
        <h2 className="ds-heading" data-size="sm" id="harmonised">
          {t('sources.harmonised')}
        </h2>
        <div className="prose">
          <p>
            {t('sources.harmonisedText')} <a href={codeListsPath}>{t('sources.codes')}</a> ·{' '}
            <a href={to('/om-dataene')}>{t('nav.about')}</a>
          </p>
        </div>
      </section>
    </div>
  );
}

function Agencies({ said, name }: { said: ReplyAt<'listDeliveringAgencies'>; name: string }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  return (
    <>
      <TableBox title={t('sources.table')}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{t('sources.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('sources.agency')}</th>
              <th scope="col">{t('sources.ways')}</th>
              <th scope="col">{t('sources.last')}</th>
              <th scope="col" className="number">
                {t('sources.measures')}
              </th>
              <th scope="col" className="number">
                {t('sources.complete')}
              </th>
            </tr>
          </thead>
          <tbody>
            {said.agencies.map(({ orgnr, name: agency, ways, lastOn, publicMeasures, answered, asked }) => (
              <tr key={orgnr}>
                <th scope="row">
                  {publicMeasures > 0 ? <a href={to(profilePath('agency', orgnr))}>{agency}</a> : agency}
                </th>
                <td>
                  {ways.length === 0 ? t('sources.byStaff') : ways.map((way) => t(`sources.way.${way}`)).join(', ')}
                </td>
                <td>{lastOn === null ? '–' : formatDate(lastOn, language)}</td>
                <td className="number">{formatNumber(publicMeasures, language)}</td>
                <td className="number">
                  {asked === 0
                    ? '–'
                    : t('sources.share', {
                        percent: formatPercent(Math.round((100 * answered) / asked), language),
                        answered: formatNumber(answered, language),
                        asked: formatNumber(asked, language),
                      })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="subtle small">{t('sources.base', { name })}</p>
    </>
  );
}
