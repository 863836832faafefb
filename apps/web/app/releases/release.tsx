import { may } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { allLanguages, formatNumber, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import {
  ActionOutcome,
  Crumbs,
  followUpPath,
  Labelled,
  PageTitle,
  problemOf,
  type Refused,
  releasePath,
  signedInApi,
} from '../ui/index.ts';
import { releaseOf } from './release-data.ts';
import { useReleaseText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const [held, release] = await Promise.all([requireStaff(args, 'release.preview'), releaseOf(args)]);
  return { release, mayPublish: may(held, 'release.publish'), mayWithdraw: may(held, 'release.withdraw') };
}

type Done = { readonly done: 'published' | 'withdrawn' };

/** Publishes the release, or withdraws it with a reason. */
export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  try {
    const { year, number } = await releaseOf(args);
    const params = { year, number };
    if (form.get('what') === 'publish') {
      await signedInApi(args)('publishRelease', { params });
      return { done: 'published' };
    }
    const reason = (language: string) => String(form.get(`reason-${language}`) ?? '');
    const body = { reason: { nb: reason('nb'), nn: reason('nn'), en: reason('en') } };
    await signedInApi(args)('withdrawRelease', { params, body });
    return { done: 'withdrawn' };
  } catch (error) {
    return problemOf(error);
  }
}

/** One release for staff: what it holds, what it will look like, and whether the public sees it. */
export default function Release() {
  const { release, mayPublish, mayWithdraw } = useLoaderData<typeof loader>();
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
      <PageTitle title={s('release.title', values)} />
      <Crumbs
        trail={[[followUpPath(year), t('followUp.title', { year: String(year) })]]}
        here={s('release.here', values)}
      />
      <div className="hub-head">
        <h1 className="ds-heading" data-size="lg">
          {s('release.title', values)}
        </h1>
        <State />
      </div>
      <ActionOutcome
        of={outcome}
        done={({ done }) => s(`release.done.${done}`, values)}
        refused={({ code }) => (code === 'alreadyDone' ? s('release.alreadyDone') : t('submit.refused'))}
      />
      <Facts />
      <section className="hub-section" aria-labelledby="preview">
        <h2 className="ds-heading" data-size="sm" id="preview">
          {s(waits ? 'release.preview' : 'release.contents')}
        </h2>
        <p className="prose">{s(waits ? 'release.previewText' : 'release.contentsText')}</p>
        <ul className="tasks">
          {(
            [
              ['tall', 'release.figures'],
              ['tall/tabell', 'release.table'],
              ['register', 'release.register'],
            ] as const
          ).map(([path, label]) => (
            <li className="task" key={path}>
              <a href={to(`${place}/${path}`)}>{s(label)}</a>
            </li>
          ))}
        </ul>
      </section>
      {waits && mayPublish && (
        <section className="hub-section" aria-labelledby="publish">
          <h2 className="ds-heading" data-size="sm" id="publish">
            {s('release.publish')}
          </h2>
          <p className="prose">{s('release.publishText')}</p>
          <Form method="post">
            <button className="ds-button" type="submit" name="what" value="publish">
              {s('release.publishYes', values)}
            </button>
          </Form>
        </section>
      )}
      {publication === 'published' && mayWithdraw && <Withdraw latest={latest} />}
      <p>
        <Link to={to(followUpPath(year))}>{s('release.back', values)}</Link>
      </p>
    </>
  );
}

/** Who sees the release now, and from when others do. */
function State() {
  const { release } = useLoaderData<typeof loader>();
  const _t = useText();
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

/** Takes a published release back. The reason is public, so it is written in the languages that it is read in. */
function Withdraw({ latest }: { latest: boolean }) {
  const _t = useText();
  const s = useReleaseText();
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
        <Form method="post" className="confirm-box">
          {allLanguages.map((language) => (
            <Labelled key={language} id={`reason-${language}`} label={s(`release.reason.${language}`)}>
              <textarea
                className="ds-input"
                id={`reason-${language}`}
                name={`reason-${language}`}
                lang={language}
                rows={3}
                maxLength={1000}
                required
              />
            </Labelled>
          ))}
          <button className="ds-button" data-color="danger" type="submit" name="what" value="withdraw">
            {s('release.withdrawYes')}
          </button>
        </Form>
      </details>
    </section>
  );
}
