import './releases.css';
import { may } from '@samblikk/contract/client';
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { useHref, useText } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { ActionOutcome, problemOf, type Refused, releasePath, signedInApi, yearOf } from '../ui/index.ts';
import { confirmPrefix, Freeze } from './freeze.tsx';
import { reasonIn } from './reasons.tsx';
import { ReleaseList } from './release-list.tsx';
import { useReleaseText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const call = signedInApi(args);
  const held = await requireStaff(args, 'release.preview');
  const [round, releases, concerns] = await Promise.all([
    call('readRound', { params: { year } }),
    call('listRoundReleases', { params: { year } }),
    call('readFreezeConcerns', { params: { year } }),
  ]);
  return { round, releases, concerns, mayFreeze: may(held, 'release.freeze') };
}

type Done = { readonly done: 'frozen' | 'unchanged'; readonly number: number; readonly year: number };

/** Freezes what is submitted as a new release. */
export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  try {
    // From the browser a release is always seen by staff before the public sees it.
    const confirmed = [...form.keys()].flatMap((name) =>
      name.startsWith(confirmPrefix) ? [name.slice(confirmPrefix.length)] : [],
    );
    const { nb, nn, en } = reasonIn(form);
    const reason = { nb, ...(nn !== '' && { nn }), ...(en !== '' && { en }) };
    const body = { confirmed, hold: true, ...(nb !== '' && { reason }) };
    const { created, release } = await signedInApi(args)('freeze', { params: { year: yearOf(args.params) }, body });
    return { done: created ? 'frozen' : 'unchanged', number: release.number, year: release.year };
  } catch (error) {
    return problemOf(error);
  }
}

/** For Digdir: what is open before the round is frozen, the freeze, and the releases there are. */
export default function Publishing() {
  const { round, releases, concerns, mayFreeze } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const s = useReleaseText();
  const t = useText();
  const to = useHref();
  const { year } = round;
  return (
    <>
      <RoundHead year={year} page="publishing" title={s('publishing.title', { year: String(year) })} />
      <ActionOutcome
        of={outcome}
        done={({ done, ...of }) => (
          <>
            <span>{s(`freeze.${done}`, { year: String(of.year), number: of.number })}</span>{' '}
            <Link to={to(releasePath(of.year, of.number))}>
              {s('release.open', { year: String(of.year), number: of.number })}
            </Link>
          </>
        )}
        refused={({ code, detail }) =>
          code === 'freezeUnconfirmed' ? s('freeze.unconfirmed') : (detail ?? t('submit.refused'))
        }
      />
      <ReleaseList year={year} releases={releases} />
      {round.state === 'planned' ? (
        <p>{s('freeze.planned')}</p>
      ) : (
        <Freeze year={year} concerns={concerns} releases={releases.length} mayFreeze={mayFreeze} />
      )}
    </>
  );
}
