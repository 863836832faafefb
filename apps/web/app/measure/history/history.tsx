import { type AnswerValue, type Edition, findQuestion, kindOf, rulePrefix } from '@samblikk/questionnaire';
import { useEffect, useRef } from 'react';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
} from 'react-router';
import { showMoment, showTime, useLanguage, usePick, useText } from '../../i18n/index.ts';
import { Crumbs, measurePath, measureYearOf, PageTitle, problemOf, type Refused, signedInApi } from '../../ui/index.ts';
import { measureName, useEditionsOf } from '../editions.ts';
import { refersToAgencies, useNames } from '../lookups.ts';
import { type Revision, type Sitting, sittingsOf } from './history-sittings.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const params = measureYearOf(args);
  const call = signedInApi(args);
  const [draft, revisions] = await Promise.all([call('readDraft', { params }), call('readRevisions', { params })]);
  return { draft, revisions };
}

/** Goes back to an earlier version: its answers become the newest version, and nothing is erased. */
export async function action(args: ActionFunctionArgs): Promise<Response | Refused> {
  const form = await args.request.formData();
  const params = measureYearOf(args);
  const body = { version: Number(form.get('version')), basedOn: Number(form.get('basedOn')) };
  try {
    await signedInApi(args)('restoreRevision', { params, body });
    return redirect(`${args.url.pathname}?${restored}=${body.version}`);
  } catch (error) {
    return problemOf(error);
  }
}

/** In the address after going back: the version that was gone back to. */
const restored = 'gjenopprettet';

/** Every saved version of a measure, the newest first, by sitting: who, when, and what changed. */
export default function History() {
  const { draft, revisions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as Refused | undefined;
  const t = useText();
  const language = useLanguage();
  const editions = useEditionsOf(draft);
  const edition = editions[draft.edition];
  const names = useNames(
    revisions.some(({ changes }) => changes.some(({ to: value }) => refersToAgencies(value as AnswerValue | null))),
    draft.agency,
  );
  if (!edition) return null;
  const title = measureName(draft, editions) ?? t('measure.unnamed', { number: draft.number });
  const show = (id: string, value: unknown): string => {
    const question = findQuestion(edition, id);
    if (value === null || value === undefined) return t('answer.blank');
    return question ? kindOf(question).show(question, value as AnswerValue, language, names, edition) : String(value);
  };
  const context: HistoryContext = { edition, show, mayRestore: draft.open && draft.mayWrite, newest: draft.version };
  return (
    <>
      <PageTitle title={`${t('history.title')} – ${title}`} />
      <div className="hub-head">
        <Crumbs trail={[[measurePath(draft.year, draft.id), title]]} here={t('history.title')} />
        <h1 className="ds-heading" data-size="lg">
          {t('history.title')}
        </h1>
      </div>
      {refused && (
        <p className="ds-alert" data-color="danger" role="alert">
          {t('history.refused')}
        </p>
      )}
      <Restored />
      {revisions.length === 0 && <p>{t('history.none')}</p>}
      <ol className="revisions" reversed>
        {sittingsOf(edition, revisions).map((sitting) => (
          <li key={sitting.to}>
            <SittingOf sitting={sitting} context={context} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Says that an earlier version was gone back to, where the button was pressed that is gone now. */
function Restored() {
  const t = useText();
  const version = new URLSearchParams(useLocation().search).get(restored);
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (version === null) return;
    // After the page has moved the focus to its heading.
    const timer = setTimeout(() => box.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, [version]);
  if (version === null || !/^\d+$/.test(version)) return null;
  return (
    <p className="ds-alert" data-color="success" role="status" tabIndex={-1} ref={box}>
      {t('history.restored', { version })}
    </p>
  );
}

/** What all versions are told with. */
interface HistoryContext {
  readonly edition: Edition;
  show: (question: string, value: unknown) => string;
  readonly mayRestore: boolean;
  readonly newest: number;
}

/** What one person did at one time; version by version for those who ask. */
function SittingOf({ sitting, context }: { sitting: Sitting; context: HistoryContext }) {
  const t = useText();
  const language = useLanguage();
  const { versions, by, from, to } = sitting;
  const [last] = versions;
  const first = versions.at(-1);
  if (!last || !first) return null;
  if (versions.length === 1) return <Version revision={last} context={context} heading="h2" />;
  const [begun, ended] = [showMoment(from, language), showMoment(to, language)];
  return (
    <>
      <h2 className="ds-heading" data-size="2xs">
        {t('history.sitting', { name: by, time: begun === ended ? ended : `${begun} – ${showTime(to, language)}` })}
      </h2>
      <p className="subtle">
        {t('history.versions', { count: versions.length, first: first.version, last: last.version })}
      </p>
      <Changes {...sitting} context={context} />
      <details className="ds-details">
        <summary>{t('history.each', { count: versions.length })}</summary>
        <div>
          <ol className="revisions" reversed>
            {versions.map((revision) => (
              <li key={revision.version}>
                <Version revision={revision} context={context} heading="h3" />
              </li>
            ))}
          </ol>
        </div>
      </details>
    </>
  );
}

function Version({
  revision,
  context,
  heading: Heading,
}: {
  revision: Revision;
  context: HistoryContext;
  heading: 'h2' | 'h3';
}) {
  const t = useText();
  const language = useLanguage();
  const { version, at, by } = revision;
  return (
    <>
      <Heading className="ds-heading" data-size="2xs">
        {t('history.version', { version, time: showMoment(at, language), name: by })}
      </Heading>
      <Changes {...revision} context={context} />
      {context.mayRestore && version !== context.newest && (
        <details className="confirm">
          <summary>
            <span>{t('history.restore')}</span>
            <span className="visually-hidden">{` ${version}`}</span>
          </summary>
          <Form method="post" className="confirm-box">
            <p>{t('history.restoreText')}</p>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="basedOn" value={context.newest} />
            <button className="ds-button" data-size="sm" type="submit">
              {t('history.restoreYes', { version })}
            </button>
          </Form>
        </details>
      )}
    </>
  );
}

function Changes({ changes, reasons, context }: Pick<Revision, 'changes' | 'reasons'> & { context: HistoryContext }) {
  const { edition, show } = context;
  const t = useText();
  const pick = usePick();
  const label = (id: string) => {
    const question = findQuestion(edition, id);
    return question ? pick(question.label) : id;
  };
  const about = (key: string) => {
    const rule = edition.rules.find(({ id }) => key === rulePrefix + id);
    return rule ? pick(rule.text) : label(key.slice(0, key.lastIndexOf('.')));
  };
  if (changes.length + reasons.length === 0) return <p>{t('history.nothing')}</p>;
  return (
    <dl className="summary-list">
      {changes.map(({ question, from, to }) => (
        <div key={question}>
          <dt>{label(question)}</dt>
          <dd>
            {from !== null && from !== undefined && (
              <>
                <del>
                  <span className="visually-hidden">{`${t('history.from')} `}</span>
                  <span>{show(question, from)}</span>
                </del>{' '}
              </>
            )}
            <span className="visually-hidden">{`${t('history.to')} `}</span>
            <span className="answer">{show(question, to)}</span>
          </dd>
        </div>
      ))}
      {reasons.map(({ key, to }) => (
        <div key={key}>
          <dt>{t('history.reason', { about: about(key) })}</dt>
          <dd>
            <span className="answer">{to ?? t('history.noReason')}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
