import { isPilot, pilotOf, type Round } from '@samblikk/contract/client';
import { dayFault, latestEdition } from '@samblikk/questionnaire';
import { osloClock, osloMoment } from '@samblikk/text/oslo-clock';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { usePick, useText } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import {
  Crumbs,
  DayField,
  dayIn,
  faultOf,
  inputOf,
  Labelled,
  PageTitle,
  populationPath,
  problemOf,
  type Refused,
  redirectTo,
  roundsPath,
  signedInApi,
  typedDay,
  useFieldErrors,
} from '../ui/index.ts';
import { useStaffText } from './texts.ts';

export const handle = { interactive: true };

/** The moments of a round, in the order they must come, with the clock each has on its day. */
const calendar = [
  ['opensAt', '08:00'],
  ['deadline', '23:59'],
  ['lateUntil', '23:59'],
  ['freezeAt', '12:00'],
  ['publishAt', '09:00'],
] as const;
type CalendarDay = (typeof calendar)[number][0];

/** A year later on the same day of the week. */
const yearLater = 52 * 7;

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, 'round.manage');
  const call = signedInApi(args);
  const [rounds, editions] = await Promise.all([call('listRounds', {}), call('listEditions', {})]);
  const last = rounds.find((round) => !isPilot(round.year));
  const suggested = (name: CalendarDay) => {
    const before = last?.[name];
    return before ? typedDay(osloClock(new Date(before), yearLater, '12:00').slice(0, 10)) : '';
  };
  return {
    years: rounds.map(({ year }) => year),
    year: last ? last.year + 1 : new Date().getFullYear() + 1,
    from: last?.year ?? null,
    editions: editions.map(({ id, title, questions }) => ({ id, title, questions })).reverse(),
    days: Object.fromEntries(calendar.map(([name]) => [name, suggested(name)])) as Record<CalendarDay, string>,
  };
}

/** Makes the round, and goes on to whom it asks. */
export async function action(args: ActionFunctionArgs): Promise<Response | Refused> {
  const form = await args.request.formData();
  const typed = Number(form.get('year'));
  const year = form.has('pilot') ? pilotOf(typed) : typed;
  const moments = calendar.flatMap(([name, clock]) => {
    const day = dayIn(String(form.get(name) ?? ''));
    return day === '' ? [] : [[name, osloMoment(day, clock)] as const];
  });
  try {
    const body = { edition: String(form.get('edition')), ...Object.fromEntries(moments) };
    await signedInApi(args)('changeRound', { params: { year }, body });
    return redirectTo(args.url, populationPath(year));
  } catch (error) {
    return problemOf(error);
  }
}

/** For Digdir: a new round, with its dates suggested from the last one and the rule of each beside it. */
export default function NewRound() {
  const { years, year, from, editions, days } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as Refused | undefined;
  const s = useStaffText();
  const pick = usePick();
  const check = useCheck(years, year);
  const { errors, form } = useFieldErrors(check);
  return (
    <>
      <PageTitle title={s('newRound.title')} />
      <Crumbs trail={[[roundsPath, s('rounds.title')]]} here={s('newRound.title')} />
      <h1 className="ds-heading" data-size="lg">
        {s('newRound.title')}
      </h1>
      <p className="lead">{from === null ? s('newRound.leadFirst') : s('newRound.lead', { year: String(from) })}</p>
      {refused && (
        <p className="ds-alert" data-color="danger" role="alert">
          {s('newRound.refused', { reason: refused.detail ?? refused.code })}
        </p>
      )}
      <Form method="post" className="form-column" {...form}>
        <Labelled id="year" label={s('newRound.year')} error={errors.year}>
          <input
            className="ds-input date-input"
            id="year"
            name="year"
            inputMode="numeric"
            defaultValue={year}
            autoComplete="off"
            {...faultOf('year', errors.year)}
          />
        </Labelled>
        <div>
          <label className="plain-choice">
            <input className="ds-input" type="checkbox" name="pilot" aria-describedby="pilot-text" />
            <span>{s('newRound.pilot')}</span>
          </label>
          <p className="subtle small" id="pilot-text">
            {s('newRound.pilotText', { number: String(pilotOf(year)) })}
          </p>
        </div>
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{s('newRound.edition')}</legend>
          <p className="subtle small">{s('newRound.edition.rule')}</p>
          {editions.map(({ id, title, questions }) => (
            <label key={id} className="plain-choice">
              <input
                className="ds-input"
                type="radio"
                name="edition"
                value={id}
                defaultChecked={id === latestEdition.id}
              />
              <span>{s('newRound.editionOf', { title: pick(title), edition: id, questions })}</span>
            </label>
          ))}
        </fieldset>
        {calendar.map(([name]) => (
          <DayField
            key={name}
            id={name}
            name={name}
            label={s(`newRound.${name}`)}
            help={s(`newRound.${name}.rule`)}
            initial={days[name]}
            error={errors[name]}
          />
        ))}
        <button className="ds-button" type="submit">
          {s('newRound.create')}
        </button>
      </Form>
    </>
  );
}

/** What is wrong with the form: a year that is taken, what is no day, and days in another order than the calendar's. */
function useCheck(years: readonly Round['year'][], suggested: number) {
  const s = useStaffText();
  const t = useText();
  const pick = usePick();
  return (form: HTMLFormElement) => {
    const typed = (name: string) => (inputOf(form, name)?.value ?? '').trim();
    const faults: Record<string, string | undefined> = {};
    const year = Number(typed('year'));
    if (!/^20\d\d$/.test(typed('year')) || years.includes(new FormData(form).has('pilot') ? pilotOf(year) : year))
      faults.year = s('newRound.yearFault', { year: String(suggested) });
    let earlier: { readonly name: CalendarDay; readonly day: string } | undefined;
    for (const [name] of calendar) {
      const day = dayIn(typed(name));
      const fault = day === '' ? undefined : dayFault(day);
      if (fault) faults[name] = pick(fault);
      else if (day === '' && (name === 'opensAt' || name === 'deadline')) faults[name] = t('field.dateMissing');
      else if (day !== '' && earlier && day < earlier.day)
        faults[name] = s('newRound.notBefore', { earlier: s(`newRound.${earlier.name}`) });
      if (day !== '' && !faults[name]) earlier = { name, day };
    }
    return faults;
  };
}
