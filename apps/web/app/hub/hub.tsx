import type { ResponseView } from '@samblikk/contract/client';
import {
  Link,
  type LoaderFunctionArgs,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { ReportsNotice } from '../error-reports/index.ts';
import { showMoment, useHref, useLanguage, useText } from '../i18n/index.ts';
import { ImportNotice } from '../intake/index.ts';
import { PlansNotice } from '../plans/index.ts';
import { AskReopening } from '../rounds/index.ts';
import { useSession } from '../session/index.ts';
import { Asked, Submission, SubmitForm } from '../submit/index.ts';
import {
  ActionOutcome,
  agencyRoundOf,
  agencySourcesPath,
  answeringPath,
  colleaguesPath,
  pack,
  plansPath,
  type Refused,
  signedInApi,
  switchPath,
  useArrivals,
  useLiveResponse,
  useUnpacked,
} from '../ui/index.ts';
import { ConfirmContacts } from './confirm-contacts.tsx';
import type { action, Done } from './hub-action.ts';
import { HubHead } from './hub-head.tsx';
import { useRefused } from './local-action.tsx';
import { MeasureList, sameList } from './measure-list.tsx';
import { PreviousMeasures } from './previous-measures.tsx';
import { UpdatesNotice } from './updates-notice.tsx';

export { action } from './hub-action.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const params = agencyRoundOf(args);
  const call = signedInApi(args);
  const [response, reopening] = await Promise.all([
    call('readResponse', { params }),
    call('readReopening', { params }),
  ]);
  // Who may not write is not asked, and nobody waits for it.
  const { mayWrite, maySubmit, open } = response;
  const [contacts, errorReports, plans] = await Promise.all([
    mayWrite && open ? call('readContacts', { params }).catch(() => null) : null,
    mayWrite ? call('listAgencyErrorReports', { params, query: { show: 'open', size: 1 } }).catch(() => null) : null,
    maySubmit ? call('listFinancingPlans', { query: {} }).catch(() => null) : null,
  ]);
  return {
    response: pack(response),
    reopening,
    contacts,
    errorReports,
    updates:
      response.open && response.round.takesUpdates ? await call('readUpdates', { params }).catch(() => null) : null,
    plans,
    now: new Date().toISOString(),
  };
}

/** Another page of the same list is here already. */
export const shouldRevalidate = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) => {
  const turned = currentUrl.href !== nextUrl.href && sameList(currentUrl, nextUrl);
  return defaultShouldRevalidate && (formMethod !== undefined || !turned);
};

/** Everything about an agency's answer in a round, and what is left to do. */
export default function Hub() {
  const { response: packed, reopening, contacts, errorReports, plans, updates, now } = useLoaderData<typeof loader>();
  const response = useLiveResponse(useUnpacked<ResponseView>(packed));
  const arrivals = useArrivals(response.measures);
  const outcome = useActionData<typeof action>() as Done | Refused | undefined;
  const t = useText();
  const refused = useRefused();
  const language = useLanguage();
  const { agency, round, open, mayWrite } = response;
  return (
    <>
      <HubHead response={response} reopening={reopening} now={now} />
      <p className="visually-hidden" role="status">
        {arrivals}
      </p>
      <ActionOutcome of={outcome} done={({ done }) => t(`hub.done.${done}`)} refused={refused} />
      <UpdatesNotice of={updates} />
      <ReportsNotice of={errorReports} />
      <PlansNotice of={plans} />
      <ConfirmContacts contacts={contacts} response={response} />
      <AskReopening response={response} reopening={reopening} now={now} />
      <ImportNotice params={{ orgnr: agency.orgnr, year: round.year }} />
      <Submission response={response} />
      {(response.maySubmit || !mayWrite) && <Asked response={response} toPage />}
      <MeasureList response={response} />
      {open && mayWrite && <PreviousMeasures response={response} />}
      <SubmitForm response={response} now={now} />
      {response.submission && open && !updates?.takesUpdates && (
        <p className="subtle">{t('hub.untilDeadline', { deadline: showMoment(round.deadline ?? now, language) })}</p>
      )}
      <MoreLinks response={response} />
    </>
  );
}

/** Links to what is beside the matter. */
function MoreLinks({ response: { round, agency, mayWrite } }: { response: ResponseView }) {
  const t = useText();
  const to = useHref();
  const choices = new Set(useSession()?.roles.map((role) => role.agency?.orgnr)).size;
  return (
    <div className="more-links">
      {mayWrite && (
        <p>
          <Link to={to(colleaguesPath(round.year, agency.orgnr))}>{t('colleagues.link')}</Link>
        </p>
      )}
      {mayWrite && (
        <p>
          <Link to={to(agencySourcesPath(agency.orgnr))}>{t('hub.sources')}</Link>
        </p>
      )}
      <p>
        <Link to={to(plansPath)}>{t('plans.link')}</Link>
      </p>
      {choices > 1 && (
        <p>
          <Link to={to(answeringPath)}>{t('hub.choose')}</Link>
        </p>
      )}
      <p>
        <a href={switchPath(to(answeringPath))}>{t('choose.switch')}</a>
      </p>
    </div>
  );
}
