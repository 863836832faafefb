import type { ReplyAt } from '@samblikk/contract/client';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { formatDate, showMoment, useLanguage, usePick } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import { ActionOutcome, Crumbs, PageTitle, problemOf, type Refused, roundsPath, signedInApi } from '../ui/index.ts';
import { useRetentionText } from './retention-texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, 'retention.manage');
  return signedInApi(args)('readRetention', {});
}

type Done = { readonly done: 'erased' } & ReplyAt<'runRetention'>;

/** Erases what is due. */
export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  try {
    return { done: 'erased', ...(await signedInApi(args)('runRetention', {})) };
  } catch (error) {
    return problemOf(error);
  }
}

/** For administrators: how long what is kept, what is due, and what has been erased. */
export default function Retention() {
  const s = useRetentionText();
  return (
    <>
      <PageTitle title={s('title')} />
      <Crumbs trail={[[roundsPath, s('rounds')]]} here={s('title')} />
      <h1 className="ds-heading" data-size="lg">
        {s('title')}
      </h1>
      <p className="lead prose">{s('lead')}</p>
      <Due />
      <Rounds />
      <Schedule />
      <Earlier />
    </>
  );
}

type Erased = ReplyAt<'readRetention'>['due'][number];

/** What is erased, in words: `Kontaktadresser i svarene, runden 2019`. */
function useErasedWords(): (erased: Erased) => string {
  const { kinds } = useLoaderData<typeof loader>();
  const s = useRetentionText();
  const pick = usePick();
  return ({ kind, year }) => {
    const found = kinds.find((one) => one.kind === kind);
    const what = found ? pick(found.what) : kind;
    return year === null ? what : s('ofRound', { what, year: String(year) });
  };
}

function Due() {
  const { due } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Done | Refused | undefined;
  const s = useRetentionText();
  const words = useErasedWords();
  return (
    <section className="hub-section" aria-labelledby="due">
      <h2 className="ds-heading" data-size="sm" id="due">
        {s('due')}
      </h2>
      <ActionOutcome
        of={outcome}
        done={({ erased }) => s('erased', { rows: erased.reduce((sum, { rows }) => sum + rows, 0) })}
        refused={() => s('refused')}
      />
      {due.length === 0 ? (
        <p>{s('nothingDue')}</p>
      ) : (
        <>
          <ul>
            {due.map((one) => (
              <li key={`${one.kind} ${one.year}`}>{`${words(one)}: ${s('rows', { rows: one.rows })}`}</li>
            ))}
          </ul>
          <details className="confirm">
            <summary>{s('erase')}</summary>
            <Form method="post" className="confirm-box" preventScrollReset>
              <p>{s('eraseHelp')}</p>
              <button className="ds-button" data-color="danger" type="submit">
                {s('yes')}
              </button>
            </Form>
          </details>
        </>
      )}
    </section>
  );
}

function Rounds() {
  const { rounds } = useLoaderData<typeof loader>();
  const s = useRetentionText();
  const language = useLanguage();
  const when = ({ over, laterRounds, atLatest }: (typeof rounds)[number]) => {
    if (over) return s('over');
    const after = laterRounds > 0 ? s('after', { laterRounds }) : s('whenClosed');
    return atLatest === null ? after : s('atLatest', { when: after, day: formatDate(atLatest, language) });
  };
  return (
    <section className="hub-section" aria-labelledby="by-round">
      <h2 className="ds-heading" data-size="sm" id="by-round">
        {s('byRound')}
      </h2>
      <p>{s('byRoundLead')}</p>
      <ul>
        {rounds.map((round) => (
          <li key={round.year}>{`${round.year}: ${when(round)}`}</li>
        ))}
      </ul>
    </section>
  );
}

function Schedule() {
  const { kinds } = useLoaderData<typeof loader>();
  const s = useRetentionText();
  const pick = usePick();
  return (
    <section className="hub-section" aria-labelledby="schedule">
      <h2 className="ds-heading" data-size="sm" id="schedule">
        {s('schedule')}
      </h2>
      <ul className="tasks">
        {kinds.map(({ kind, what, kept, why, after, way }) => (
          <li className="task" key={kind}>
            <div>
              <h3 className="ds-heading" data-size="xs">
                {pick(what)}
              </h3>
              <dl className="retention-terms">
                <dt>{s('kept')}</dt>
                <dd>{pick(kept)}</dd>
                <dt>{s('why')}</dt>
                <dd>{pick(why)}</dd>
                {way !== 'kept' && (
                  <>
                    <dt>{s('next')}</dt>
                    <dd>{pick(after)}</dd>
                  </>
                )}
              </dl>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Earlier() {
  const { done } = useLoaderData<typeof loader>();
  const s = useRetentionText();
  const language = useLanguage();
  const words = useErasedWords();
  return (
    <section className="hub-section" aria-labelledby="done">
      <h2 className="ds-heading" data-size="sm" id="done">
        {s('done')}
      </h2>
      {done.length === 0 ? (
        <p>{s('nothingDone')}</p>
      ) : (
        <ul>
          {done.map((one) => (
            <li key={`${one.at} ${one.kind} ${one.year}`}>
              {`${showMoment(one.at, language)}: ${words(one)}, ${s('rows', { rows: one.rows })}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
