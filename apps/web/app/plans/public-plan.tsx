import './plans.css';
import type { PublicFinancingPlan } from '@samblikk/contract/client';
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatDate, formatNumber, languageOfPath, Norwegian, useLanguage, usePublicText } from '../i18n/index.ts';
import { addressOf, apiOf } from '../platform/index.ts';
import { Breadcrumbs, FileLinks, fileLinks, PageTitle, refusal, TableBox } from '../ui/index.ts';

/** What is closed again is so at once. */
export const headers = () => ({ 'cache-control': 'no-cache' });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const lang = languageOfPath(new URL(request.url).pathname);
  try {
    const plan = await apiOf(context)('readPublicFinancingPlan', {
      params: { id: params.number ?? '' },
      query: { lang },
    });
    return data({ plan });
  } catch (error) {
    refusal(error);
  }
}

/** What is open of the financing plan of a measure. */
export default function PublicPlan() {
  const { plan } = useLoaderData<typeof loader>();
  const t = usePublicText();
  const language = useLanguage();
  const { number } = plan;
  const title = t('openPlan.title', { number });
  const lang = language;
  const files = fileLinks('financingPlan', ({ query }) =>
    addressOf('readPublicFinancingPlan', { params: { id: number }, query: { ...query, lang } }),
  );
  return (
    <>
      <PageTitle title={title} description={t('openPlan.lead')} />
      <Breadcrumbs
        trail={[
          ['/register', t('nav.register')],
          [`/tiltak/${number}`, number],
        ]}
        here={t('openPlan.link')}
      />
      <h1 className="ds-heading" data-size="lg">
        {title}
      </h1>
      {plan.title !== null && (
        <p className="lead">
          <Norwegian>{plan.title}</Norwegian>
        </p>
      )}
      <p>{t('openPlan.lead')}</p>
      {plan.whole === null && <p>{t('openPlan.partly')}</p>}
      <ByActor plan={plan} />
      <OpenLines plan={plan} />
      {plan.whole && <Whole whole={plan.whole} />}
      <p className="figure-notes">{t('openPlan.since', { day: formatDate(plan.openedAt, language) })}</p>
      <FileLinks files={files} label={t('files.of', { title })} />
    </>
  );
}

const useKroner = () => {
  const language = useLanguage();
  return (amount: number) => formatNumber(amount, language);
};

function ByActor({ plan: { actors, sums, lines } }: { plan: PublicFinancingPlan }) {
  const t = usePublicText();
  const kroner = useKroner();
  const title = t('openPlan.byActor');
  const together = (['cost', 'funding'] as const).map((kind) =>
    actors.reduce((left, actor) => left - actor.sums[kind], sums[kind]),
  );
  return (
    <section aria-labelledby="by-actor">
      <h2 className="ds-heading" data-size="md" id="by-actor">
        {title}
      </h2>
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('openPlan.actor')}</th>
              <th scope="col" className="number">
                {t('openPlan.cost')}
              </th>
              <th scope="col" className="number">
                {t('openPlan.funding')}
              </th>
            </tr>
          </thead>
          <tbody>
            {actors.map(({ id, name, lead, sums: own }) => (
              <tr key={id}>
                <th scope="row">{lead ? t('openPlan.leads', { name }) : name}</th>
                <td className="number">{kroner(own.cost)}</td>
                <td className="number">{kroner(own.funding)}</td>
              </tr>
            ))}
            {lines.some(({ actors: several }) => several.length > 1) && (
              <tr>
                <th scope="row">{t('openPlan.together')}</th>
                {together.map((amount, at) => (
                  <td key={at === 0 ? 'cost' : 'funding'} className="number">
                    {kroner(amount)}
                  </td>
                ))}
              </tr>
            )}
            <tr className="grid-total">
              <th scope="row">{t('openPlan.shown')}</th>
              <td className="number">{kroner(sums.cost)}</td>
              <td className="number">{kroner(sums.funding)}</td>
            </tr>
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

function OpenLines({ plan: { lines } }: { plan: PublicFinancingPlan }) {
  const t = usePublicText();
  const kroner = useKroner();
  const title = t('openPlan.lines');
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="lines">
      <h2 className="ds-heading" data-size="md" id="lines">
        {title}
      </h2>
      <TableBox title={title}>
        <table className="ds-table" data-size="sm" data-color="neutral">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {(['what', 'actor', 'phases', 'years'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`openPlan.${column}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('openPlan.kroner')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ kind, what, actors, phases, from, to, kroner: amount, about }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
              <tr key={at}>
                <th scope="row">
                  {t(`openPlan.${kind}`)}: {what.label}
                </th>
                <td>{actors.join(', ')}</td>
                <td>{phases.map(({ label }) => label).join(', ')}</td>
                <td>{from === null ? '' : from === to ? from : `${from}–${to}`}</td>
                <td className="number">
                  {amount === null
                    ? t('openPlan.unknown')
                    : about
                      ? t('openPlan.about', { kroner: kroner(amount) })
                      : kroner(amount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

function Whole({
  whole: { principle, gap, frame, pools, costsOfOthers },
}: {
  whole: NonNullable<PublicFinancingPlan['whole']>;
}) {
  const t = usePublicText();
  const kroner = useKroner();
  const frames = (['baseCost', 'expectedAddition', 'steeringFrame', 'reserve', 'costFrame'] as const).flatMap(
    (name) => {
      const amount = frame?.[name] ?? null;
      return amount === null ? [] : [[name, amount] as const];
    },
  );
  return (
    <section aria-labelledby="whole">
      <h2 className="ds-heading" data-size="md" id="whole">
        {t('openPlan.whole')}
      </h2>
      <ul>
        <li>{principle.label}</li>
        <li>{t(gap < 0 ? 'openPlan.over' : 'openPlan.gap', { kroner: kroner(Math.abs(gap)) })}</li>
        {frame &&
          frames.map(([name, amount]) => (
            <li key={name}>
              {t('openPlan.frame', {
                name: t(`openPlan.${name}`),
                kroner: kroner(amount),
                year: String(frame.priceYear),
              })}
            </li>
          ))}
        {costsOfOthers.map(({ who, what, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
          <li key={at}>
            <Norwegian>{who}</Norwegian>: {what.label}
            {text !== '' && (
              <>
                . <Norwegian>{text}</Norwegian>
              </>
            )}
          </li>
        ))}
      </ul>
      {pools.map(({ name, amount, key, shares }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <div key={at}>
          <h3 className="ds-heading" data-size="xs">
            {t('openPlan.pool', { name, kroner: kroner(amount), key })}
          </h3>
          <ul>
            {(shares ?? []).map((share) => (
              <li key={share.name}>{t('openPlan.share', { name: share.name, kroner: kroner(share.kroner) })}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
