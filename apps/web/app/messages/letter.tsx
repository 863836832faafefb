import { may } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { ActionOutcome, Labelled, outboxPath, problemOf, type Refused, signedInApi, yearOf } from '../ui/index.ts';
import { Bounces } from './bounces.tsx';
import { settle } from './settle.ts';
import { kindName, useMessageText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const held = await requireStaff(args, 'round.followUp');
  const message = args.params.message ?? '';
  const letter = await signedInApi(args)('readMessage', { params: { year, message } });
  return { year, letter, maySettle: may(held, 'round.manage') };
}

type Done = { readonly done: 'settled' | 'returned' };

/** Notes that the letter came back, or is done with it when it did not arrive. */
export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  const params = { year: yearOf(args.params), message: args.params.message ?? '' };
  try {
    if (await settle(args, form)) return { done: 'settled' };
    const reason = String(form.get('reason') ?? '');
    await signedInApi(args)('markReturned', { params, body: { reason } });
    return { done: 'returned' };
  } catch (error) {
    return problemOf(error);
  }
}

/** For Digdir: one letter as it was written, and what became of it. */
export default function Letter() {
  const { year, letter, maySettle } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Done | Refused | undefined;
  const s = useMessageText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const facts = [
    [s('kind'), kindName(s, letter.kind)],
    [s('toWhom'), letter.receiver ?? '–'],
    [s('about'), letter.agencies.map(({ name }) => pick(name)).join(', ') || '–'],
    [s('state'), `${s(`state.${letter.state}`)}${letter.endedAt ? `, ${showMoment(letter.endedAt, language)}` : ''}`],
    [s('written'), showMoment(letter.writtenAt, language)],
    ...(letter.ofNoRound ? ([[s('round'), s('ofNoRound')]] as const) : []),
    ...(letter.returnReason ? ([[s('why'), letter.returnReason]] as const) : []),
  ] as const;
  return (
    <>
      <RoundHead year={year} page="messages" below title={letter.subject ?? kindName(s, letter.kind)} />
      <p>
        <Link to={to(outboxPath(year))}>{s('outboxTitle', { year: String(year) })}</Link>
      </p>
      <ActionOutcome
        of={outcome}
        done={({ done }) => s(done)}
        refused={({ detail, code }) => s('refused', { reason: detail ?? code })}
      />
      <dl className="known-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {letter.bounce && <Bounces bounces={[letter]} maySettle={maySettle} />}
      {letter.text === null ? <p>{s('aged')}</p> : <p className="letter answer">{letter.text}</p>}
      <p className="small subtle">{s('linkHidden')}</p>
      {maySettle && letter.state === 'sent' && letter.text !== null && <CameBack />}
    </>
  );
}

/** Says that the letter is in the sender's mailbox again, where the mail server tells of it hours later. */
function CameBack() {
  const s = useMessageText();
  return (
    <details className="ds-details">
      <summary>{s('cameBackAsk')}</summary>
      <Form method="post" className="form-column">
        <p>{s('cameBackText')}</p>
        <Labelled id="reason" label={s('cameBackReason')}>
          <input className="ds-input" id="reason" name="reason" type="text" maxLength={500} autoComplete="off" />
        </Labelled>
        <button className="ds-button" data-variant="secondary" type="submit">
          {s('cameBack')}
        </button>
      </Form>
    </details>
  );
}
