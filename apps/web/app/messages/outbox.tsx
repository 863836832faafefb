import { type MessageView, messageStates } from '@samblikk/contract/client';
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { EmailAddress, Filters, PageTurn, RoundHead, requireStaff } from '../staff/index.ts';
import { agencyParameter, letterPath, outboxPath, signedInApi, yearOf } from '../ui/index.ts';
import { kindName, listedKinds, useMessageText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  await requireStaff(args, 'round.followUp');
  const search = args.url.searchParams;
  const chosen = {
    kind: listedKinds.find((kind) => kind === search.get('type')),
    state: messageStates.find((state) => state === search.get('status')),
    agency: /^\d{9}$/.exec(search.get(agencyParameter) ?? '')?.[0],
    page: Math.max(1, Number(search.get('side')) || 1),
  };
  const call = signedInApi(args);
  const [outbox, population] = await Promise.all([
    call('listMessages', { params: { year }, query: chosen }),
    call('readPopulation', { params: { year } }),
  ]);
  return { year, chosen, outbox, agencies: population.map(({ orgnr, name }) => ({ orgnr, name })) };
}

/** For Digdir: every letter of the round, what became of it, and its text. */
export default function Outbox() {
  const { year, chosen, outbox, agencies } = useLoaderData<typeof loader>();
  const s = useMessageText();
  const pick = usePick();
  return (
    <>
      <RoundHead year={year} page="messages" below title={s('outboxTitle', { year: String(year) })} />
      <p className="lead">{s('counts', outbox.counts)}</p>
      {!outbox.mailServer && <p className="ds-alert">{s('noServer')}</p>}
      <Filters chosen={[chosen.kind, chosen.state, chosen.agency].filter(Boolean).length}>
        <Form method="get" className="choice-row">
          <Choice
            name="type"
            label={s('kind')}
            value={chosen.kind}
            options={listedKinds.map((kind) => [kind, kindName(s, kind)])}
          />
          <Choice
            name="status"
            label={s('state')}
            value={chosen.state}
            options={messageStates.map((state) => [state, s(`state.${state}`)])}
          />
          <Choice
            name={agencyParameter}
            label={s('agency')}
            value={chosen.agency}
            options={agencies.map(({ orgnr, name }) => [orgnr, pick(name)])}
          />
          <button className="ds-button" data-variant="secondary" type="submit">
            {s('see')}
          </button>
        </Form>
      </Filters>
      {outbox.messages.length === 0 ? <p>{s('none')}</p> : <Letters year={year} messages={outbox.messages} />}
      <Pages year={year} page={chosen.page} pages={outbox.pages} chosen={chosen} />
    </>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
}) {
  const s = useMessageText();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={`by-${name}`}>
        {label}
      </label>
      <select className="ds-input" id={`by-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">{s('all')}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Letters({ year, messages }: { year: number; messages: readonly MessageView[] }) {
  const s = useMessageText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard
    <section className="table-box" aria-labelledby="letters" tabIndex={0}>
      <table className="ds-table outbox" data-zebra>
        <caption id="letters">{s('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{s('subject')}</th>
            <th scope="col">{s('toWhom')}</th>
            <th scope="col">{s('state')}</th>
            <th scope="col">{s('written')}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to={to(letterPath(year, one.id))}>{one.subject ?? kindName(s, one.kind)}</Link>
                <p className="small subtle">
                  {[kindName(s, one.kind), one.ofNoRound && s('ofNoRound')].filter(Boolean).join(', ')}
                </p>
              </th>
              <td>
                <span>{one.receiver === null ? '–' : <EmailAddress of={one.receiver} />}</span>
                <p className="small subtle">{one.agencies.map(({ name }) => pick(name)).join(', ')}</p>
              </td>
              <td>
                <span>{s(`state.${one.state}`)}</span>
                <p className="small subtle">
                  {[s('tries', { tries: one.tries }), one.fault && s('serverSaid', { fault: one.fault })]
                    .filter(Boolean)
                    .join(', ')}
                </p>
              </td>
              <td>{showMoment(one.writtenAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Pages({
  year,
  page,
  pages,
  chosen,
}: {
  year: number;
  page: number;
  pages: number;
  chosen: { kind?: string | undefined; state?: string | undefined; agency?: string | undefined };
}) {
  const s = useMessageText();
  const to = useHref();
  const at = (other: number) => {
    const search = new URLSearchParams({ side: String(other) });
    if (chosen.kind) search.set('type', chosen.kind);
    if (chosen.state) search.set('status', chosen.state);
    if (chosen.agency) search.set(agencyParameter, chosen.agency);
    return to(`${outboxPath(year)}?${search}`);
  };
  const words = { here: s('page', { page, pages }), previous: s('previous'), next: s('next') };
  return <PageTurn page={page} pages={pages} at={at} words={words} />;
}
