import type { ResponseView, RollOverOutcome } from '@samblikk/contract/client';
import { editionOf, findQuestion } from '@samblikk/questionnaire';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router';
import { DelegatedTo } from '../colleagues/index.ts';
import { Norwegian, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { ImportNotice, SpreadsheetLink } from '../intake/index.ts';
import { CardQueries, StateTag } from '../measure/index.ts';
import type { Call } from '../platform/index.ts';
import { AskReopening } from '../rounds/index.ts';
import { useSession } from '../session/index.ts';
import { Asked, Submission, SubmitForm } from '../submit/index.ts';
import {
  ActionOutcome,
  agencyRoundOf,
  answeringPath,
  checkPage,
  colleaguesPath,
  measurePath,
  problemOf,
  type Refused,
  redirectTo,
  signedInApi,
  switchPath,
  useArrivals,
  useLiveResponse,
} from '../ui/index.ts';
import { HubHead } from './hub-head.tsx';
import { PreviousMeasures } from './previous-measures.tsx';
import { Withdrawn } from './withdrawn-measures.tsx';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const params = agencyRoundOf(args);
  const call = signedInApi(args);
  const [response, reopening] = await Promise.all([
    call('readResponse', { params }),
    call('readReopening', { params }),
  ]);
  return { response, reopening, now: new Date().toISOString() };
}

/** What was done here, to be told. */
interface Done {
  readonly done: 'withdrawn' | 'decided' | 'undone' | 'asked' | 'moreTime';
}

/** Adds a measure (a new one, one from last year, or one taken out) and goes to it; or does what is done in the list. */
export async function action(args: ActionFunctionArgs): Promise<Response | Done | Refused> {
  const form = await args.request.formData();
  const params = agencyRoundOf(args);
  const call = signedInApi(args);
  try {
    const withdraw = form.get('withdraw');
    if (typeof withdraw === 'string') {
      await call('withdrawMeasure', { params: { measure: withdraw, year: params.year } });
      return { done: 'withdrawn' };
    }
    if (form.get('moreTime') === 'yes') {
      await call('askReopening', { params, body: { reason: String(form.get('reason')) } });
      return { done: 'moreTime' };
    }
    if (form.get('askToSendIn') === 'yes') {
      await askToSendIn(call, params);
      return { done: 'asked' };
    }
    const rolledOver = await rollOver(call, params, form);
    if (rolledOver) return { done: form.has('undo') ? 'undone' : 'decided' };
    const carryForward = form.get('carryForward');
    const body = typeof carryForward === 'string' ? { carryForward } : {};
    const draft = await call('createMeasure', { params, body });
    return redirectTo(args.url, measurePath(params.year, draft.id));
  } catch (error) {
    return problemOf(error);
  }
}

/** Asks those who may to send in. That someone has asked already is not refused: the list says who did, and when. */
async function askToSendIn(call: Call, params: { orgnr: string; year: number }): Promise<void> {
  try {
    await call('askSubmission', { params });
  } catch (error) {
    if (problemOf(error).code !== 'alreadyDone') throw error;
  }
}

/** Says, or takes back, what became of a measure from last year. False when the form is about something else. */
async function rollOver(call: Call, params: { orgnr: string; year: number }, form: FormData): Promise<boolean> {
  const [decide, undo] = [form.get('decide'), form.get('undo')];
  if (typeof undo === 'string') await call('undoRollOver', { params: { ...params, measure: undo } });
  if (typeof decide === 'string') {
    const numbers = form.getAll('measures').flatMap((part) => String(part).split(/[,;\s]+/));
    const toOrgnr = form.get('toOrgnr');
    await call('decideRollOver', {
      params: { ...params, measure: decide },
      body: {
        outcome: form.get('outcome') as RollOverOutcome,
        measures: [...new Set(numbers.filter((number) => number !== ''))],
        ...(typeof toOrgnr === 'string' && { toOrgnr }),
      },
    });
  }
  return decide !== null || undo !== null;
}

