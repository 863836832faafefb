import { may, type Round } from '@samblikk/contract/client';
import { osloDay } from '@samblikk/text';
import { osloMoment } from '@samblikk/text/oslo-clock';
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { useHref } from '../i18n/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import {
  ActionOutcome,
  dayIn,
  dryRunPath,
  problemOf,
  type Refused,
  signedInApi,
  typedDay,
  yearOf,
} from '../ui/index.ts';
import { Calendar } from './calendar-list.tsx';
import { DatesForm } from './dates-form.tsx';
import { type Moment, moments, reminderClock } from './moments.ts';
import { useCalendarText } from './texts.ts';

export const handle = { interactive: true };

const typed = (at: string | null) => (at === null ? '' : typedDay(osloDay(new Date(at))));

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
    calendar,
    days: Object.fromEntries(moments.map(([name]) => [name, typed(round[name])])) as Record<Moment, string>,
    reminders: round.reminders.map(typed),
    mayManage: may(held, 'round.manage'),
  };
}

/** A day that stands keeps its moment: it may have been set to another clock elsewhere. */
const momentOf = (given: FormDataEntryValue | null, clock: string, before: string | null) => {
  const day = dayIn(String(given ?? ''));
  if (day === '') return null;
  return before !== null && osloDay(new Date(before)) === day ? before : osloMoment(day, clock);
};

type Done = { readonly done: 'saved' };

export async function action(args: ActionFunctionArgs): Promise<Done | Refused> {
  const form = await args.request.formData();
  const call = signedInApi(args);
  const params = { year: yearOf(args.params) };
  try {
    const round: Round = await call('readRound', { params });
    const calendar = moments.map(([name, clock]) => [name, momentOf(form.get(name), clock, round[name])] as const);
    const reminders = [...form].flatMap(([name, given]) => {
      if (!name.startsWith('reminder-')) return [];
      const day = dayIn(String(given));
      const before = round.reminders.find((at) => osloDay(new Date(at)) === day) ?? null;
      return momentOf(given, reminderClock, before) ?? [];
    });
    await call('changeRound', { params, body: { ...Object.fromEntries(calendar), reminders } });
    return { done: 'saved' };
  } catch (error) {
    if (error instanceof RangeError) return { code: 'invalidRequest', issues: [] };
    return problemOf(error);
  }
}

/** For Digdir: what the round does by itself, what has been done, what comes next, and its dates. */
export default function CalendarPage() {
  const { year, calendar, days, reminders, mayManage } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Done | Refused | undefined;
  const s = useCalendarText();
  const to = useHref();
  return (
    <>
      <RoundHead year={year} page="calendar" title={s('title', { year: String(year) })} />
      <p className="lead">{s('lead')}</p>
      <ActionOutcome
        of={outcome}
        done={() => s('saved')}
        refused={({ detail, code }) => s('refused', { reason: detail ?? code })}
      />
      <Calendar calendar={calendar} />
      <p>
        <Link to={to(dryRunPath(year))}>{s('dryRunLink')}</Link>
      </p>
      {mayManage && <DatesForm key={JSON.stringify([days, reminders])} days={days} reminders={reminders} />}
    </>
  );
}
