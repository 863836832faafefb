import './plans.css';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, useHref } from '../i18n/index.ts';
import { answeringPath, Crumbs, NumberedMeasure, PageTitle, planPath, signedInApi } from '../ui/index.ts';
import { Lacking } from './coverage.tsx';
import { usePlanText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  return signedInApi(args)('listFinancingPlans', { query: { lang: languageOfPath(args.url.pathname) } });
}

/** The financing plans that someone leads, takes part in or follows. */
export default function Plans() {
  const { plans } = useLoaderData<typeof loader>();
  const s = usePlanText();
  const to = useHref();
  return (
    <>
      <PageTitle title={s('plans')} />
      <Crumbs trail={[[answeringPath, s('answering')]]} here={s('plans')} />
      <h1 className="ds-heading" data-size="lg">
        {s('plans')}
      </h1>
      <p className="lead prose">{s('plansLead')}</p>
      {plans.length === 0 && <p>{s('noPlans')}</p>}
      <ul className="measure-cards">
        {plans.map(({ measure, name, lead, as, gap, waits, open }) => (
          <li className="measure-card" key={measure.id}>
            <div className="measure-card-head">
              <h2 className="ds-heading" data-size="2xs">
                <Link to={to(planPath(measure.id))}>
                  <NumberedMeasure number={measure.number} title={name} />
                </Link>
              </h2>
              {waits && (
                <span className="ds-tag" data-color="warning" data-size="sm">
                  {s('waits')}
                </span>
              )}
            </div>
            <p className="small">{`${s(`as.${as}`)}. ${s('ledBy', { name: lead })}.${open ? ` ${s('isOpen')}.` : ''}`}</p>
            <Lacking total={{ gap }} />
          </li>
        ))}
      </ul>
    </>
  );
}
