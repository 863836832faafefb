import { listRounds, may, type Round, session as readSession } from '@samblikk/contract';
import { editionOf } from '@samblikk/questionnaire';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import './answering.css';
import { useHref, useLanguage, usePick, useText } from '../i18n/text.tsx';
import { PageTitle } from '../page/title.tsx';
import { heldBy } from '../session/session.ts';
import { followUpPath, hubPath, measurePath } from './addresses.ts';
import { redirectTo, signedInApi, toLogin } from './load.ts';
import { switchPath } from './login-path.ts';
import { showDay } from './moment.ts';

export const handle = { interactive: true };

/** Where someone who has just signed in goes: straight to the only thing there is to do, or to a choice. */
export async function loader(args: LoaderFunctionArgs) {
  const call = signedInApi(args);
  const [session, rounds] = await Promise.all([call(readSession, {}), call(listRounds, {})]);
  if (!session.signedIn) throw toLogin(args.url);
  const open = rounds.filter((round) => round.state === 'open').sort((a, b) => b.year - a.year);
  const years = (open.length > 0 ? open : rounds.slice(0, 1)).map(({ year }) => year);
  const agencies = new Map(
    session.roles.flatMap(({ agency, measure }) =>
      agency?.orgnr && !measure ? [[agency.orgnr, agency.name] as const] : [],
    ),
  );
  const delegated = session.roles.flatMap(({ agency, measure }) =>
    agency && measure ? [{ ...measure, agency: agency.name, sectionTitle: sectionTitle(rounds, measure) }] : [],
  );
  const follows = may(heldBy(session), 'round.followUp');
  const answering = [...agencies].flatMap(([orgnr, name]) => years.map((year) => ({ orgnr, name, year })));

  const to = (path: string) => redirectTo(args.url, path);
  const [only, ...more] = answering;
  if (only && more.length === 0 && delegated.length === 0 && !follows) throw to(hubPath(only.year, only.orgnr));
  const [year] = years;
  if (follows && answering.length + delegated.length === 0 && year !== undefined) throw to(followUpPath(year));
  return { answering, delegated, years: follows ? years : [] };
}

/** What the delegated section is called; null for a whole measure. */
function sectionTitle(rounds: readonly Round[], { year, section }: { year: number; section: string | null }) {
  const edition = editionOf(rounds.find((round) => round.year === year)?.edition ?? '');
  return edition?.sections.find(({ id }) => id === section)?.title ?? null;
}

export default function Choose() {
  const { answering, delegated, years } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const t = useText();
  const pick = usePick();
  const to = useHref();
  return (
    <>
      <PageTitle title={t('answering.title')} />
      <h1 className="ds-heading" data-size="lg">
        {t('answering.title')}
      </h1>
      {answering.length + delegated.length + years.length === 0 && (
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
      {delegated.length > 0 && (
        <section aria-labelledby="delegated">
          <h2 className="ds-heading" data-size="sm" id="delegated">
            {t('choose.delegated')}
          </h2>
          <ul className="tasks">
            {delegated.map((one) => (
              <li className="task" key={`${one.year}/${one.id}/${one.section}`}>
                <Link to={to(measurePath(one.year, one.id, one.section ?? ''))}>
                  {one.title ?? t('measure.unnamed', { number: one.number })}
                  {one.sectionTitle && `: ${pick(one.sectionTitle)}`}
                </Link>
                <span className="subtle">
                  {pick(one.agency)}. {t('delegate.due', { date: showDay(one.dueOn, language) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
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
      <p>
        <a href={switchPath(to('/svar'))}>{t('choose.switch')}</a>
      </p>
    </>
  );
}
