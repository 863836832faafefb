import './releases.css';
import { may, type ReleaseChanges, type RoundRelease } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { formatNumber, languageOfPath, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import {
  ActionOutcome,
  problemOf,
  publishingPath,
  type Refused,
  releasePath,
  signedInApi,
  useFieldErrors,
} from '../ui/index.ts';
import { useChangeText } from './change-texts.ts';
import { Changed } from './changed.tsx';
import { previewPages } from './preview-pages.ts';
import { momentIn, Publish, typedMoment } from './publish.tsx';
import { missingReasons, ReasonFields, reasonIn } from './reasons.tsx';
import { releaseOf } from './release-data.ts';
import { ReleaseReason } from './release-reason.tsx';
import { ReportForm } from './report-form.tsx';
import { useReleaseText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const held = await requireStaff(args, 'release.preview');
  const release = await releaseOf(args);
  return {
    release,
    changes: await changesSince(args, release),
    figures: await figuresOf(args, release),
    typed: typedMoment(release.publication === 'scheduled' ? release.publishAt : null),
    mayPublish: may(held, 'release.publish'),
    mayWithdraw: may(held, 'release.withdraw'),
  };
}

/** The figures that its report can have. */
async function figuresOf(args: LoaderFunctionArgs, { year, number }: RoundRelease) {
  const lang = languageOfPath(args.url.pathname);
  const { figures } = await signedInApi(args)('previewFigures', { params: { year, number }, query: { lang } });
  return figures;
}

/** What changed since the release before, published or not; nothing of a round's first. */
async function changesSince(args: LoaderFunctionArgs, { year, number }: RoundRelease): Promise<ReleaseChanges | null> {
  if (number === 1) return null;
  const query = { with: `${year}.${number - 1}` };
  const { before, after, measures } = await signedInApi(args)('compareReleases', { params: { year, number }, query });
  return { before, after, measures };
}

type Done = { readonly done: 'published' | 'scheduled' | 'held' | 'withdrawn' };

/** Publishes the release, says when it is published by itself, or withdraws it with a reason. */
export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  try {
    const { year, number } = await releaseOf(args);
    const params = { year, number };
    if (form.get('what') === 'publish') {
      await signedInApi(args)('publishRelease', { params });
      return { done: 'published' };
    }
    if (form.get('what') === 'hold') {
      await signedInApi(args)('scheduleRelease', { params, body: { publishAt: null } });
      return { done: 'held' };
    }
    if (form.get('what') === 'schedule') {
      await signedInApi(args)('scheduleRelease', { params, body: { publishAt: momentIn(form) } });
      return { done: 'scheduled' };
    }
    await signedInApi(args)('withdrawRelease', { params, body: { reason: reasonIn(form) } });
    return { done: 'withdrawn' };
  } catch (error) {
    if (error instanceof RangeError) return { code: 'invalidRequest', issues: [] };
    return problemOf(error);
  }
}

/** One release for staff: what it holds, what it will look like, and whether the public sees it. */
export default function Release() {
  const c = useChangeText();
  const { release, changes, figures, typed, mayPublish, mayWithdraw } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText();
  const s = useReleaseText();
  const to = useHref();
  const { year, number, publication, latest } = release;
  const values = { number, year: String(year) };
  const place = releasePath(year, number);
  const waits = publication === 'held' || publication === 'scheduled';
  return (
    <>
      <RoundHead
        year={year}
        page="publishing"
        below
        title={s('release.title', values)}
        here={s('release.here', values)}
      >
        <State />
      </RoundHead>
      <ActionOutcome
        of={outcome}
        done={({ done }) => s(`release.done.${done}`, values)}
        refused={({ code, detail }) =>
          code === 'alreadyDone' ? s('release.alreadyDone') : (detail ?? t('submit.refused'))
        }
      />
      <Facts />
      {release.reason !== null && (
        <section className="hub-section" aria-labelledby="why">
          <h2 className="ds-heading" data-size="sm" id="why">
            {c('why')}
          </h2>
          <ReleaseReason reason={release.reason} />
        </section>
      )}
      <section className="hub-section" aria-labelledby="preview">
        <h2 className="ds-heading" data-size="sm" id="preview">
          {s(waits ? 'release.preview' : 'release.contents')}
        </h2>
        <p className="prose">{s(waits ? 'release.previewText' : 'release.contentsText')}</p>
        <ul className="tasks">
          {previewPages.map(([path, label]) => (
            <li className="task" key={path}>
              <a href={to(`${place}/${path}`)}>{s(label)}</a>
            </li>
          ))}
        </ul>
      </section>
      <p>
        <Link to={to(`${place}/kontroll`)}>{s('check.link')}</Link>
      </p>
      <ReportForm year={year} number={number} figures={figures} />
      {changes && <Changed changes={changes} />}
      {waits && mayPublish && <Publish release={release} typed={typed} />}
      {publication === 'published' && mayWithdraw && <Withdraw latest={latest} />}
      <p>
        <Link to={to(publishingPath(year))}>{s('release.back', values)}</Link>
      </p>
    </>
  );
}

