import { askAgainAfter, type ResponseView } from '@samblikk/contract/client';
import { Form, Link } from 'react-router';
import { showMoment, useHref, useLanguage, useText } from '../i18n/index.ts';
import { openQueries } from '../measure/index.ts';
import { hubPath, receiptPath, submitPath } from '../ui/index.ts';

/** Whether anything is other than it was when the agency last sent in. */
const changedSince = ({ submission, measures }: ResponseView) =>
  submission !== null &&
  (submission.measures !== measures.length || measures.some(({ state }) => state !== 'submitted'));

/** That the agency has sent in, who did, and the receipt. */
export function Submission({ response }: { response: ResponseView }) {
  const { submission, round, agency, measures } = response;
  const t = useText();
  const language = useLanguage();
  const to = useHref();
  if (!submission) return null;
  const changed = changedSince(response);
  const returned = openQueries(response.measures);
  return (
    <div className="ds-alert" data-color={changed ? 'warning' : 'success'}>
      <h2 className="ds-heading" data-size="2xs">
        {returned > 0 ? t('hub.returned', { count: returned }) : t(changed ? 'hub.changedSince' : 'hub.submitted')}
      </h2>
      <p>
        <span>
          {t('hub.submittedBy', { time: showMoment(submission.submittedAt, language), name: submission.submittedBy })}
        </span>{' '}
        <Link to={to(receiptPath(round.year, agency.orgnr, submission.receipt))}>
          {t('hub.receipt', { receipt: submission.receipt })}
        </Link>
      </p>
      {changed && response.open && response.maySubmit && measures.length > 0 && (
        <p>
          <Link className="ds-button" data-color="accent" data-size="sm" to={to(submitPath(round.year, agency.orgnr))}>
            {t('hub.toSubmitAgain')}
          </Link>
        </p>
      )}
    </div>
  );
}

/** The way on to sending in, for those who may; the others ask those who may. */
export function SubmitForm({ response, now }: { response: ResponseView; now: string }) {
  const { round, agency, measures, open, mayWrite, maySubmit, submission } = response;
  const t = useText();
  const to = useHref();
  // Nothing to report, and said so: there is nothing more to send in.
  const said = measures.length === 0 && submission?.nothingToReport === true;
  if (!open || !mayWrite || said) return null;
  const left = measures.filter((card) => card.errors > 0).length;
  const path = to(submitPath(round.year, agency.orgnr));
  return (
    <section className="hub-section" aria-labelledby="send-in">
      <h2 className="ds-heading" data-size="sm" id="send-in">
        {t('submit.title')}
      </h2>
      {measures.length > 0 && <p>{t(left > 0 ? 'hub.left' : 'hub.allReady', { count: left })}</p>}
      <RequestSubmission response={response} now={now} />
      {maySubmit && measures.length > 0 && (
        <p>
          <Link className="ds-button" data-variant={left > 0 ? 'secondary' : 'primary'} to={path}>
            {t(submission ? 'hub.toSubmitAgain' : 'hub.toSubmit')}
          </Link>
        </p>
      )}
      {maySubmit && measures.length === 0 && (
        <p>
          <Link to={path}>{t('hub.nothing')}</Link>
        </p>
      )}
    </section>
  );
}

/** That someone has asked for the answer to be sent in; `toPage`: with the way there, for those who may do it. */
export function Asked({ response, toPage = false }: { response: ResponseView; toPage?: boolean }) {
  const { round, agency, open, submissionRequest: asked, maySubmit } = response;
  const t = useText();
  const to = useHref();
  const language = useLanguage();
  if (!open || !asked) return null;
  return (
    <p className="ds-alert" data-color="info">
      <span>{t('submit.asked', { name: asked.askedBy, time: showMoment(asked.askedAt, language) })}</span>{' '}
      {toPage && maySubmit && <Link to={to(submitPath(round.year, agency.orgnr))}>{t('hub.toSubmit')}</Link>}
    </p>
  );
}

/** Where one may fill in and not send in: who may, and a button that asks them. */
export function RequestSubmission({ response, now }: { response: ResponseView; now: string }) {
  const { round, agency, open, mayWrite, maySubmit, submission, submissionRequest: asked, submitters } = response;
  const t = useText();
  const to = useHref();
  if (!open || !mayWrite || maySubmit) return null;
  const left = submission === null || changedSince(response);
  const rested = asked === null || Date.parse(now) - Date.parse(asked.askedAt) >= askAgainAfter;
  return (
    <>
      <p className="ds-alert">
        <span>{t('submit.askOthers')}</span>{' '}
        <span>
          {submitters.length > 0 ? t('submit.whoMay', { names: submitters.join(', ') }) : t('submit.nobodyMay')}
        </span>
      </p>
      <div role="status">
        <Asked response={response} />
      </div>
      {left && rested && (
        <Form method="post" action={to(hubPath(round.year, agency.orgnr))}>
          <input type="hidden" name="askToSendIn" value="yes" />
          <button className="ds-button" data-variant="secondary" type="submit">
            {t(asked ? 'submit.askAgain' : 'submit.ask')}
          </button>
        </Form>
      )}
    </>
  );
}
