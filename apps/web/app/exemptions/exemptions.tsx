import './exemptions.css';
import { may, type ReplyAt } from '@samblikk/contract/client';
import { Form, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { showDay, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import {
  ActionOutcome,
  exemptionsPath,
  Labelled,
  NumberedMeasure,
  qualityMeasurePath,
  signedInApi,
  yearOf,
} from '../ui/index.ts';
import type { action as act } from './action.ts';
import { type Claim, Decide } from './decide.tsx';
import { useExemptionText } from './texts.ts';

export { action } from './action.ts';

export const handle = { interactive: true };

/** The states that an address may choose, by whom they wait for. */
const shows = {
  waiting: ['undecided', 'answered'],
  agency: ['asked', 'refused'],
  holds: ['accepted'],
  over: ['expired', 'lapsed'],
  all: ['undecided', 'answered', 'asked', 'refused', 'accepted', 'expired', 'lapsed'],
} as const satisfies Record<string, readonly Claim['state'][]>;
type Show = keyof typeof shows;
const showNames = Object.keys(shows) as Show[];

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const { searchParams } = args.url;
  const held = await requireStaff(args, 'exemption.read');
  const measures = await signedInApi(args)('listExemptions', { params: { year } });
  return {
    ...{ year, measures },
    show: showNames.find((one) => one === searchParams.get('show')) ?? ('waiting' as const),
    agency: searchParams.get('agency') ?? '',
    mayDecide: may(held, 'exemption.decide'),
    seesValues: may(held, 'exemption.readValue'),
  };
}

/** For Digdir: all that agencies claim exempt in a round, and where each claim is decided. */
export default function Exemptions() {
  const { year, measures, show, agency, mayDecide, seesValues } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof act>();
  const s = useExemptionText();
  const to = useHref();
  const ofAgency = measures.filter(({ orgnr }) => agency === '' || orgnr === agency);
  const within = (name: Show) => (claim: Claim) => (shows[name] as readonly string[]).includes(claim.state);
  const count = (name: Show) => ofAgency.flatMap(({ claims }) => claims).filter(within(name)).length;
  const shown = ofAgency
    .map((measure) => ({ ...measure, claims: measure.claims.filter(within(show)) }))
    .filter(({ claims }) => claims.length > 0);
  const address = (name: Show) => {
    const query = new URLSearchParams({ show: name, ...(agency && { agency }) });
    return to(`${exemptionsPath(year)}?${query}`);
  };
  return (
    <>
      <RoundHead year={year} page="exemptions" title={s('title', { year: String(year) })} />
      <p className="lead">{s('lead')}</p>
      {!seesValues && <p>{s('noValues')}</p>}
      <ActionOutcome
        of={outcome}
        done={({ done }) => s(`done.${done}`)}
        refused={({ code, detail, issues }) =>
          code === 'claimChanged' ? s('changed') : s('failed', { reason: detail ?? issues[0]?.text ?? code })
        }
      />
      <nav className="round-pages" aria-label={s('shows')}>
        <ul>
          {showNames.map((name) => (
            <li key={name}>
              <Link to={address(name)} aria-current={name === show ? 'true' : undefined}>
                {`${s(`show.${name}`)} (${count(name)})`}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AgencyFilter />
      <div role="status">
        <h2 className="ds-heading" data-size="sm">
          {s('count', { claims: shown.flatMap(({ claims }) => claims).length, measures: shown.length })}
        </h2>
      </div>
      <ul className="measure-cards">
        {shown.map((measure) => (
          <li className="measure-card" key={measure.measure}>
            <MeasureItem measure={measure} year={year} mayDecide={mayDecide} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** A plain form: the choice is an address. */
function AgencyFilter() {
  const { year, measures, show, agency } = useLoaderData<typeof loader>();
  const s = useExemptionText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const agencies = [...new Map(measures.map((one) => [one.orgnr, pick(one.agency)]))].toSorted((a, b) =>
    a[1].localeCompare(b[1], language),
  );
  return (
    <search>
      <Form method="get" action={to(exemptionsPath(year))} className="exemption-filter" key={agency}>
        <input type="hidden" name="show" value={show} />
        <Labelled id="agency" label={s('agency')}>
          <select className="ds-input" id="agency" name="agency" defaultValue={agency}>
            <option value="">{s('any')}</option>
            {agencies.map(([orgnr, name]) => (
              <option key={orgnr} value={orgnr}>
                {name}
              </option>
            ))}
          </select>
        </Labelled>
        <button className="ds-button" data-variant="secondary" type="submit">
          {s('choose')}
        </button>
        {agency && <Link to={to(`${exemptionsPath(year)}?show=${show}`)}>{s('reset')}</Link>}
      </Form>
    </search>
  );
}

function MeasureItem({
  measure,
  year,
  mayDecide,
}: {
  measure: ReplyAt<'listExemptions'>[number];
  year: number;
  mayDecide: boolean;
}) {
  const s = useExemptionText();
  const pick = usePick();
  const to = useHref();
  const { number, title, agency, claims } = measure;
  return (
    <>
      <h3 className="ds-heading" data-size="2xs">
        <Link to={to(qualityMeasurePath(year, measure.measure))}>
          <NumberedMeasure number={number} title={title ?? s('closed')} />
        </Link>
      </h3>
      <p className="subtle small">{pick(agency)}</p>
      <ul className="exemption-claims">
        {claims.map((claim) => (
          <li className="exemption-claim" key={claim.field ?? ''}>
            <ClaimItem claim={claim} year={year} />
            {mayDecide && <Decide measure={measure} claim={claim} />}
          </li>
        ))}
      </ul>
    </>
  );
}

const colours = {
  ...{ undecided: 'warning', asked: 'info', answered: 'warning' },
  ...{ accepted: 'success', expired: 'neutral', refused: 'danger', lapsed: 'neutral' },
} as const satisfies Record<Claim['state'], string>;

function ClaimItem({ claim, year }: { claim: Claim; year: number }) {
  const s = useExemptionText();
  const pick = usePick();
  const language = useLanguage();
  const { label, basis, expires, state, history, value } = claim;
  const said = ({ step, by, at, until }: Claim['history'][number]) =>
    s(step === 'accepted' && until ? 'step.acceptedUntil' : `step.${step}`, {
      ...{ name: by, time: showMoment(at, language) },
      day: until ? showDay(until, language) : '',
    });
  return (
    <>
      <div className="measure-card-head">
        <h4 className="ds-heading" data-size="2xs">
          {pick(label)}
        </h4>
        <span className="ds-tag" data-size="sm" data-color={colours[state]}>
          {s(`state.${state}`)}
        </span>
      </div>
      <dl className="exemption-facts">
        <dt>{s('basis')}</dt>
        <dd>{basis ? pick(basis) : s('noBasis')}</dd>
        {expires && (
          <>
            <dt>{s('expires')}</dt>
            <dd>{showDay(expires, language)}</dd>
          </>
        )}
        {value && (
          <>
            <dt>{s('value')}</dt>
            <dd>{pick(value)}</dd>
          </>
        )}
      </dl>
      {history.length > 0 && (
        <ul className="exemption-claims" aria-label={s('said')}>
          {history.map((one) => (
            <li key={one.at}>
              <p className="small subtle">
                {one.year === year ? said(one) : `${s('step.year', { year: String(one.year) })}: ${said(one)}`}
              </p>
              {one.words && <p className="query-text">{one.words}</p>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
