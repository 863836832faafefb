import { type AuditEvent, addressOf, type ReplyAt } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formatNumber, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import {
  ActionOutcome,
  auditPath,
  Crumbs,
  PageTitle,
  problemOf,
  type Refused,
  roundsPath,
  signedInApi,
} from '../ui/index.ts';
import { asked, dayFaults, leavesOutLogins, olderThan, queryOf, typedIn } from './audit-filter.ts';
import { Filter } from './audit-filter-form.tsx';
import { useAuditText } from './audit-texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, 'audit.read');
  const api = signedInApi(args);
  const search = args.url.searchParams;
  const typed = typedIn(search);
  const faults = dayFaults(typed);
  const before = Number(search.get(olderThan) ?? '');
  const [rounds, agencies, found] = await Promise.all([
    api('listRounds', {}),
    api('listAgencies', { query: {} }),
    // Days that are none find nothing, and the field says so.
    api('listAudit', {
      query: {
        ...asked(Object.keys(faults).length > 0 ? { ...typed, from: '', to: '' } : typed),
        ...(Number.isInteger(before) && before > 0 && { before }),
        size: 50,
      },
    }),
  ]);
  return { typed, faults, before, years: rounds.map(({ year }) => year), agencies, ...found };
}

type Verified = { readonly done: 'verified'; readonly result: ReplyAt<'verifyAudit'> };

/** Verifies the whole chain. */
export async function action(args: ActionFunctionArgs): Promise<Verified | Refused> {
  try {
    return { done: 'verified', result: await signedInApi(args)('verifyAudit', {}) };
  } catch (error) {
    return problemOf(error);
  }
}

/** For administrators: who did what, and that none of it was changed since. */
export default function Audit() {
  const { typed, events, next, before } = useLoaderData<typeof loader>();
  const s = useAuditText();
  const to = useHref();
  return (
    <>
      <PageTitle title={s('title')} />
      <Crumbs trail={[[roundsPath, s('rounds')]]} here={s('title')} />
      <h1 className="ds-heading" data-size="lg">
        {s('title')}
      </h1>
      <p className="lead prose">{s('lead')}</p>
      <Verify />
      <Filter />
      <section className="hub-section" aria-labelledby="events">
        <h2 className="ds-heading" data-size="sm" id="events">
          {s('events')}
        </h2>
        <Logins />
        {events.length === 0 ? (
          <p>{s('none')}</p>
        ) : (
          <ol className="tasks audit-events">
            {events.map((event) => (
              <Event key={event.sequence} event={event} />
            ))}
          </ol>
        )}
        <p className="audit-pages">
          {before > 0 && <Link to={to(`${auditPath}?${queryOf(typed)}`)}>{s('newest')}</Link>}
          {next !== null && (
            <Link to={to(`${auditPath}?${queryOf(typed, { [olderThan]: String(next) })}`)}>{s('older')}</Link>
          )}
        </p>
      </section>
      <Export />
    </>
  );
}

/** Says whether logins are among the events, with the way to the other. */
function Logins() {
  const { typed } = useLoaderData<typeof loader>();
  const s = useAuditText();
  const to = useHref();
  if (typed.action !== '') return null;
  const without = leavesOutLogins(typed);
  return (
    <p className="audit-pages">
      <span>{s(without ? 'loginsLeftOut' : 'loginsShown')}</span>
      <Link to={to(`${auditPath}?${queryOf({ ...typed, logins: without ? 'ja' : '' })}`)} preventScrollReset>
        {s(without ? 'showLogins' : 'hideLogins')}
      </Link>
    </p>
  );
}

function Event({ event }: { event: AuditEvent }) {
  const { sequence, at, actor, what, subject, details, hash } = event;
  const s = useAuditText();
  const pick = usePick();
  const language = useLanguage();
  const system = /^system:(.*)$/.exec(actor.id)?.[1];
  const by = actor.name ?? (system === undefined ? s('someone') : s('program', { name: system }));
  const about = subject.name ? pick(subject.name) : '';
  return (
    <li className="task">
      <div>
        <span>{about === '' || about === by ? pick(what) : `${pick(what)}: ${about}`}</span>
        <p className="small subtle">{`${by}, ${showMoment(at, language)}`}</p>
        <details className="small">
          <summary>
            <span>{s('more')}</span>
            <span className="ds-sr-only">{`: ${s('number')} ${sequence}`}</span>
          </summary>
          <dl className="known-facts">
            <Fact name={s('number')} value={formatNumber(sequence, language)} />
            {details.map(({ key, name, value }) => (
              <Fact key={key} name={pick(name)} value={value} />
            ))}
            <Fact name={s('hash')} value={hash} />
          </dl>
        </details>
      </div>
    </li>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="hash">{value}</dd>
    </div>
  );
}

function Verify() {
  const outcome = useActionData<typeof action>() as Verified | Refused | undefined;
  const s = useAuditText();
  const language = useLanguage();
  const broken = outcome && 'result' in outcome ? outcome.result.broken : null;
  return (
    <section className="hub-section" aria-labelledby="verify">
      <h2 className="ds-heading" data-size="sm" id="verify">
        {s('verify')}
      </h2>
      <p className="prose">{s('verifyText')}</p>
      <ActionOutcome
        of={broken ? undefined : outcome}
        done={({ result: { events, lastAt, lastHash } }) => (
          <span className="hash">
            {s('holds', { events, time: lastAt === null ? '–' : showMoment(lastAt, language), hash: lastHash })}
          </span>
        )}
        refused={() => s('refused')}
      />
      {broken && outcome && 'result' in outcome && (
        <p className="ds-alert" data-color="danger" role="alert">
          {s('broken', {
            sequence: formatNumber(broken.sequence, language),
            why: s(broken.reason),
            events: outcome.result.events,
          })}
        </p>
      )}
      <Form method="post" preventScrollReset>
        <button className="ds-button" data-variant="secondary" type="submit">
          {s('verify')}
        </button>
      </Form>
    </section>
  );
}

function Export() {
  const { typed, faults } = useLoaderData<typeof loader>();
  const s = useAuditText();
  const file = (format: 'csv' | 'json') => {
    const filter = Object.keys(faults).length > 0 ? {} : asked(typed);
    const query = Object.entries({ ...filter, format }).map(([name, value]) => [name, String(value)]);
    return `${addressOf('exportAudit').path}?${new URLSearchParams(query)}`;
  };
  return (
    <section className="hub-section" aria-labelledby="export">
      <h2 className="ds-heading" data-size="sm" id="export">
        {s('export')}
      </h2>
      <p className="prose">{s('exportText')}</p>
      <p className="audit-pages">
        {(['csv', 'json'] as const).map((format) => (
          <a key={format} href={file(format)} download>
            {s(format)}
          </a>
        ))}
      </p>
    </section>
  );
}
