import { isPilot, may, type Round } from '@samblikk/contract/client';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { useHref } from '../../i18n/index.ts';
import { requireStaff } from '../../staff/index.ts';
import { newRoundPath, PageTitle, redirectTo, roundStartPath, signedInApi } from '../../ui/index.ts';
import { useStartText } from './texts.ts';

export const handle = { interactive: true };

/** Where staff begin: straight to the round that matters now. */
export async function loader(args: LoaderFunctionArgs) {
  const held = await requireStaff(args, 'round.followUp');
  const round = currentRound(await signedInApi(args)('listRounds', {}), new Date());
  if (round) throw redirectTo(args.url, roundStartPath(round.year));
  return { mayPlan: may(held, 'round.manage') };
}

/**
 * The round that matters at a moment: one that is open; else one that is not through its calendar; else the newest. A pilot only
 * when there is nothing else.
 * @param rounds newest first
 */
export function currentRound(rounds: readonly Round[], now: Date): Round | undefined {
  const lasts = ({ freezeAt, publishAt }: Round) =>
    [freezeAt, publishAt].some((at) => at !== null && new Date(at) > now);
  const real = rounds.filter(({ year }) => !isPilot(year));
  return (
    real.find(({ state }) => state === 'open') ??
    real.findLast((round) => round.state === 'closed' && lasts(round)) ??
    real[0] ??
    rounds[0]
  );
}

/** What a program without rounds says: what to do first. */
export default function ChooseRound() {
  const { mayPlan } = useLoaderData<typeof loader>();
  const s = useStartText();
  const to = useHref();
  return (
    <>
      <PageTitle title={s('none.title')} />
      <h1 className="ds-heading" data-size="lg">
        {s('none.title')}
      </h1>
      <p className="prose">{s(mayPlan ? 'none.text' : 'none.wait')}</p>
      {mayPlan && (
        <p>
          <Link className="ds-button" to={to(newRoundPath)}>
            {s('none.new')}
          </Link>
        </p>
      )}
    </>
  );
}
