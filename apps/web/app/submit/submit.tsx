import { createHash } from 'node:crypto';
import type { ResponseView } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { languageOfPath, useHref, usePick, useText } from '../i18n/index.ts';
import { openQueries } from '../measure/index.ts';
import {
  agencyRoundOf,
  HubCrumbs,
  hubPath,
  NumberedMeasure,
  PageTitle,
  pack,
  problemOf,
  type Refused,
  receiptPath,
  redirectTo,
  signedInApi,
  useUnpacked,
} from '../ui/index.ts';
import { Asked, RequestSubmission } from './send-in.tsx';
import { SubmitCard } from './submit-card.tsx';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const params = agencyRoundOf(args);
  const call = signedInApi(args);
  const response = await call('readResponse', { params, query: { issues: true } });
  return { response: pack(response), now: new Date().toISOString(), key: attemptKey(response) };
}

/**
 * The key of one attempt to send in: which versions the person looked at, and how many times the agency has sent in
 * before. A retry after a lost reply has the same key and gets the same receipt.
 */
function attemptKey(response: ResponseView, number = (response.submission?.number ?? 0) + 1): string {
  const { round, agency, measures } = response;
  const seen = [round.year, agency.orgnr, number, ...measures.map(({ id, version }) => `${id}@${version}`)];
  return createHash('sha256').update(seen.join(' ')).digest('hex');
}

type Outcome = Refused | { readonly code: 'changedMeanwhile'; readonly issues: [] };

export async function action(args: ActionFunctionArgs): Promise<Response | Outcome> {
  const form = await args.request.formData();
  const key = String(form.get('key'));
  const params = agencyRoundOf(args);
  const call = signedInApi(args);
  try {
    const response = await call('readResponse', { params });
    // What is sent in is what the person saw: if a colleague has changed something since, it is shown first.
    const seen = [attemptKey(response), attemptKey(response, response.submission?.number ?? 0)];
    if (!seen.includes(key)) return { code: 'changedMeanwhile', issues: [] };
    const { receipt } = await call('submitResponse', {
      params,
      query: { lang: languageOfPath(args.url.pathname) },
      headers: { 'idempotency-key': key },
      body: { nothingToReport: form.get('nothing') === 'yes' },
    });
    return redirectTo(args.url, receiptPath(params.year, params.orgnr, receipt));
  } catch (error) {
    return problemOf(error);
  }
}

/** Check of the agency's whole answer, and the button that sends it in. */
export default function Submit() {
  const { response: packed, now, key } = useLoaderData<typeof loader>();
  const response = useUnpacked<ResponseView>(packed);
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const t = useText();
  const pick = usePick();
  const to = useHref();
  const busy = useNavigation().state !== 'idle';
  const { round, agency, measures, open, maySubmit } = response;
  const nothing = measures.length === 0;
  const wrong = measures.filter((card) => card.errors > 0);
  const allowed = open && maySubmit;
  return (
    <>
      <PageTitle title={t(nothing ? 'submit.nothingTitle' : 'submit.title')} />
      <div className="hub-head">
        <HubCrumbs agency={agency} year={round.year} here={t('submit.title')} />
        <h1 className="ds-heading" data-size="lg">
          {t(nothing ? 'submit.nothingTitle' : 'submit.title')}
        </h1>
      </div>
      {outcome && (
        <p className="ds-alert" data-color="danger" role="alert">
          {t(outcome.code === 'changedMeanwhile' ? 'submit.changedMeanwhile' : 'submit.refused')}
        </p>
      )}
      {!open && <p className="ds-alert">{t('hub.closed')}</p>}
      {maySubmit && <Asked response={response} />}
      <RequestSubmission response={response} now={now} />
      <Unanswered response={response} />
      {nothing ? (
        <p className="prose">{t('submit.nothingText', { agency: pick(agency.name), year: String(round.year) })}</p>
      ) : (
        <ul className="measure-cards">
          {measures.map((card) => (
            <SubmitCard key={card.id} card={card} round={round} writable={open && response.mayWrite} />
          ))}
        </ul>
      )}
      <Undecided response={response} />
      {allowed && wrong.length > 0 && (
        <>
          <p className="ds-alert" data-color="danger">
            {t('submit.wrong', { count: wrong.length })}
          </p>
          <p>
            <Link className="ds-button" data-variant="secondary" to={to(hubPath(round.year, agency.orgnr))}>
              {t('nav.toHub')}
            </Link>
          </p>
        </>
      )}
      {allowed && wrong.length === 0 && (
        <Form method="post" className="send-in">
          <p>
            {t(nothing ? 'submit.nothingConfirm' : 'submit.confirm', {
              count: measures.length,
              agency: pick(agency.name),
            })}
          </p>
          <input type="hidden" name="key" value={key} />
          {nothing && <input type="hidden" name="nothing" value="yes" />}
          <div className="buttons">
            <button className="ds-button" type="submit" aria-disabled={busy || undefined}>
              {t(nothing ? 'submit.nothingButton' : 'submit.button')}
            </button>
            <Link className="ds-button" data-variant="tertiary" to={to(hubPath(round.year, agency.orgnr))}>
              {t('nav.toHub')}
            </Link>
          </div>
        </Form>
      )}
    </>
  );
}

/** Questions from staff that wait: sending in alone does not answer them. */
function Unanswered({ response: { measures } }: { response: ResponseView }) {
  const t = useText();
  const count = openQueries(measures);
  return count === 0 ? null : (
    <p className="ds-alert" data-color="warning">
      {t('submit.queries', { count })}
    </p>
  );
}

/** Last year's measures that nothing is said about: told of before it is sent in, and no hindrance. */
function Undecided({ response: { round, agency, previous, open, mayWrite } }: { response: ResponseView }) {
  const t = useText();
  const to = useHref();
  const undecided = previous.filter(({ outcome }) => outcome === null);
  if (!open || undecided.length === 0) return null;
  return (
    <section className="ds-alert" data-color="warning" aria-labelledby="undecided">
      <h2 className="ds-heading" data-size="2xs" id="undecided">
        {t('submit.undecided', { count: undecided.length, year: String(undecided[0]?.year) })}
      </h2>
      <ul className="names">
        {undecided.map(({ id, number, title }) => (
          <li key={id}>
            <NumberedMeasure number={number} title={title} />
          </li>
        ))}
      </ul>
      <p>
        <span>{t('submit.undecidedText')}</span>{' '}
        {mayWrite && <Link to={`${to(hubPath(round.year, agency.orgnr))}#previous`}>{t('submit.toPrevious')}</Link>}
      </p>
    </section>
  );
}
