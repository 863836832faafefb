import { readDraft, readRevisions, restoreRevision } from '@samblikk/contract';
import { type AnswerValue, editionOf, findQuestion, kindOf } from '@samblikk/questionnaire';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import './answering.css';
import { useHref, useLanguage, usePick, useText } from '../i18n/text.tsx';
import { PageTitle } from '../page/title.tsx';
import { measurePath } from './addresses.ts';
import { signedInApi, yearOf } from './load.ts';
import { refersToAgencies, useNames } from './lookups.ts';
import { showMoment } from './moment.ts';
import { problemOf, type Refused } from './refused.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const measure = args.params.measure ?? '';
  if (!/^[0-9a-f-]{36}$/.test(measure)) throw data({ code: 'notFound' }, { status: 404 });
  const call = signedInApi(args);
  const params = { measure, year: yearOf(args.params) };
  const [draft, revisions] = await Promise.all([call(readDraft, { params }), call(readRevisions, { params })]);
  return { draft, revisions: revisions.toReversed() };
}

/** Goes back to an earlier version: its answers become the newest version, and nothing is erased. */
export async function action(args: ActionFunctionArgs): Promise<Response | Refused> {
  const form = await args.request.formData();
  const params = { measure: args.params.measure ?? '', year: yearOf(args.params) };
  const body = { version: Number(form.get('version')), basedOn: Number(form.get('basedOn')) };
  try {
    await signedInApi(args)(restoreRevision, { params, body });
    return redirect(args.url.pathname);
  } catch (error) {
    return problemOf(error);
  }
}

/** Every saved version of a measure, the newest first: who, when, and what changed. */
export default function History() {
  const { draft, revisions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as Refused | undefined;
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const edition = editionOf(draft.edition);
  const names = useNames(
    revisions.some(({ changes }) => changes.some(({ to: value }) => refersToAgencies(value as AnswerValue | null))),
    draft.agency,
  );
  if (!edition) return null;
  const title = String(draft.answers[edition.roles.title] ?? t('measure.unnamed', { number: draft.number }));
  const show = (id: string, value: unknown): string => {
    const question = findQuestion(edition, id);
    if (value === null || value === undefined) return t('answer.blank');
    return question ? kindOf(question).show(question, value as AnswerValue, language, names, edition) : String(value);
  };
  const label = (id: string) => {
    const question = findQuestion(edition, id);
    return question ? pick(question.label) : id;
  };
  return (
    <>
      <PageTitle title={`${t('history.title')} – ${title}`} />
      <div className="hub-head">
        <nav className="crumbs" aria-label={t('nav.here')}>
          <ol>
            <li>
              <Link to={to(measurePath(draft.year, draft.id))}>{title}</Link>
            </li>
            <li aria-current="page">{t('history.title')}</li>
          </ol>
        </nav>
        <h1 className="ds-heading" data-size="lg">
          {t('history.title')}
        </h1>
      </div>
      {refused && (
        <p className="ds-alert" data-color="danger" role="alert">
          {t('history.refused')}
        </p>
      )}
      {revisions.length === 0 && <p>{t('history.none')}</p>}
      <ol className="revisions" reversed>
        {revisions.map((revision) => (
          <li key={revision.version}>
            <h2 className="ds-heading" data-size="2xs">
              {t('history.version', {
                version: revision.version,
                time: showMoment(revision.at, language),
                name: revision.by,
              })}
            </h2>
            <dl className="summary-list">
              {revision.changes.map((change) => (
                <div key={change.question}>
                  <dt>{label(change.question)}</dt>
                  <dd>
                    {change.from !== null && change.from !== undefined && (
                      <>
                        <del>
                          <span className="visually-hidden">{t('history.from')} </span>
                          {show(change.question, change.from)}
                        </del>{' '}
                      </>
                    )}
                    <span className="visually-hidden">{t('history.to')} </span>
                    <span className="answer">{show(change.question, change.to)}</span>
                  </dd>
                </div>
              ))}
            </dl>
            {draft.open && draft.mayWrite && revision.version !== draft.version && (
              <details className="confirm">
                <summary>
                  {t('history.restore')}
                  <span className="visually-hidden"> {revision.version}</span>
                </summary>
                <Form method="post" className="confirm-box">
                  <p>{t('history.restoreText')}</p>
                  <input type="hidden" name="version" value={revision.version} />
                  <input type="hidden" name="basedOn" value={draft.version} />
                  <button className="ds-button" data-size="sm" type="submit">
                    {t('history.restoreYes', { version: revision.version })}
                  </button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
