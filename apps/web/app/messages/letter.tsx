import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { outboxPath, signedInApi, yearOf } from '../ui/index.ts';
import { kindName, useMessageText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  await requireStaff(args, 'round.followUp');
  const message = args.params.message ?? '';
  return { year, letter: await signedInApi(args)('readMessage', { params: { year, message } }) };
}

/** For Digdir: one letter as it was written, and what became of it. */
export default function Letter() {
  const { year, letter } = useLoaderData<typeof loader>();
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
  ] as const;
  return (
    <>
      <RoundHead year={year} page="messages" below title={letter.subject ?? kindName(s, letter.kind)} />
      <p>
        <Link to={to(outboxPath(year))}>{s('outboxTitle', { year: String(year) })}</Link>
      </p>
      <dl className="known-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {letter.text === null ? <p>{s('aged')}</p> : <p className="letter answer">{letter.text}</p>}
      <p className="small subtle">{s('linkHidden')}</p>
    </>
  );
}
