import { isPilot, pilotOf, type Round } from '@samblikk/contract/client';
import { latestEdition } from '@samblikk/questionnaire';
import { yearsLater } from '@samblikk/text/oslo-clock';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import {
  DateFields,
  datesIn,
  datesProblem,
  moments,
  type TypedDates,
  typedDayOf,
  useDatesCheck,
} from '../calendar/index.ts';
import { daysUntil, useHref, usePick } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import {
  Crumbs,
  faultOf,
  inputOf,
  Labelled,
  newQuestionnairePath,
  PageTitle,
  populationPath,
  type Refused,
  redirectTo,
  roundsPath,
  signedInApi,
  useFieldErrors,
} from '../ui/index.ts';
import { useStaffText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, 'round.manage');
  const call = signedInApi(args);
  const [rounds, editions] = await Promise.all([call('listRounds', {}), call('listEditions', {})]);
  const last = rounds.find((round) => !isPilot(round.year));
  const later = (at: string | null) => (at === null ? '' : typedDayOf(yearsLater(at, 1)));
  const daysBefore = (at: string) => (last?.deadline ? daysUntil(last.deadline, at) : null);
  return {
    years: rounds.map(({ year }) => year),
    year: last ? last.year + 1 : new Date().getFullYear() + 1,
    from: last?.year ?? null,
    editions: editions.map(({ id, title, questions }) => ({ id, title, questions })).reverse(),
    days: Object.fromEntries(moments.map(([name]) => [name, later(last?.[name] ?? null)])) as TypedDates['days'],
    // As many days before the deadline as last time, which is as much later as the deadline is.
    reminders: (last?.reminders ?? []).map((at) => ({ day: later(at), daysBefore: daysBefore(at) })),
  };
}

/** Makes the round, and goes on to whom it asks. */
export async function action(args: ActionFunctionArgs): Promise<Response | Refused> {
  const form = await args.request.formData();
  const typed = Number(form.get('year'));
  const year = form.has('pilot') ? pilotOf(typed) : typed;
  try {
    const body = { edition: String(form.get('edition')), ...datesIn(form) };
    await signedInApi(args)('changeRound', { params: { year }, body });
    return redirectTo(args.url, populationPath(year));
  } catch (error) {
    return datesProblem(error);
  }
}

/** For Digdir: a new round, with its dates suggested from the last one and the rule of each beside it. */
export default function NewRound() {
  const { years, year, from, editions, days, reminders } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as Refused | undefined;
  const s = useStaffText();
  const pick = usePick();
  const to = useHref();
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
            <div key={id}>
              <label className="plain-choice">
                <input
                  className="ds-input"
                  type="radio"
                  name="edition"
                  value={id}
                  defaultChecked={id === latestEdition.id}
                />
                <span>{s('newRound.editionOf', { title: pick(title), edition: id, questions })}</span>
              </label>
              {/* What is typed here must stay: it opens beside this page. */}
              <Link className="small" to={to(newQuestionnairePath(id))} target="_blank">
                {s('newRound.difference', { edition: id })}
              </Link>
            </div>
          ))}
        </fieldset>
        <DateFields
          days={days}
          reminders={reminders.map(({ day }) => day)}
          reminderHelp={reminders.map((one) =>
            one.daysBefore === null ? '' : s('newRound.reminder', { days: one.daysBefore, year: String(from) }),
          )}
          errors={errors}
        />
        <button className="ds-button" type="submit">
          {s('newRound.create')}
        </button>
      </Form>
    </>
  );
}

/** What is wrong with the form: a year that is taken, and what is wrong with its dates. */
function useCheck(years: readonly Round['year'][], suggested: number) {
  const s = useStaffText();
  const dates = useDatesCheck(['opensAt', 'deadline']);
  return (form: HTMLFormElement) => {
    const typed = (inputOf(form, 'year')?.value ?? '').trim();
    const year = Number(typed);
    const taken = years.includes(new FormData(form).has('pilot') ? pilotOf(year) : year);
    const fault = !/^20\d\d$/.test(typed) || taken;
    return { ...(fault && { year: s('newRound.yearFault', { year: String(suggested) }) }), ...dates(form) };
  };
}
