import { isPilot, may, type Round, roundName } from '@samblikk/contract/client';
import { editionOf, type Text } from '@samblikk/questionnaire';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { Message, showDay, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { type Call, useRootData } from '../platform/index.ts';
import { heldBy, type SignedInSession } from '../session/index.ts';
import {
  answeringPath,
  hubPath,
  judgingPath,
  measurePath,
  PageTitle,
  plansPath,
  redirectTo,
  signedInApi,
  startPath,
  switchPath,
  toLogin,
} from '../ui/index.ts';

export const handle = { interactive: true };

/** Where someone who has just signed in goes: straight to the only thing there is to do, or to a choice. */
export async function loader(args: LoaderFunctionArgs) {
  const call = signedInApi(args);
  const [session, rounds] = await Promise.all([call('session', {}), call('listRounds', {})]);
  if (!session.signedIn) throw toLogin(args.url);
  const open = rounds
    .filter((round) => round.state === 'open')
    .sort((a, b) => Number(isPilot(a.year)) - Number(isPilot(b.year)) || b.year - a.year);
  const years = (open.length > 0 ? open : lastOpened(rounds)).map(({ year }) => year);
  const agencies = new Map(
    session.roles.flatMap(({ agency, measure }) =>
      agency?.orgnr && !measure ? [[agency.orgnr, agency.name] as const] : [],
    ),
  );
  const delegated = session.roles.flatMap(({ agency, measure }) =>
    agency && measure ? [{ ...measure, agency: agency.name, sectionTitle: sectionTitle(rounds, measure) }] : [],
  );
  const follows = may(heldBy(session), 'round.followUp');
  const followed = await coordinated(call, session);
  const answering = [...agencies].flatMap(([orgnr, name]) => years.map((year) => ({ orgnr, name, year })));

  const to = (path: string) => redirectTo(args.url, path);
  const [only, ...more] = answering;
  const others = delegated.length + followed.length;
  if (only && more.length === 0 && others === 0 && !follows) throw to(hubPath(only.year, only.orgnr));
  if (follows && answering.length + others === 0) throw to(startPath);
  const judges = session.roles.some(({ role }) => role === 'coordinator');
  const readable = followed.flatMap((one) => years.map((year) => ({ ...one, year })));
  return { answering, delegated, readable, follows, judges };
}

/** When no round is open: the one that was, in which an agency may have more time, rather than one that is planned. */
function lastOpened(rounds: readonly Round[]): readonly Round[] {
  const real = rounds.filter(({ year }) => !isPilot(year));
  return [real.find(({ state }) => state !== 'planned') ?? real[0] ?? rounds[0]].filter((round) => round !== undefined);
}

/** The agencies under the ministries that someone coordinates, by name: they may read their answers. */
async function coordinated(call: Call, { roles }: Pick<SignedInSession, 'roles'>) {
  const codes = new Set(
    roles.flatMap(({ role, ministry }) => (role === 'coordinator' && ministry ? ministry.code : [])),
  );
  if (codes.size === 0) return [];
  return (await call('listAgencies', { query: {} }))
    .flatMap(({ orgnr, name, ministry }) => (orgnr && ministry && codes.has(ministry.code) ? [{ orgnr, name }] : []))
    .sort((a, b) => a.name.nb.localeCompare(b.name.nb, 'nb'));
}

/** What the delegated section is called; null for a whole measure. */
function sectionTitle(rounds: readonly Round[], { year, section }: { year: number; section: string | null }) {
  const edition = editionOf(rounds.find((round) => round.year === year)?.edition ?? '');
  return edition?.sections.find(({ id }) => id === section)?.title ?? null;
}

export default function Choose() {
  const { answering, delegated, readable, follows, judges } = useLoaderData<typeof loader>();
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
      {answering.length + delegated.length + readable.length === 0 && !follows && !judges && <NoAccess />}
      {answering.length > 0 && <Agencies of={answering} />}
      {judges && (
        <p>
          <Link to={to(judgingPath)}>{t('choose.judge')}</Link>
        </p>
      )}
      {readable.length > 0 && (
        <section aria-labelledby="readable">
          <h2 className="ds-heading" data-size="sm" id="readable">
            {t('choose.mayRead')}
          </h2>
          <Agencies of={readable} />
          <p>
            <a href={to('/samordning')}>{t('choose.coordination')}</a>
          </p>
        </section>
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
                  <span>{one.title ?? t('measure.unnamed', { number: one.number })}</span>
                  {one.sectionTitle && <span>{`: ${pick(one.sectionTitle)}`}</span>}
                </Link>
                <span className="subtle">
                  {`${pick(one.agency)}. ${t('delegate.due', { date: showDay(one.dueOn, language) })}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {follows && (
        <p>
          <Link to={to(startPath)}>{t('nav.start')}</Link>
        </p>
      )}
      <p>
        <Link to={to(plansPath)}>{t('plans.link')}</Link>
      </p>
      <p>
        <a href={switchPath(to(answeringPath))}>{t('choose.switch')}</a>
      </p>
    </>
  );
}

/** Agencies by round, each with the way to its answer. */
function Agencies({ of }: { of: readonly { readonly orgnr: string; readonly name: Text; readonly year: number }[] }) {
  const t = useText();
  const pick = usePick();
  const to = useHref();
  return (
    <ul className="tasks">
      {of.map(({ orgnr, name, year }) => (
        <li className="task" key={`${year}/${orgnr}`}>
          <Link to={to(hubPath(year, orgnr))}>{pick(name)}</Link>
          <span className="subtle">{t('choose.round', { year: pick(roundName(year)) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** For those who are signed in and may do nothing here: who can let them in. Names of others are not told. */
function NoAccess() {
  const t = useText();
  const contact = useRootData()?.contactEmail;
  return (
    <div className="prose">
      <p>{t('choose.nothing')}</p>
      <p>{t('choose.nothingAltinn')}</p>
      <p>{t('choose.nothingInvite')}</p>
      {contact && (
        <p>
          <Message
            id="choose.nothingHelp"
            values={{ email: contact, a: (text) => <a href={`mailto:${contact}`}>{text}</a> }}
          />
        </p>
      )}
    </div>
  );
}
