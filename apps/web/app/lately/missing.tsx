import '../profiles/profiles.css';
import './lately.css';
import type { Missing as MissingReply } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, formatNumber, languageOfPath, useHref, useLanguage, usePublicText } from '../i18n/index.ts';
import { apiOf } from '../platform/index.ts';
import { isNoneYet, Rounds, roundAt } from '../profiles/index.ts';
import { Breadcrumbs, dated, Notice, PageTitle, profilePath, publicHeaders, refusal } from '../ui/index.ts';

export const headers = publicHeaders;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const query = { round: roundAt(searchParams), lang: languageOfPath(pathname) };
  try {
    return dated(await apiOf(context)('readMissing', { query }), []);
  } catch (error) {
    if (isNoneYet(error, query.round)) return dated(null, []);
    refusal(error);
  }
}

/** What is missing in a round: who has not answered, what is withheld and why, which answers are old. */
export default function Missing() {
  const t = usePublicText();
  const said = useLoaderData<typeof loader>();
  return (
    <div className="profile">
      <PageTitle
        title={t('missing.title')}
        description={t('missing.lead')}
        picture={said && { release: said.release.name, kind: 'release', alt: t('missing.title') }}
      />
      <Breadcrumbs here={t('missing.title')} />
      <h1 className="ds-heading" data-size="xl">
        {t('missing.title')}
      </h1>
      <p className="lead">{t('missing.lead')}</p>
      {said ? <Said said={said} /> : <p>{t('lately.none')}</p>}
    </div>
  );
}

function Said({ said }: { said: MissingReply }) {
  const t = usePublicText();
  const language = useLanguage();
  const { year, years, release } = said;
  return (
    <>
      <Notice texts={[said.notice]} />
      <Rounds years={years.map((one) => ({ year: one }))} current={year} path="/mangler" />
      <Response said={said} />
      <Withheld said={said} />
      {said.old.length > 0 && <Old said={said} />}
      <p className="subtle small">
        {t('profiles.release', { name: release.name, date: formatDate(release.dataAsOf, language) })}
      </p>
    </>
  );
}

/** Who was asked and who has answered, ministry by ministry, with the names of those who have not. */
function Response({ said }: { said: MissingReply }) {
  const t = usePublicText();
  const to = useHref();
  const language = useLanguage();
  const { invited, answered, ministries, year } = said;
  const count = (n: number) => formatNumber(n, language);
  return (
    <section aria-labelledby="response">
      <h2 className="ds-heading" data-size="sm" id="response">
        {t('missing.response', { answered, invited })}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable region */}
      <section className="table-box" aria-label={t('missing.table')} tabIndex={0}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{t('missing.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('missing.ministry')}</th>
              <th scope="col" className="number">
                {t('missing.invited')}
              </th>
              <th scope="col" className="number">
                {t('missing.answered')}
              </th>
              <th scope="col">{t('missing.not')}</th>
            </tr>
          </thead>
          <tbody>
            {ministries.map((ministry) => (
              <tr key={ministry.code}>
                <th scope="row">
                  <a href={to(`${profilePath('ministry', ministry.code)}?round=${year}`)}>{ministry.label}</a>
                </th>
                <td className="number">{count(ministry.invited)}</td>
                <td className="number">{count(ministry.answered)}</td>
                <td>
                  {ministry.missing.length === 0 ? (
                    '–'
                  ) : (
                    <ul className="missing-agencies">
                      {ministry.missing.map(({ code, label }) => (
                        <li key={code}>
                          <a href={to(profilePath('agency', code))}>{label}</a>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="subtle small">
        {t('missing.late')} <a href={to('/kilder')}>{t('sources.title')}</a>
      </p>
    </section>
  );
}

/** What is withheld, why by legal basis for the whole round, and which answers of measures that are public in part. */
function Withheld({ said }: { said: MissingReply }) {
  const t = usePublicText();
  const to = useHref();
  const { measures, withheld, inPart, grounds, fields, year } = said;
  return (
    <section aria-labelledby="withheld">
      <h2 className="ds-heading" data-size="sm" id="withheld">
        {t('missing.withheld')}
      </h2>
      <p>
        {t('missing.whole', { n: withheld, measures })} {inPart > 0 && t('missing.inPart', { n: inPart })}{' '}
        <a href={to('/om-dataene#unntatt')}>{t('register.withheldWhy')}</a>
      </p>
      {grounds.map(({ label, n, values }) => (
        <div key={label}>
          <h3 className="ds-heading" data-size="2xs">
            {label}
          </h3>
          <ul className="lately-list">
            {values.map((value) => (
              <li key={value.code}>{t('missing.ground', { label: value.label, n: value.measures })}</li>
            ))}
          </ul>
          <p className="subtle small">{t('missing.groundBase', { n })}</p>
        </div>
      ))}
      {fields.length > 0 && (
        <>
          <h3 className="ds-heading" data-size="2xs">
            {t('missing.fields')}
          </h3>
          <ul className="lately-list">
            {fields.map(({ id, label, measures: n, listed }) => (
              <li key={id}>
                {listed ? (
                  <a href={to(`/register?round=${year}&${id}=withheld`)}>{t('missing.ground', { label, n })}</a>
                ) : (
                  t('missing.ground', { label, n })
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Old({ said }: { said: MissingReply }) {
  const t = usePublicText();
  const to = useHref();
  const { old, year } = said;
  return (
    <section aria-labelledby="old">
      <h2 className="ds-heading" data-size="sm" id="old">
        {t('missing.old', { n: old.reduce((sum, { measures }) => sum + measures, 0) })}
      </h2>
      <p>{t('missing.oldText', { year: String(year) })}</p>
      <ul className="lately-list">
        {old.map(({ code, label, year: then, measures }) => (
          <li key={`${code} ${then}`}>
            <a href={to(`${profilePath('agency', code)}?round=${then}`)}>{label}</a>{' '}
            <span className="subtle">{t('missing.oldOne', { n: measures, year: String(then) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
