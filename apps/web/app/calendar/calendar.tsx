import { isPilot, may, type Round } from '@samblikk/contract/client';
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { ActionOutcome, dryRunPath, type Refused, signedInApi, yearOf } from '../ui/index.ts';
import { Calendar } from './calendar-list.tsx';
import { DatesForm } from './dates-form.tsx';
import { type Moment, moments } from './moments.ts';
import { RollingForm } from './rolling-form.tsx';
import { useCalendarText } from './texts.ts';
import { datesIn, datesProblem, rollingIn, typedDayOf } from './typed-dates.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const call = signedInApi(args);
  const held = await requireStaff(args, 'round.followUp');
  const [round, calendar] = await Promise.all([
    call('readRound', { params: { year } }),
    call('readCalendar', { params: { year } }),
  ]);
  return {
    year,
    now: new Date().toISOString(),
    calendar,
    days: Object.fromEntries(moments.map(([name]) => [name, typedDayOf(round[name])])) as Record<Moment, string>,
    reminders: round.reminders.map(typedDayOf),
    rolling: {
      takesUpdates: round.takesUpdates,
      holdSnapshots: round.holdSnapshots,
      snapshots: round.snapshots.map(typedDayOf),
      freezeAt: round.freezeAt,
    },
    mayManage: may(held, 'round.manage'),
  };
}

type Done = { readonly done: 'saved' | 'rollingSaved' };

export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  const call = signedInApi(args);
  const params = { year: yearOf(args.params) };
  try {
    const round: Round = await call('readRound', { params });
    const isRolling = form.get('do') === 'rolling';
    await call('changeRound', { params, body: isRolling ? rollingIn(form, round) : datesIn(form, round) });
    return { done: isRolling ? 'rollingSaved' : 'saved' };
  } catch (error) {
    return datesProblem(error);
  }
}

/** For Digdir: what the round does by itself, what has been done, what comes next, and its dates. */
export default function CalendarPage() {
  const { year, now, calendar, days, reminders, rolling, mayManage } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Done | Refused | undefined;
  const s = useCalendarText();
  const to = useHref();
  return (
    <>
      <RoundHead year={year} page="calendar" title={s('title', { year: String(year) })} />
      <p className="lead">{s('lead')}</p>
      <ActionOutcome
        of={outcome}
        done={({ done }) => s(done)}
        refused={({ detail, code }) => s('refused', { reason: detail ?? code })}
      />
      <Calendar calendar={calendar} now={now} />
      <p>
        <Link to={to(dryRunPath(year))}>{s('dryRunLink')}</Link>
      </p>
      {mayManage && !isPilot(year) && <RollingForm key={JSON.stringify(rolling)} {...rolling} />}
      {mayManage && <DatesForm key={JSON.stringify([days, reminders])} days={days} reminders={reminders} />}
    </>
  );
}
