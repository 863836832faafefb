import { type MessageKind, may, messageKinds, type ReplyAt } from '@samblikk/contract/client';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { useHref } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import {
  ActionOutcome,
  agencyParameter,
  messagesPath,
  messageTextsPath,
  outboxPath,
  problemOf,
  type Refused,
  signedInApi,
  yearOf,
} from '../ui/index.ts';
import { Bounces } from './bounces.tsx';
import { Receivers, Skipped } from './receivers.tsx';
import { settle } from './settle.ts';
import { ShownLetter } from './shown-letter.tsx';
import { kindName, useMessageText } from './texts.ts';

export const handle = { interactive: true };

const kindIn = (value: unknown): MessageKind => messageKinds.find((kind) => kind === value) ?? 'reminder';

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const held = await requireStaff(args, 'round.followUp');
  const search = args.url.searchParams;
  const kind = kindIn(search.get('type'));
  const orgnrs = search.getAll(agencyParameter);
  const show = search.get('vis');
  const call = signedInApi(args);
  const body = { kind, ...(orgnrs.length > 0 && { orgnrs }), ...(show && { show }) };
  const [preview, outbox] = await Promise.all([
    call('previewMessages', { params: { year }, body }),
    call('listMessages', { params: { year } }),
  ]);
  // A press is one sending, however often it is sent.
  const key = crypto.randomUUID();
  const { bounces, counts, mailServer } = outbox;
  return { year, kind, orgnrs, preview, bounces, counts, mailServer, key, maySend: may(held, 'round.manage') };
}

type Done = { readonly done: 'sent'; readonly letters: number } | { readonly done: 'settled' };

/** Sends the letters that were shown, or is done with one that did not arrive. */
export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  const year = yearOf(args.params);
  const call = signedInApi(args);
  try {
    if (await settle(args, form)) return { done: 'settled' };
    const orgnrs = form.getAll(agencyParameter).map(String);
    const { letters } = await call('sendMessages', {
      params: { year },
      headers: { 'idempotency-key': String(form.get('key')) },
      body: { kind: kindIn(form.get('type')), ...(orgnrs.length > 0 && { orgnrs }) },
    });
    return { done: 'sent', letters };
  } catch (error) {
    return problemOf(error);
  }
}

/** For Digdir: who gets a letter and why others do not, before it is sent; and letters that did not arrive. */
export default function Messages() {
  const { year, kind, orgnrs, preview, bounces, counts, mailServer, key, maySend } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Done | Refused | undefined;
  const s = useMessageText();
  const to = useHref();
  return (
    <>
      <RoundHead year={year} page="messages" title={s('title', { year: String(year) })} />
      <p className="lead">{s('lead')}</p>
      <ActionOutcome
        of={outcome}
        done={(of) => (of.done === 'sent' ? s('sent', { letters: of.letters }) : s('settled'))}
        refused={({ detail, code }) => s('refused', { reason: detail ?? code })}
      />
      {!mailServer && <p className="ds-alert">{s('noServer')}</p>}
      <ul className="link-row">
        <li>
          <Link to={to(outboxPath(year))}>{s('outbox')}</Link>{' '}
          <span className="subtle small">{s('counts', counts)}</span>
        </li>
        <li>
          <Link to={to(messageTextsPath(year, kind))}>{s('texts')}</Link>
        </li>
      </ul>
      <Bounces bounces={bounces} maySettle={maySend} />
      <Form method="get" className="choice-row">
        <KindChoice kind={kind} />
        {orgnrs.map((orgnr) => (
          <input key={orgnr} type="hidden" name={agencyParameter} value={orgnr} />
        ))}
        <button className="ds-button" data-variant="secondary" type="submit">
          {s('see')}
        </button>
      </Form>
      {orgnrs.length > 0 && (
        <p>
          <span>{s('chosen', { count: orgnrs.length })}</span>{' '}
          <Link to={to(`${messagesPath(year)}?type=${kind}`)}>{s('everyone')}</Link>
        </p>
      )}
      <Preview preview={preview} />
      <ShownLetter preview={preview} kind={kind} orgnrs={orgnrs} />
      {maySend && preview.sendable && preview.letters.length > 0 && (
        <Form method="post" className="hub-section">
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="type" value={kind} />
          {orgnrs.map((orgnr) => (
            <input key={orgnr} type="hidden" name={agencyParameter} value={orgnr} />
          ))}
          <button className="ds-button" type="submit">
            {s('send', { letters: preview.letters.length })}
          </button>
        </Form>
      )}
    </>
  );
}

function KindChoice({ kind }: { kind: MessageKind }) {
  const s = useMessageText();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor="type">
        {s('kind')}
      </label>
      <select className="ds-input" id="type" name="type" key={kind} defaultValue={kind}>
        {messageKinds.map((one) => (
          <option key={one} value={one}>
            {kindName(s, one)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Preview({ preview: { letters, skipped, sendable } }: { preview: ReplyAt<'previewMessages'> }) {
  const s = useMessageText();
  return (
    <>
      <h2 className="ds-heading" data-size="sm">
        {s('gets', { letters: letters.length })}
      </h2>
      {!sendable && (
        <p className="ds-alert" data-color="warning">
          {s('notSendable')}
        </p>
      )}
      <Receivers letters={letters} />
      {/* When nobody gets it, why is what one wants to know. */}
      <Skipped skipped={skipped} open={letters.length === 0} />
    </>
  );
}