/** Who sees the release now, and from when others do. */
function State() {
  const { release } = useLoaderData<typeof loader>();
  const s = useReleaseText();
  const pick = usePick();
  const language = useLanguage();
  const { publication, publishAt, latest, withdrawal } = release;
  if (withdrawal) {
    const values = { time: showMoment(withdrawal.at, language), name: withdrawal.by };
    return (
      <>
        <p className="lead">{s('release.state.withdrawn', values)}</p>
        <blockquote className="withdrawal-reason">{pick(withdrawal.reason)}</blockquote>
      </>
    );
  }
  const time = publishAt === null ? '' : showMoment(publishAt, language);
  if (publication === 'published')
    return <p className="lead">{s(latest ? 'release.state.current' : 'release.state.published')}</p>;
  return (
    <p className="lead">
      {s(publication === 'scheduled' ? 'release.state.scheduled' : 'release.state.held', { time })}
    </p>
  );
}

/** What the release holds, and how new it is. */
function Facts() {
  const { release } = useLoaderData<typeof loader>();
  const t = useText();
  const s = useReleaseText();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { frozenAt, dataAsOf, newestAnswerAt, measures, publicMeasures, answered, invited, contentHash } = release;
  const facts: readonly (readonly [label: string, value: string])[] = [
    [s('release.dataAsOf'), showMoment(dataAsOf, language)],
    [s('release.newestAnswer'), newestAnswerAt === null ? '–' : showMoment(newestAnswerAt, language)],
    [s('release.frozenAt'), showMoment(frozenAt, language)],
    [s('release.measures'), number(measures)],
    [s('release.public'), number(publicMeasures)],
    [s('release.answered'), t('home.answeredOf', { answered: number(answered), invited: number(invited) })],
  ];
  return (
    <dl className="known-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{s('release.hash')}</dt>
        <dd className="hash">{contentHash}</dd>
      </div>
    </dl>
  );
}

/** Takes a published release back. */
function Withdraw({ latest }: { latest: boolean }) {
  const s = useReleaseText();
  const { errors, form } = useFieldErrors((element) =>
    missingReasons(new FormData(element), s('unpublic.reasonFault')),
  );
  return (
    <section className="hub-section" aria-labelledby="withdraw">
      <h2 className="ds-heading" data-size="sm" id="withdraw">
        {s('release.withdraw')}
      </h2>
      <p className="prose">{s(latest ? 'release.withdrawText' : 'release.withdrawOlderText')}</p>
      <details className="confirm staff-action">
        <summary className="ds-button" data-variant="secondary" data-color="danger">
          {s('release.withdrawOpen')}
        </summary>
        <Form method="post" className="confirm-box" {...form}>
          <ReasonFields errors={errors} />
          <button className="ds-button" data-color="danger" type="submit" name="what" value="withdraw">
            {s('release.withdrawYes')}
          </button>
        </Form>
      </details>
    </section>
  );
}
