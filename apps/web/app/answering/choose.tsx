import { listRounds, may, session as readSession } from '@samblikk/contract';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import './answering.css';
import { useHref, usePick, useText } from '../i18n/text.tsx';
import { PageTitle } from '../page/title.tsx';
import { followUpPath, hubPath } from './addresses.ts';
import { redirectTo, signedInApi, toLogin } from './load.ts';

export const handle = { interactive: true };

/** Where someone who has just signed in goes: straight to the only thing there is to do, or to a choice. */
export async function loader(args: LoaderFunctionArgs) {
  const call = signedInApi(args);
  const [session, rounds] = await Promise.all([call(readSession, {}), call(listRounds, {})]);
  if (!session.signedIn) throw toLogin(args.url);
  const open = rounds.filter((round) => round.state === 'open').sort((a, b) => b.year - a.year);
  const years = (open.length > 0 ? open : rounds.slice(0, 1)).map(({ year }) => year);
  const agencies = new Map(
    session.roles.flatMap(({ agency }) => (agency?.orgnr ? [[agency.orgnr, agency.name] as const] : [])),
  );
  const held = session.roles.map(({ role, agency, ministry }) => ({
    role,
    agency: agency?.id,
    ministry: ministry?.code,
  }));
  const follows = may(held, 'round.followUp');
  const answering = [...agencies].flatMap(([orgnr, name]) => years.map((year) => ({ orgnr, name, year })));

  const to = (path: string) => redirectTo(args.url, path);
  const [only, ...more] = answering;
  if (only && more.length === 0 && !follows) throw to(hubPath(only.year, only.orgnr));
  const [year] = years;
  if (follows && answering.length === 0 && year !== undefined) throw to(followUpPath(year));
  return { answering, years: follows ? years : [] };
}

export default function Choose() {
  const { answering, years } = useLoaderData<typeof loader>();
  const t = useText();
  const pick = usePick();
  const to = useHref();
  return (
    <>
      <PageTitle title={t('answering.title')} />
      <h1 className="ds-heading" data-size="lg">
        {t('answering.title')}
      </h1>
      {answering.length === 0 && years.length === 0 && (
        <div className="prose">
          <p>{t('choose.nothing')}</p>
        </div>
      )}
      {answering.length > 0 && (
        <ul className="tasks">
          {answering.map(({ orgnr, name, year }) => (
            <li className="task" key={`${year}/${orgnr}`}>
              <Link to={to(hubPath(year, orgnr))}>{pick(name)}</Link>
              <span className="subtle">{t('choose.round', { year: String(year) })}</span>
            </li>
          ))}
        </ul>
      )}
      {years.length > 0 && (
        <ul className="tasks">
          {years.map((year) => (
            <li className="task" key={year}>
              <Link to={to(followUpPath(year))}>{t('followUp.title', { year: String(year) })}</Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