/** Everything about an agency's answer in a round, and what is left to do. */
export default function Hub() {
  const { response: loaded, reopening, now } = useLoaderData<typeof loader>();
  const response = useLiveResponse(loaded);
  const arrivals = useArrivals(response.measures);
  const outcome = useActionData<typeof action>() as Done | Refused | undefined;
  const t = useText();
  const to = useHref();
  const language = useLanguage();
  const choices = new Set(useSession()?.roles.map(({ agency }) => agency?.orgnr)).size;
  const busy = useNavigation().state !== 'idle';
  const { round, agency, measures, open, mayWrite } = response;
  const writable = open && mayWrite;
  return (
    <>
      <HubHead response={response} now={now} />
      <p className="visually-hidden" role="status">
        {arrivals}
      </p>
      <ActionOutcome
        of={outcome}
        done={({ done }) => t(`hub.done.${done}`)}
        refused={({ issues }) =>
          t(issues.some(({ code }) => code === 'unknownMeasure') ? 'rollOver.unknown' : 'hub.refused')
        }
      />
      <AskReopening response={response} reopening={reopening} now={now} />
      <ImportNotice />
      <Submission response={response} />
      {(response.maySubmit || !mayWrite) && <Asked response={response} toPage />}
      <section className="hub-section" aria-labelledby="measures">
        <h2 className="ds-heading" data-size="sm" id="measures">
          {t('hub.measures', { count: measures.length })}
        </h2>
        {measures.length === 0 && <p>{t(noneText(response))}</p>}
        <ul className="measure-cards">
          {measures.map((card) => (
            <MeasureCard key={card.id} card={card} year={round.year} edition={round.edition} writable={writable} />
          ))}
        </ul>
        {writable && (
          <div className="buttons">
            <Form method="post">
              <button
                className="ds-button"
                data-variant={measures.length === 0 ? 'primary' : 'secondary'}
                type="submit"
                aria-disabled={busy || undefined}
              >
                {t('hub.add')}
              </button>
            </Form>
            <SpreadsheetLink year={round.year} orgnr={agency.orgnr} />
          </div>
        )}
        {writable && <Withdrawn measures={response.withdrawn} />}
      </section>
      {writable && response.previous.length > 0 && <PreviousMeasures response={response} />}
      <SubmitForm response={response} now={now} />
      {response.submission && open && (
        <p className="subtle">{t('hub.untilDeadline', { deadline: showMoment(round.deadline ?? now, language) })}</p>
      )}
      <div className="more-links">
        {mayWrite && (
          <p>
            <Link to={to(colleaguesPath(round.year, agency.orgnr))}>{t('colleagues.link')}</Link>
          </p>
        )}
        {choices > 1 && (
          <p>
            <Link to={to(answeringPath)}>{t('hub.choose')}</Link>
          </p>
        )}
        <p>
          <a href={switchPath(to(answeringPath))}>{t('choose.switch')}</a>
        </p>
      </div>
    </>
  );
}

/** Why there are no cards. */
function noneText({ open, mayWrite, submission }: ResponseView) {
  if (!open || !mayWrite) return 'hub.noneClosed';
  return submission?.nothingToReport ? 'hub.nothingSent' : 'hub.none';
}

/** What questions are called, for a list of some. */
function useNamesOf(ids: readonly string[], edition: string): string[] {
  const pick = usePick();
  const definition = editionOf(edition);
  return ids.flatMap((id) => {
    const question = definition && findQuestion(definition, id);
    return question ? [pick(question.name ?? question.label)] : [];
  });
}

function MeasureCard({
  card,
  year,
  edition,
  writable,
}: {
  card: ResponseView['measures'][number];
  year: number;
  edition: string;
  writable: boolean;
}) {
  const t = useText();
  const to = useHref();
  const language = useLanguage();
  const title = card.title ?? t('measure.unnamed', { number: card.number });
  const waiting = useNamesOf(card.waitingAnew, edition);
  const toLookOver = card.warnings - card.waitingAnew.length;
  return (
    <li className="measure-card">
      <div className="measure-card-head">
        <h3 className="ds-heading" data-size="2xs">
          <Link to={to(measurePath(year, card.id, writable ? '' : checkPage))}>
            {card.title ? <Norwegian>{title}</Norwegian> : title}
          </Link>
        </h3>
        <StateTag card={card} />
      </div>
      <p className="subtle small">
        {card.number}
        {card.savedAt &&
          ` · ${t('hub.savedBy', { time: showMoment(card.savedAt, language), name: card.savedBy ?? '' })}`}
      </p>
      {card.editing.length > 0 && (
        <p className="small editing">{t('hub.editing', { names: card.editing.join(', ') })}</p>
      )}
      {card.state !== 'notStarted' && (card.errors > 0 || card.warnings > 0) && (
        <p className="small">
          <Link to={to(measurePath(year, card.id, checkPage))}>
            {[
              card.errors > 0 && t('hub.errors', { count: card.errors }),
              waiting.length > 0 && t('hub.remains', { questions: waiting.join(', ') }),
              toLookOver > 0 && t('hub.warnings', { count: toLookOver }),
            ]
              .filter(Boolean)
              .join('. ')}
            <span className="visually-hidden"> – {title}</span>
          </Link>
        </p>
      )}
      <CardQueries card={card} year={year} edition={edition} title={title} writable={writable} />
      <DelegatedTo card={card} year={year} writable={writable} title={title} edition={edition} />
      {writable && (
        <details className="confirm">
          <summary>
            {t('hub.withdraw')}
            <span className="visually-hidden"> {title}</span>
          </summary>
          <Form method="post" className="confirm-box">
            <p>{t('hub.withdrawText')}</p>
            <input type="hidden" name="withdraw" value={card.id} />
            <button className="ds-button" data-color="danger" data-size="sm" type="submit">
              {t('hub.withdrawYes')}
            </button>
          </Form>
        </details>
      )}
    </li>
  );
}
